"""The records of an old workbook, and the texts in them ([MS-XLS] 2.1.4, 2.5.293, 2.5.294)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from struct import unpack, unpack_from
from typing import NamedTuple

BEGIN, END, GOES_ON = 0x809, 0x0A, 0x3C
WIDE, PHONETIC, RICH = 0x1, 0x4, 0x8  # flags of a text


class Record(NamedTuple):
    """A record: what it is, and its data in pieces, because one piece holds 8 kB at most."""

    code: int
    pieces: list[bytes]

    @property
    def data(self) -> bytes:
        """The first piece, which is all of most records."""
        return self.pieces[0]


def records_from(stream: bytes, start: int) -> Iterator[Record]:
    """Yield the records of a part that begins at `start`, without those of charts inside it."""
    depth = 0
    for record in _joined(stream, start):
        depth += (record.code == BEGIN) - (record.code == END)
        if not depth:
            return
        if depth == 1:
            yield record


def _joined(stream: bytes, start: int) -> Iterator[Record]:
    record: Record | None = None
    while start + 4 <= len(stream):
        code, size = unpack_from("<HH", stream, start)
        piece = stream[start + 4 : start + 4 + size]
        start += 4 + size
        if code == GOES_ON and record:
            record.pieces.append(piece)
            continue
        if record:
            yield record
        record = Record(code, [piece])
    if record:
        yield record


class Texts:
    """Reads texts and numbers one after the other from the pieces of a record."""

    def __init__(self, pieces: Sequence[bytes], start: int = 0) -> None:
        self._left = list(reversed(pieces))
        self._piece, self._at = self._left.pop(), start

    def take(self, size: int) -> bytes:
        """Return the next bytes. Raises IndexError if there are not as many."""
        taken = b""
        while True:
            part = self._piece[self._at : self._at + size - len(taken)]
            self._at += len(part)
            taken += part
            if len(taken) == size:
                return taken
            self._turn()

    def short_text(self) -> str:
        """Return a text whose length is one byte, as names of sheets are."""
        count, flags = self.take(2)
        return self._characters(count, flags)

    def text(self) -> str:
        """Return a text with what may stand behind it: fonts of its parts, how it is spoken."""
        count, flags = unpack("<HB", self.take(3))
        fonts = unpack("<H", self.take(2))[0] if flags & RICH else 0
        spoken = unpack("<I", self.take(4))[0] if flags & PHONETIC else 0
        text = self._characters(count, flags)
        self.take(4 * fonts + spoken)
        return text

    def _characters(self, count: int, flags: int) -> str:
        """Return characters. Behind the end of a piece, a new flag says how wide they are."""
        text = ""
        while count:
            if self._at >= len(self._piece):
                self._turn()
                flags, self._at = self._piece[0], 1
            width = 2 if flags & WIDE else 1
            room = max(1, (len(self._piece) - self._at) // width)
            number = min(count, room)
            code = "utf-16-le" if width == 2 else "latin-1"  # the low bytes of UTF-16
            text += self.take(number * width).decode(code, "replace")
            count -= number
        return text

    def _turn(self) -> None:
        self._piece, self._at = self._left.pop(), 0
