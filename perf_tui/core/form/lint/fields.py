"""Rules for fields: ranges, choices, units, targets and where actual values come from."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from perf_tui.core.form.lint.source import Source, indicators, typed
from perf_tui.core.form.models import NO_TARGET, Entered, Fact, Kind
from perf_tui.core.form.problems import KeyPlace, Problem

UNITS: dict[Kind, tuple[str, ...]] = {"money": ("元", "万元", "亿元"), "percent": ("%",)}


def ranges(source: Source) -> Iterator[Problem]:
    """Find ranges whose minimum is above their maximum."""
    ranged: list[tuple[KeyPlace, Fact | Entered]] = [
        *typed(source),
        *((place.at("entered"), one.entered) for place, one in indicators(source) if one.entered),
    ]
    for place, one in ranged:
        if one.minimum is not None and one.maximum is not None and one.minimum > one.maximum:
            message = f"最小值 {one.minimum} 大于最大值 {one.maximum}，改其中一个"
            yield place.problem(message)


def choices(source: Source) -> Iterator[Problem]:
    """Find fields of kind `choice` without choices."""
    for place, fact in typed(source):
        if fact.kind == "choice" and not fact.choices:
            yield place.at("choices").problem("kind 是 choice，却没有选项，补上")


def units(source: Source) -> Iterator[Problem]:
    """Find amounts and percentages without a unit that says what they mean."""
    for place, fact in typed(source):
        fitting = UNITS.get(fact.kind, ())
        if fitting and fact.unit not in fitting:
            message = f"kind 是 {fact.kind}，单位要写 {'、'.join(fitting)}"
            yield place.at("unit").problem(message if len(fitting) == 1 else f"{message} 中的一个")


def measures(source: Source) -> Iterator[Problem]:
    """Find quantitative indicators whose actual value is neither computed nor entered."""
    for place, one in indicators(source):
        if one.sign != "qualitative" and not (one.measure or one.entered):
            yield place.at("measure").problem("缺算式，写上它，或用 [entered] 让人直接填完成值")


def targets(source: Source) -> Iterator[Problem]:
    """Find qualitative targets without words, and other targets that are no number.

    An indicator without a target says so.
    """
    for place, one in indicators(source):
        if one.sign != "qualitative":
            if not (isinstance(one.target, Decimal) or one.target == NO_TARGET):
                message = f"指标值要写成数，不带引号；不设指标值的写“{NO_TARGET}”"
                yield place.at("target").problem(message)
        elif not (isinstance(one.target, str) and one.target.strip()):
            yield place.at("target").problem("定性指标的指标值写要达到的程度，放在引号里")
