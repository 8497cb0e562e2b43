"""Reading the names of the fonts in a file from its OpenType `name` tables."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from struct import Struct, error
from typing import BinaryIO

FAMILY, FULL, TYPOGRAPHIC = 1, 4, 16  # ids of names
UNICODE, WINDOWS = 0, 3  # platforms whose names are UTF-16
COLLECTION = b"ttcf"
MOST_FONTS, MOST_BYTES = 64, 1 << 20  # a damaged file may claim anything
LONG, TABLE, HEAD, RECORD = Struct(">L"), Struct(">4sLLL"), Struct(">HHH"), Struct(">HHHHHH")


def names_in(path: Path) -> frozenset[str]:
    """Return the casefolded names of the fonts in a file, or none if it cannot be read."""
    try:
        with path.open("rb") as file:
            return frozenset(name.casefold() for at in _fonts(file) for name in _names(file, at))
    except (OSError, error, UnicodeDecodeError):
        return frozenset()


def _fonts(file: BinaryIO) -> list[int]:
    """Return the offsets in the file at which its fonts begin."""
    if file.read(4) != COLLECTION:
        return [0]
    file.seek(8)
    (count,) = LONG.unpack(file.read(4))
    return [LONG.unpack(file.read(4))[0] for _ in range(min(count, MOST_FONTS))]


def _names(file: BinaryIO, font: int) -> Iterator[str]:
    file.seek(font + 4)
    tables = int.from_bytes(file.read(2), "big")
    file.seek(font + TABLE.size - 4)
    listed = (TABLE.unpack(file.read(TABLE.size)) for _ in range(tables))
    for tag, _, start, length in list(listed):
        if tag == b"name":
            file.seek(start)
            yield from _read(file.read(min(length, MOST_BYTES)))


def _read(table: bytes) -> Iterator[str]:
    _, count, texts = HEAD.unpack_from(table)
    for number in range(count):
        platform, _, _, kind, length, place = RECORD.unpack_from(
            table, HEAD.size + number * RECORD.size
        )
        if platform in (UNICODE, WINDOWS) and kind in (FAMILY, FULL, TYPOGRAPHIC):
            yield table[texts + place : texts + place + length].decode("utf-16-be")
