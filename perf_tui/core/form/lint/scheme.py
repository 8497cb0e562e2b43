"""Rules for the scheme, and for what the indicators add up to."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from perf_tui.core.form.lint.source import Source, indicators, top
from perf_tui.core.form.problems import Problem

ZERO, HUNDRED = Decimal(0), Decimal(100)


def weights(source: Source) -> Iterator[Problem]:
    """Find weights outside 0 to 100, and weights that do not add up to what the scheme sets.

    A set without indicators leaves them to the year. A weight of 0 is outside. The finance side
    returns such forms (财政部门接收自评表).
    """
    fitting = True
    for place, one in indicators(source):
        if not ZERO < one.weight <= HUNDRED:
            fitting = False
            yield place.at("weight").problem(f"权重是 {one.weight}，改成大于 0、不超过 100 的数")
    if not (fitting and source.form.indicators):
        return
    total = sum((one.weight for one in source.form.indicators), ZERO)
    wanted = source.form.scheme.indicator_weights
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


def grades(source: Source) -> Iterator[Problem]:
    """Find floors that do not descend from at most 100 to 0, so that every total has one grade."""
    declared = source.form.scheme.grades
    place = top("scheme", "grades")
    for upper, lower in pairwise(declared):
        if lower.floor >= upper.floor:
            message = f"起点 {lower.floor} 要低于上一等“{upper.name}”的 {upper.floor}"
            yield place.at(lower.name, "floor").problem(message)
    if not declared or declared[-1].floor != ZERO:
        yield place.problem("最后一等的 floor 要是 0，否则低分没有等级")
    if declared and declared[0].floor > HUNDRED:
        yield place.at(declared[0].name, "floor").problem("起点超过 100 分，谁也得不到，改低")


def tiers(source: Source) -> Iterator[Problem]:
    """Find tiers that do not lie below one another without a gap, from 100 % to 0 %."""
    declared = source.form.scheme.tiers
    place = top("scheme", "tiers")
    for tier in declared:
        if tier.floor >= tier.ceiling:
            yield place.at(tier.name).problem("floor 要低于 ceiling")
    for upper, lower in pairwise(declared):
        if lower.ceiling != upper.floor:
            message = f"要接上一档“{upper.name}”的下限 {upper.floor}"
            yield place.at(lower.name, "ceiling").problem(message)
    if not declared or declared[0].ceiling != HUNDRED or declared[-1].floor != ZERO:
        yield place.problem("各档要从 100 排到 0：第一档的 ceiling 是 100，最后一档的 floor 是 0")
