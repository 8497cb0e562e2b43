"""The weights of groups, shared out to indicators that have none of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from perf_tui.core.numbers import Number, read_number
from perf_tui.core.numbers.rounding import plain, shared_out
from perf_tui.reader.indicators.result import Difference, ReportIndicator
from perf_tui.reader.targets import IndicatorRow

ONE = Decimal(1)
# What all indicators weigh, beside 20 or 10 points of the execution or none.
COMPLETE = frozenset(map(Decimal, (80, 90, 100)))
Group = Sequence[ReportIndicator]


def weight_of(row: IndicatorRow) -> Decimal:
    """Return the weight in points, 0 if there is none that can be read."""
    return _points(row.weight)


def with_shares(
    indicators: Sequence[ReportIndicator],
) -> tuple[tuple[ReportIndicator, ...], tuple[Difference, ...]]:
    """Return the indicators, each group's weight shared out evenly, and what to tell of that.

    The groups are those of the second level, unless only those of the first make a whole.
    """
    groups = _groups(indicators, "subcategory")
    wider = _groups(indicators, "category")
    if _total(groups) not in COMPLETE and _total(wider) in COMPLETE:
        groups = wider
    made: list[ReportIndicator] = []
    told: list[Difference] = []
    for group in groups:
        shared = list(_shared(group))
        made += shared
        if len(group) > 1 and shared != group:
            words = f"{len(group)} 项合用 {group[0].row.group_weight} 分，先平分，按批复的分值改"
            told.append(Difference(group[0].at, words))
    return tuple(made), tuple(told)


def _groups(indicators: Sequence[ReportIndicator], level: str) -> list[list[ReportIndicator]]:
    def key(one: ReportIndicator) -> tuple[str, ...]:
        row = one.row
        if row.weight or not row.group_weight:
            return (str(row.row),)  # stands for itself
        lower = row.subcategory if level == "subcategory" else ""
        return row.group_weight, row.category, lower

    return [list(group) for _, group in groupby(indicators, key)]


def _total(groups: Sequence[Group]) -> Decimal:
    return sum((_of_group(group) for group in groups), Decimal(0))


def _of_group(group: Group) -> Decimal:
    return weight_of(group[0].row) or _points(group[0].row.group_weight)


def _shared(group: Group) -> Iterator[ReportIndicator]:
    total = _of_group(group)
    if group[0].row.weight or not total:
        yield from group
        return
    for one, share in zip(group, shared_out(total, [ONE] * len(group)), strict=True):
        yield replace(one, row=replace(one.row, weight=plain(share)))


def _points(text: str) -> Decimal:
    number = read_number(text, "分")
    return number.value if isinstance(number, Number) else Decimal(0)
