"""Streams of a compound file, in which Office until 2003 keeps what it saves ([MS-CFB])."""

from __future__ import annotations

from collections.abc import Iterator
from struct import iter_unpack, unpack_from

IN_HEADER = 109  # entries of the table of sectors that stand in the header
NO_SECTOR = 0xFFFFFFFA  # and above: ends, gaps and the like
ENTRY = 128
STREAM, ROOT = 2, 5


class Compound:
    """The streams of a file by name. Damaged files raise struct.error, ValueError or IndexError."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        (self.shift,) = unpack_from("<H", content, 30)
        first_entry, self.small, first_short = unpack_from("<I4xII", content, 48)
        if self.shift not in (9, 12):
            raise ValueError(self.shift)
        self.next = _numbers(b"".join(map(self._sector, self._sectors_of_table())))
        self.entries = tuple(_entries(self._chain(first_entry)))
        self.next_short = _numbers(self._chain(first_short))
        self.shorts = next(
            (self._chain(at) for _, kind, at, _ in self.entries if kind == ROOT), b""
        )

    def stream(self, *names: str) -> bytes | None:
        """Return the content of the first stream that has one of the names, or None."""
        for name, kind, start, size in self.entries:
            if kind == STREAM and name in names:
                return (self._short(start) if size < self.small else self._chain(start))[:size]
        return None

    def _sectors_of_table(self) -> Iterator[int]:
        """Yield the sectors with the table that tells which sector follows which."""
        yield from _used(unpack_from(f"<{IN_HEADER}I", self.content, 76))
        more, count = unpack_from("<II", self.content, 68)
        while more < NO_SECTOR and count:
            *numbers, more = _numbers(self._sector(more))
            yield from _used(numbers)
            count -= 1

    def _sector(self, number: int) -> bytes:
        begin = (number + 1) << self.shift
        return self.content[begin : begin + (1 << self.shift)]

    def _chain(self, start: int) -> bytes:
        return b"".join(map(self._sector, _followed(self.next, start)))

    def _short(self, start: int) -> bytes:
        """Return a short stream, which lies in pieces of 64 bytes in the stream of the root."""
        places = (number << 6 for number in _followed(self.next_short, start))
        return b"".join(self.shorts[place : place + 64] for place in places)


def _numbers(sector: bytes) -> tuple[int, ...]:
    return unpack_from(f"<{len(sector) // 4}I", sector)


def _used(numbers: tuple[int, ...] | list[int]) -> Iterator[int]:
    return (number for number in numbers if number < NO_SECTOR)


def _followed(following: tuple[int, ...], start: int) -> Iterator[int]:
    """Yield the sectors of a stream. One that runs in a circle is damaged."""
    for _ in range(len(following) + 1):
        if start >= NO_SECTOR:
            return
        yield start
        start = following[start]
    raise ValueError(start)


def _entries(directory: bytes) -> Iterator[tuple[str, int, int, int]]:
    """Yield name, kind, first sector and size of what is in the file."""
    whole = directory[: len(directory) // ENTRY * ENTRY]
    for name, length, kind, start, size in iter_unpack("<64sHB49xII4x", whole):
        yield name[: max(0, length - 2)].decode("utf-16-le", "replace"), kind, start, size
