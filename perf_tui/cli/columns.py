"""Columns aligned on a terminal, where a Chinese character takes two cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from unicodedata import combining, east_asian_width

GAP = "  "


def width_of(text: str) -> int:
    """Return how many cells a line of text takes."""
    return sum(0 if combining(char) else 1 + (east_asian_width(char) in "WF") for char in text)


def pad(text: str, width: int, *, right: bool = False) -> str:
    """Return the text filled with blanks to `width` cells, right-aligned if `right`."""
    blanks = " " * (width - width_of(text))
    return blanks + text if right else text + blanks


def aligned(rows: Iterable[Sequence[str]], right: Sequence[int] = ()) -> Iterator[str]:
    """Yield the rows as lines, each column as wide as its widest cell.

    `right` are the indices of right-aligned columns.
    """
    rows = list(rows)
    widths = [max(map(width_of, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (
            pad(cell, width, right=place in right)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield GAP.join(cells).rstrip()
