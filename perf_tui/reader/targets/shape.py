"""The heads of a table: which rows they take, and which column holds what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from perf_tui.reader.targets.headings import LONGEST, field_of, known
from perf_tui.reader.targets.result import Field

MOST_HEAD_ROWS = 3
FEWEST_FIELDS = 2

Row = Sequence[str]
_NUMBER = re.compile(r"[\d.,%％]+")


@dataclass(frozen=True, slots=True)
class Head:
    """A head from row `first` to row `last`, counted from 1.

    `words` are the cells above each column, and `places` the columns of the fields, from 0.
    """

    first: int
    last: int
    words: tuple[tuple[str, ...], ...]
    places: Mapping[Field, int]

    def cell(self, row: Row, field: Field) -> str:
        """Return the cell of a field in a row, or an empty text if there is none."""
        place = self.places.get(field, len(row))
        return row[place] if place < len(row) else ""


def heads_of(rows: Sequence[Row]) -> Iterator[Head]:
    """Yield the heads of a table, one for each page or table that was pasted."""
    headings = set(filter(known, set(chain.from_iterable(rows))))
    last = 0
    for first, row in enumerate(rows, 1):
        if first > last and not headings.isdisjoint(row) and (head := _best(rows, first)):
            last = head.last
            yield head


def _best(rows: Sequence[Row], first: int) -> Head | None:
    """Return the head that begins in a row or soon below it, with most fields in fewest rows."""
    near = _candidates(rows, range(first, first + MOST_HEAD_ROWS))
    rough = min(near, key=_order, default=None)
    if rough is None:
        return None
    # What stood right above the head may have been taken for its first row.
    best = min(_candidates(rows, range(rough.first, rough.last + 1)), key=_order)
    return _with_repeats(rows, best)


def _candidates(rows: Sequence[Row], starts: range) -> Iterator[Head]:
    return chain.from_iterable(_beginning(rows, start) for start in starts)


def _order(head: Head) -> tuple[int, int, int]:
    return -len(head.places), head.last - head.first, head.first


def _beginning(rows: Sequence[Row], first: int) -> Iterator[Head]:
    """Yield the heads of one, two or three rows that begin in a row."""
    for last in range(first, min(first + MOST_HEAD_ROWS, len(rows) + 1)):
        if not _is_head_row(rows[last - 1]):
            return
        head = _made(rows, first, last)
        if "name" in head.places and len(head.places) >= FEWEST_FIELDS:
            yield head


def _is_head_row(row: Row) -> bool:
    """Whether a row can belong to a head, which has short words and no numbers."""
    return all(len(cell) <= LONGEST and not _NUMBER.fullmatch(cell) for cell in row)


def _with_repeats(rows: Sequence[Row], head: Head) -> Head:
    """Return the head with the rows below it that only repeat it, as merged cells may."""
    last = head.last
    while last < len(rows) and _repeats(rows[last], rows[last - 1]):
        last += 1
    return replace(head, last=last)


def _repeats(row: Row, above: Row) -> bool:
    """Whether every word of a row is a heading, or stands above it too."""
    same = [known(cell) or [cell] == list(above[n : n + 1]) for n, cell in enumerate(row) if cell]
    return bool(same) and all(same)


def _made(rows: Sequence[Row], first: int, last: int) -> Head:
    cells = rows[first - 1 : last]
    width = max(map(len, cells))
    padded = [[*row, *[""] * (width - len(row))] for row in cells]
    for upper, lower in pairwise(padded):
        _spread(upper, lower)
    words = tuple(
        tuple(dict.fromkeys(filter(None, column))) for column in zip(*padded, strict=True)
    )
    return Head(first, last, words, _places(words))


def _spread(upper: list[str], lower: Row) -> None:
    """Fill a cell that was merged with the one on its left, if another stands below it."""
    for place in range(1, len(upper)):
        if not upper[place] and lower[place]:
            upper[place] = upper[place - 1]


def _places(words: Sequence[tuple[str, ...]]) -> dict[Field, int]:
    """Return the column of each field. Without a third level, the second holds the names."""
    best: dict[Field, tuple[int, int]] = {}
    for place, column in enumerate(words):
        if found := field_of(column) if column else None:
            field, rank = found
            best[field] = min(best.get(field, (rank, place)), (rank, place))
    if "name" not in best and "subcategory" in best:
        best["name"] = best.pop("subcategory")
    return {field: place for field, (_, place) in best.items()}
