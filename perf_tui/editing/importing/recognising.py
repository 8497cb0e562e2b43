"""Whose indicators a report has, and so with which form its year is made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from perf_tui.core.form import Form, Indicator
from perf_tui.reader.indicators import ReportIndicator
from perf_tui.reader.indicators.shares import weight_of
from perf_tui.reader.likeness import likeness_of_names, most_alike

_POINTS = re.compile(r"\s*[（(]\s*\d{1,3}(?:\.\d+)?\s*分?\s*[）)]$")
EXECUTION = ("预算执行率", "预算执行", "预算执行情况", "执行率")


class Recognised(NamedTuple):
    """An indicator of the report and the one of the form set that it is, or None."""

    found: ReportIndicator
    known: Indicator | None


def recognised(indicators: Iterable[ReportIndicator], form: Form) -> list[Recognised]:
    """Return every indicator of a report with the one of the form set whose name is most like its.

    One in another unit is another indicator, whatever its name.
    """
    return [Recognised(*both) for both in most_alike(indicators, form.indicators, _likeness)]


def best_known(indicators: Sequence[ReportIndicator], forms: Sequence[Form]) -> Form | None:
    """Return the form set that has most of the report's indicators, or None if none has half."""
    shares = {form.id: _share(indicators, form) for form in forms if form.indicators}
    best = max(shares, key=lambda one: shares[one], default=None)
    if best is None or shares[best] <= Decimal(1) / 2:
        return None
    return next(form for form in forms if form.id == best)


def best_scheme(indicators: Sequence[ReportIndicator], forms: Sequence[Form]) -> Form | None:
    """Return the form set without indicators of its own whose scheme fits the report's best.

    Its table has the report's groups, and its points are nearest to the report's weights.
    """
    return min(
        (form for form in forms if not form.indicators),
        key=lambda form: _misfit(without_execution(indicators, form), form),
        default=None,
    )


def without_execution(
    indicators: Sequence[ReportIndicator], form: Form
) -> Sequence[ReportIndicator]:
    """Leave out the execution of the budget where the scheme scores it beside the indicators."""
    rows = [one for one in indicators if one.row.name not in EXECUTION]
    total = sum((weight_of(one.row) for one in rows), Decimal(0))
    return rows if total == form.scheme.indicator_weights else indicators


def _likeness(one: ReportIndicator, known: Indicator) -> float:
    return likeness_of_names(known.name, one.row.name) if _same_unit(one, known) else 0


def _same_unit(one: ReportIndicator, known: Indicator) -> bool:
    return not (one.unit_in_table and known.unit) or one.unit_in_table == known.unit


def _share(indicators: Sequence[ReportIndicator], form: Form) -> Decimal:
    known = sum(one.known is not None for one in recognised(indicators, form))
    return Decimal(known) / max(len(indicators), 1)


def _misfit(indicators: Sequence[ReportIndicator], form: Form) -> tuple[int, Decimal, int]:
    """Return the unknown groups, how far the weights are off, and what else the form asks for."""
    weights: dict[str, Decimal] = {}
    for one in indicators:
        group = category_in(form, one.row.category)
        weights[group] = weights.get(group, Decimal(0)) + weight_of(one.row)
    off = abs(form.scheme.indicator_weights - sum(weights.values(), Decimal(0)))
    for level in form.levels:
        if level.role == "scored" and not level.subcategory:
            had = sum((weights.get(name, Decimal(0)) for name in level.categories), Decimal(0))
            off += abs(level.points - had)
    return len(weights.keys() - {"", *form.categories}), off, len(form.fields)


def category_in(form: Form, name: str) -> str:
    """Return the form's own name for a group of the first level: 产出(50分) is 产出指标."""
    bare = _POINTS.sub("", name)
    return next((one for one in form.categories if _stem(one) == _stem(bare)), bare)


def _stem(name: str) -> str:
    return name.removesuffix("指标").removesuffix("类")
