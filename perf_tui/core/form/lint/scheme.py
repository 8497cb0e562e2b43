"""Rules for the scheme, and for what the indicators add up to."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from perf_tui.core.form.lint.source import Source, indicators, top
from perf_tui.core.form.problems import Problem
from perf_tui.core.form.scheme.faults import faults_of, level_sum

ZERO, HUNDRED = Decimal(0), Decimal(100)


def weights(source: Source) -> Iterator[Problem]:
    """Find weights outside 0 to 100, and weights that do not add up to what the scheme sets.

    A set without indicators leaves them to the year. A weight of 0 is outside. The finance side
    returns such forms (财政部门接收自评表). What is added to the total, or taken from it, has a
    weight beside these.
    """
    fitting = True
    for place, one in indicators(source):
        if not ZERO < one.weight <= HUNDRED:
            fitting = False
            yield place.at("weight").problem(f"权重是 {one.weight}，改成大于 0、不超过 100 的数")
    if not (fitting and source.form.indicators):
        return
    scheme = source.form.scheme
    counted = (one for one in source.form.indicators if not scheme.extra_level(one.category))
    total = sum((one.weight for one in counted), ZERO)
    wanted = scheme.indicator_weights
    if total != wanted:
        message = f"定的是 {wanted}，各指标的 weight 加起来却是 {total}，改到一致"
        yield top("scheme", "indicator_weights").problem(message)


def numbers(source: Source) -> Iterator[Problem]:
    """Find indicators that are not numbered from 1 without a gap or a repeat."""
    count = len(source.files)
    free = set(range(1, count + 1)) - {one.number for one in source.form.indicators}
    hint = f"，还空着 {'、'.join(map(str, sorted(free)))}"
    seen: dict[int, str] = {}
    for place, one in indicators(source):
        if one.number in seen:
            message = f"序号 {one.number} 已用在 {seen[one.number]}{hint}"
            yield place.at("number").problem(message)
        elif not 1 <= one.number <= count:
            message = f"序号是 {one.number}，要从 1 连续排到 {count}{hint}"
            yield place.at("number").problem(message)
        seen.setdefault(one.number, place.file)


def faults(source: Source) -> Iterator[Problem]:
    """Find everything in the scheme by which no year could be scored, or not in one way only."""
    scheme = source.form.scheme
    for fault in (*faults_of(scheme), *filter(None, (level_sum(scheme),))):
        yield top("scheme", *fault.steps).problem(fault.message)


def unknown_levels(source: Source) -> Iterator[Problem]:
    """Find indicators of a first level for which the scheme has no points."""
    known = {name for one in source.form.scheme.levels for name in one.categories}
    for place, one in indicators(source) if any(source.form.scheme.first_levels()) else ():
        if one.category not in known:
            message = f"评分方案里没有“{one.category}”，写 {'、'.join(sorted(known))} 中的一个"
            yield place.at("category").problem(message)
