"""What shows only when rows are seen together: shared weights, and names used twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from perf_tui.core.numbers import Number, read_number
from perf_tui.reader.table import TallCell
from perf_tui.reader.targets.result import IndicatorRow

USUAL_TOTALS = {Decimal(90), Decimal(100)}
Key = Callable[[IndicatorRow], tuple[str, ...]]


def with_group_weights(rows: Sequence[IndicatorRow]) -> Sequence[IndicatorRow]:
    """Return the rows with the weight of their group where only groups have weights.

    A cell that is merged down a group leaves its text in the first row, while weights behind the
    names of groups are known already.
    """
    if any(row.group_weight for row in rows):
        return [replace(row, group_weight="") if row.weight else row for row in rows]
    for key in (_by_subcategory, _by_category):
        groups = [tuple(group) for _, group in groupby(rows, key)]
        if any(map(_shares, groups)) and all(map(_only_first, groups)):
            return [row for group in groups for row in _shared(group)]
    return rows


def with_repeated_weights(rows: Sequence[IndicatorRow], total: str) -> Sequence[IndicatorRow]:
    """Return the rows with a weight of their group that a merged cell repeats in each of them.

    That is so where the weights, one a group, add up to the `total` that is printed, or without one
    to what schemes ask for, and those of all rows do not.
    """
    weights = [_amount(row.weight) for row in rows]
    wanted = {_amount(total)} if _amount(total) else USUAL_TOTALS
    if not all(weights) or sum(weights) in wanted:
        return rows
    for key in (_by_subcategory, _by_category):
        groups = [tuple(group) for _, group in groupby(rows, key)]
        alike = all(len({row.weight for row in group}) == 1 for group in groups)
        if alike and sum(_amount(group[0].weight) for group in groups) in wanted:
            return [row for group in groups for row in _shared(group)]
    return rows


def with_tall_weights(
    rows: Sequence[IndicatorRow], tall: Iterable[TallCell]
) -> Iterator[IndicatorRow]:
    """Yield the rows, in which those of a tall cell have the weight of the first together."""
    sharing = {row: cell for cell in tall for row in range(cell.first, cell.last + 1)}
    for cell, group in groupby(rows, lambda row: sharing.get(row.row)):
        together = tuple(group)
        yield from _shared(together) if cell and together[0].weight else together


def with_namesakes(rows: Iterable[IndicatorRow]) -> Iterator[IndicatorRow]:
    """Yield the rows with a doubt where an earlier row of the same groups has the same name."""
    seen: dict[tuple[str, ...], int] = {}
    for row in rows:
        first = seen.setdefault((*_by_subcategory(row), row.name), row.row)
        yield row if first == row.row else _doubting(row, f"与第 {first} 行同名")


def _by_subcategory(row: IndicatorRow) -> tuple[str, ...]:
    return row.category, row.subcategory


def _by_category(row: IndicatorRow) -> tuple[str, ...]:
    return (row.category,)


def _amount(text: str) -> Decimal:
    read = read_number(text, "分")
    return read.value if isinstance(read, Number) else Decimal(0)


def _only_first(group: Sequence[IndicatorRow]) -> bool:
    return bool(group[0].weight) and not any(row.weight for row in group[1:])


def _shares(group: Sequence[IndicatorRow]) -> bool:
    return len(group) > 1 and bool(group[0].category or group[0].subcategory)


def _shared(group: Sequence[IndicatorRow]) -> Iterator[IndicatorRow]:
    weight, first, last = group[0].weight, group[0].row, group[-1].row
    for row in group:
        if len(group) == 1:
            yield row
        else:
            shared = replace(row, weight="", group_weight=weight)
            yield _doubting(shared, f"第 {first}–{last} 行合用分值 {weight}")


def _doubting(row: IndicatorRow, doubt: str) -> IndicatorRow:
    return replace(row, doubts=(*row.doubts, doubt))
