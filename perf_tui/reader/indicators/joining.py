"""An indicator's row in a table and its words in the text, put together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from perf_tui.core.claims.claims import IndicatorClaim, Quote
from perf_tui.core.numbers import Number, read_number
from perf_tui.core.numbers.rounding import plain
from perf_tui.reader.indicators.levels import Levels
from perf_tui.reader.indicators.result import Difference, ReportIndicator
from perf_tui.reader.indicators.words import Said, said_of
from perf_tui.reader.targets import IndicatorRow
from perf_tui.reader.targets.cells import named
from perf_tui.reader.targets.result import Field
from perf_tui.reader.targets.target import read_target

Found = dict[Field, tuple[str, Quote]]
_LABELS: dict[Field, str] = {
    "weight": "权重",
    "target": "指标值",
    "actual": "完成值",
    "score": "得分",
}


def joined(
    row: IndicatorRow, at: Quote, item: IndicatorClaim | None
) -> tuple[ReportIndicator, tuple[Difference, ...]]:
    """Return the indicator of a row, with what only its words say, and where these differ."""
    if item is None:
        return ReportIndicator(row, at), ()
    told = _told(item, said := said_of(item))
    missing = {key: one for key, one in told.items() if not getattr(row, key)}
    places = {key: place for key, (_, place) in missing.items()}
    one = ReportIndicator(_with(row, missing, said), at, item, places)
    return one, tuple(_differences(row, told))


def from_words(item: IndicatorClaim, levels: Levels) -> ReportIndicator:
    """Return an indicator that only the text has, under the groups of its headings."""
    told = _told(item, said := said_of(item))
    row = IndicatorRow(
        row=item.heading.line,
        name=named(item.name)[0] or item.name,
        category=levels.category,
        subcategory=levels.subcategory,
    )
    places = {key: at for key, (_, at) in told.items()}
    return ReportIndicator(_with(row, told, said), item.heading, item, places)


def _with(row: IndicatorRow, told: Found, said: Said) -> IndicatorRow:
    """Return the row with what was told, a target with its comparator and its unit."""
    texts = {key: told[key][0] if key in told else getattr(row, key) for key in _LABELS}
    sign, unit = row.sign, row.unit
    if "target" in told or not row.target:
        sign = said.target.sign or sign
        unit = said.target.unit or unit or read_target(said.actual).unit
    return replace(
        row,
        sign=sign,
        unit=unit,
        target=texts["target"],
        actual=texts["actual"],
        weight=texts["weight"],
        score=texts["score"],
    )


def _told(item: IndicatorClaim, said: Said) -> Found:
    """Return what the text says of each field, with its place."""
    told: Found = {}
    if item.weight:
        told["weight"] = plain(item.weight.value), item.weight.at
    if said.target_at:
        told["target"] = said.target.text, said.target_at
    if said.actual_at:
        told["actual"] = said.actual, said.actual_at
    if item.score:
        told["score"] = plain(item.score.value), item.score.at
    return told


def _differences(row: IndicatorRow, told: Found) -> Iterator[Difference]:
    for key, (text, at) in told.items():
        unit = "分" if key in ("weight", "score") else row.unit
        ours, theirs = _number(getattr(row, key), unit), _number(text, unit)
        if ours is not None and theirs is not None and ours != theirs:
            counted = f"表里（第 {row.row} 行）是 {plain(ours)}，正文是 {plain(theirs)}"
            yield Difference(at, f"{row.name}的{_LABELS[key]}，{counted}，按表取")


def _number(text: str, unit: str) -> Decimal | None:
    number = read_number(text, unit)
    return number.value if isinstance(number, Number) else None
