"""A table of a file, of Word or Excel, as rows of cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

Place = tuple[int, int]  # of a cell: its row and column, counted from 1


class TallCell(NamedTuple):
    """Cells of one column that are merged, from row `first` to row `last`. All count from 1."""

    column: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table, and the cells that are merged downwards.

    `name` tells it from others in the file. The text of merged cells stands in the first of them. A
    `paged` table may go on in the next one, as those of Word do.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    tall: tuple[TallCell, ...] = ()
    paged: bool = False

    @property
    def width(self) -> int:
        """The number of columns."""
        return max(map(len, self.rows), default=0)


def tall_cells(going_on: Iterable[Place]) -> Iterator[TallCell]:
    """Yield the tall cells, given the places of those that go on from the cell above."""
    first = last = column = 0
    for row, at in sorted(going_on, key=lambda place: place[::-1]):
        if column and (at, row) != (column, last + 1):
            yield TallCell(column, first, last)
            column = 0
        if not column:
            column, first = at, row - 1
        last = row
    if column:
        yield TallCell(column, first, last)
