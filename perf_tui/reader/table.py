"""A table of a file, of Word or Excel, as rows of cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

Place = tuple[int, int]  # of a cell: its row and column, counted from 1


class Merge(NamedTuple):
    """Cells of one column that are merged, from row `first` to row `last`. All count from 1."""

    column: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table, and which of their cells are merged downwards.

    `name` tells it from others in the file. The text of merged cells stands in the first of them. A
    `paged` table may go on in the next one, as those of Word do.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    merges: tuple[Merge, ...] = ()
    paged: bool = False

    @property
    def width(self) -> int:
        """The number of columns."""
        return max(map(len, self.rows), default=0)


def merges_of(going_on: Iterable[Place]) -> Iterator[Merge]:
    """Yield the merged cells, given the places of those that go on from the cell above."""
    first = last = column = 0
    for row, at in sorted(going_on, key=lambda place: place[::-1]):
        if column and (at, row) != (column, last + 1):
            yield Merge(column, first, last)
            column = 0
        if not column:
            column, first = at, row - 1
        last = row
    if column:
        yield Merge(column, first, last)
