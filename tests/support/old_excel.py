"""Old Excel files made of a few records, as Excel, WPS and nobody would write them."""

from __future__ import annotations

from collections.abc import Iterable
from struct import pack

END, LAST = 0xFFFFFFFE, 0xFFFFFFFD  # of a chain, and a sector of the table itself
SECTOR = 512
Record = tuple[int, bytes]

BEGIN_BOOK: Record = (0x809, pack("<HHIII", 0x600, 5, 0, 0, 0))
BEGIN_SHEET: Record = (0x809, pack("<HHIII", 0x600, 0x10, 0, 0, 0))
FINISH: Record = (0x0A, b"")


def record(one: Record) -> bytes:
    """A record, of which what does not fit goes on in others."""
    code, data = one
    pieces = [data[at : at + 8224] for at in range(0, len(data), 8224)] or [b""]
    return b"".join(
        pack("<HH", 0x3C if n else code, len(piece)) + piece for n, piece in enumerate(pieces)
    )


def text(words: str) -> bytes:
    """A text with a length of two bytes, as narrow as it can be."""
    wide = any(ord(char) > 255 for char in words)
    return pack("<HB", len(words), wide) + words.encode("utf-16-le" if wide else "latin-1")


def shared(*texts: bytes) -> Record:
    """The texts that cells share."""
    return 0xFC, pack("<II", len(texts), len(texts)) + b"".join(texts)


def styles(*numbers: int) -> list[Record]:
    """The styles of cells, by the number of their format."""
    return [(0xE0, pack("<HH16x", 0, number)) for number in numbers]


def cell(code: int, row: int, column: int, data: bytes, style: int = 0) -> Record:
    """A cell. Rows and columns count from 0."""
    return code, pack("<HHH", row, column, style) + data


def book(sheet: Iterable[Record], whole: Iterable[Record] = (), name: str = "表") -> bytes:
    """The stream of a workbook with one sheet; `whole` are the records for the workbook."""
    head = b"".join(map(record, (BEGIN_BOOK, *whole)))
    title = pack("<BB", len(name), 1) + name.encode("utf-16-le")
    start = len(head) + 4 + 6 + len(title) + 4
    bound = record((0x85, pack("<IBB", start, 0, 0) + title))
    inner = b"".join(map(record, (BEGIN_SHEET, *sheet, FINISH)))
    return head + bound + record(FINISH) + inner


def compound(stream: bytes, name: str = "Workbook", *, small: int = 0) -> bytes:
    """A file with one stream. One shorter than `small` bytes lies in the stream of the root."""
    short = len(stream) < small
    sectors = _sectors(stream)
    count = len(sectors)
    table = [*range(1, count), END, END, END, LAST] if count else [END, END, LAST]
    shorts = [*range(1, -(-len(stream) // 64)), END] if short else []
    entries = _entry("Root Entry", 5, 0 if short else END, count * SECTOR if short else 0)
    entries += _entry(name, 2, 0, len(stream))
    rest = [
        entries.ljust(SECTOR, b"\0"),
        pack(f"<{len(shorts)}I", *shorts).ljust(SECTOR, b"\xff"),
        pack(f"<{len(table)}I", *table).ljust(SECTOR, b"\xff"),
    ]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + pack("<HHHHH", 62, 3, 0xFFFE, 9, 6)
    header += bytes(10) + pack("<IIIII", 1, count, 0, small, count + 1)
    header += pack("<III", 1, END, 0) + pack("<I", count + 2) + b"\xff" * (108 * 4)
    return header + b"".join((*sectors, *rest))


def xls(sheet: Iterable[Record], whole: Iterable[Record] = ()) -> bytes:
    """A file with one sheet."""
    return compound(book(sheet, whole))


def _sectors(stream: bytes) -> list[bytes]:
    pieces = range(0, len(stream), SECTOR)
    return [stream[at : at + SECTOR].ljust(SECTOR, b"\0") for at in pieces]


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    letters = name.encode("utf-16-le") + b"\0\0"
    return pack("<64sHB49xIQ", letters, len(letters), kind, start, size)
