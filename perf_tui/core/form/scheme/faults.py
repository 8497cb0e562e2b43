"""What cannot stand in a scheme, whether a form set declares it or a year says it in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from perf_tui.core.form.scheme.declared import HUNDRED, Scheme
from perf_tui.core.numbers.rounding import plain

ZERO = Decimal(0)
MOST_PLACES = 2


class Fault(NamedTuple):
    """A place in the scheme, its key first, and a sentence that says what to change."""

    steps: tuple[str, ...]
    message: str


def faults_of(scheme: Scheme) -> Iterator[Fault]:
    """Yield everything in a scheme by which no year could be scored, or not in one way only."""
    for rule in RULES:
        yield from rule(scheme)


def grades(scheme: Scheme) -> Iterator[Fault]:
    """Find floors that do not descend from at most 100 to 0, so that every total has one grade.

    A scheme without grades has none to find.
    """
    declared = scheme.grades
    for upper, lower in pairwise(declared):
        if lower.floor >= upper.floor:
            message = f"起点 {lower.floor} 要低于上一等“{upper.name}”的 {upper.floor}"
            yield Fault(("grades", lower.name, "floor"), message)
    if declared and declared[-1].floor != ZERO:
        yield Fault(("grades",), "最后一等的起点要是 0，否则低分没有等级")
    if declared and declared[0].floor > HUNDRED:
        message = "起点超过 100 分，谁也得不到，改低"
        yield Fault(("grades", declared[0].name, "floor"), message)


def tiers(scheme: Scheme) -> Iterator[Fault]:
    """Find tiers that do not lie below one another without a gap, from 100 % to 0 %."""
    declared = scheme.tiers
    for tier in declared:
        if tier.floor >= tier.ceiling:
            yield Fault(("tiers", tier.name), "下限要低于上限")
    for upper, lower in pairwise(declared):
        if lower.ceiling != upper.floor:
            message = f"要接上一档“{upper.name}”的下限 {upper.floor}"
            yield Fault(("tiers", lower.name, "ceiling"), message)
    whole = declared and declared[0].ceiling == HUNDRED and declared[-1].floor == ZERO
    if not whole or not declared[0].ceiling_included:
        message = "各档要从 100 排到 0：第一档的上限是 100（含），最后一档的下限是 0"
        yield Fault(("tiers",), message)


def steps(scheme: Scheme) -> Iterator[Fault]:
    """Find steps of the execution rate that do not descend, or earn more the lower they are."""
    for upper, lower in pairwise(scheme.execution_steps):
        if lower.rate >= upper.rate or lower.share > upper.share:
            message = f"{plain(lower.rate)}% 一档的执行率和得分比例都要低于上一档"
            yield Fault(("execution_steps",), message)
    for step in scheme.execution_steps:
        if not (ZERO <= step.rate <= HUNDRED and ZERO <= step.share <= HUNDRED):
            yield Fault(("execution_steps",), "执行率和得分比例要在 0 到 100 之间")


def numbers(scheme: Scheme) -> Iterator[Fault]:
    """Find shares outside 0 to 100, and decimals that nobody prints."""
    for key, value in {
        "execution_weight": scheme.execution_weight,
        "over_execution": scheme.over_execution,
    }.items():
        if not ZERO <= value <= HUNDRED:
            yield Fault((key,), f"是 {plain(value)}，要在 0 到 100 之间")
    for key, places in {
        "score_places": scheme.score_places,
        "total_places": scheme.total_places,
    }.items():
        if not 0 <= places <= MOST_PLACES:
            yield Fault((key,), f"小数位数是 {places}，只能是 0、1、2")


def levels(scheme: Scheme) -> Iterator[Fault]:
    """Find levels named twice or without points, and second levels that exceed their first."""
    seen: set[tuple[str, str]] = set()
    firsts = [one for one in scheme.levels if not one.subcategory]
    tops = {name: one.points for one in firsts for name in one.categories}
    inside: dict[str, Decimal] = {}
    for one in scheme.levels:
        names = {(name, one.subcategory) for name in one.categories}
        if seen & names:
            yield Fault(("levels",), f"“{one.subcategory or one.category}”写了两次，留一处")
        seen |= names
        if one.points <= ZERO:
            yield Fault(("levels",), f"“{one.category}”的分值要大于 0")
        if one.subcategory:
            inside[one.category] = inside.get(one.category, ZERO) + one.points
    for category, points in inside.items():
        if points > tops.get(category, ZERO):
            yield Fault(("levels",), f"“{category}”的二级指标共 {plain(points)} 分，超过了它的分值")


def level_sum(scheme: Scheme) -> Fault | None:
    """Return the fault of first levels that do not make 100 points with the execution, if so."""
    points = sum((one.points for one in scheme.first_levels()), ZERO)
    wanted = HUNDRED - scheme.execution_weight
    if not points or points == wanted:
        return None
    said = f"各一级指标共 {plain(points)} 分，预算执行之外应是 {plain(wanted)} 分"
    return Fault(("levels",), said)


RULES: tuple[Callable[[Scheme], Iterator[Fault]], ...] = (grades, tiers, steps, numbers, levels)
