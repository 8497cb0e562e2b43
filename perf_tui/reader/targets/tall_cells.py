"""What a tall cell means: the same for every row, or a weight that rows share."""

from __future__ import annotations

from collections.abc import Sequence

from perf_tui.reader.table import TallCell
from perf_tui.reader.targets.result import Field
from perf_tui.reader.targets.shape import Head

# What is said once for several rows. Groups go on by themselves, weights and scores are shared.
SAME: tuple[Field, ...] = (
    *("name", "unit", "sign", "target", "adjusted", "actual", "core", "reason", "remark"),
)


def filled_down(rows: Sequence[list[str]], head: Head, tall: Sequence[TallCell]) -> None:
    """Repeat tall cells below a head in all their rows, but not in rows that hold nothing else.

    The rows are changed in place.
    """
    columns = {head.places[field] + 1 for field in SAME if field in head.places}
    empty = {number for number, row in enumerate(rows, 1) if not any(row)}
    for cell in tall:
        if cell.column in columns and cell.first > head.last:
            for number in range(cell.first + 1, min(cell.last, len(rows)) + 1):
                if number not in empty:
                    _put(rows[number - 1], cell.column, rows[cell.first - 1])


def shares_in(head: Head, tall: Sequence[TallCell]) -> list[TallCell]:
    """Return which rows below a head have one weight together."""
    column = head.places.get("weight", -1) + 1
    return [one for one in tall if one.column == column and one.first > head.last]


def _put(row: list[str], column: int, first: Sequence[str]) -> None:
    row += [""] * (column - len(row))
    row[column - 1] = row[column - 1] or "".join(first[column - 1 : column])
