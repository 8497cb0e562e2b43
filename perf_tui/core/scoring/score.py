"""The score of a year: the total out of 100 from indicators and execution, and the grade.

total = W × min(rate, 1) + (100 - W) × sum of scores ÷ sum of weights, where W is the weight of the
execution. Published self-evaluation tables of Chongqing are computed so. W, the grades and the
other values are the scheme's, because provinces differ. Points of levels that are added to the
total or taken from it come on top, and the total stays within 0 and 100.

Everything is Decimal. The total is rounded half-up once, at the end.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import count
from typing import NamedTuple

from perf_tui.core.answers.readings import Readings
from perf_tui.core.form import Form, Scheme
from perf_tui.core.form.scheme import Level
from perf_tui.core.numbers.rounding import half_up
from perf_tui.core.scoring.execution import Execution, score_execution
from perf_tui.core.scoring.item import IndicatorScore, score_item
from perf_tui.core.scoring.points import HUNDRED, ZERO, to_points

ITEMS = "score"  # the name of the shares that are `IndicatorScore`s


class Extra(NamedTuple):
    """What a level adds to the total, or takes from it (below 0), out of 100.

    `typed` is the sum of its indicators, which the level's points limit. `blank` is the most that
    its open indicators can still bring.
    """

    level: Level
    typed: Decimal
    points: Decimal
    blank: Decimal


@dataclass(frozen=True)
class Score:
    """The score of a year. `total` and `grade` are None while something is open."""

    execution: Execution
    items: tuple[IndicatorScore, ...]
    scheme: Scheme

    @cached_property
    def weighed(self) -> tuple[IndicatorScore, ...]:
        """The indicators that have a part in the weights, without those beside them."""
        return tuple([item for item in self.items if item.extra is None])

    @cached_property
    def weight(self) -> Decimal:
        """The sum of the indicators' weights."""
        return sum([item.indicator.weight for item in self.weighed], ZERO)

    @cached_property
    def indicators(self) -> Decimal:
        """The sum of the indicators' scores, in which an open one counts as 0."""
        return sum([item.score or ZERO for item in self.weighed], ZERO)

    @property
    def converted(self) -> Decimal:
        """The indicators' part of the total, not rounded."""
        return self.in_total(self.indicators)

    @cached_property
    def extras(self) -> tuple[Extra, ...]:
        """What is added to the total and taken from it, a level each that has indicators."""
        levels = (one for one in self.scheme.levels if one.role != "scored" and one.counted)
        found = (_extra(level, self.items) for level in levels)
        return tuple(one for one in found if one)

    @property
    def extra(self) -> Decimal:
        """The sum of what is added to the total and taken from it."""
        return sum((one.points for one in self.extras), ZERO)

    @property
    def low_execution(self) -> bool:
        """Whether the execution rate is below the scheme's `low_execution` and needs a reason."""
        rate = self.execution.rate
        return rate is not None and rate * HUNDRED < self.scheme.low_execution

    @cached_property
    def unweighed(self) -> bool:
        """Whether indicators are to bring points, and none has a weight yet."""
        return not self.weight and self.execution.weight < HUNDRED

    @cached_property
    def complete(self) -> bool:
        """Whether everything that the total needs is there."""
        needed = (item for item in self.items if item.extra is None or item.extra.counted)
        blank = self.unweighed or any(item.blank for item in needed)
        return self.execution.rate is not None and not blank

    @property
    def so_far(self) -> Decimal:
        """The points reached, out of 100, rounded once."""
        return self.rounded(self.reached)

    @cached_property
    def open(self) -> Decimal:
        """Points out of 100 that blanks can still bring. With `so_far` they make 100 at most.

        Without any weight, those of the indicators are open as a whole. What may be added to the
        total, or taken from it, is no part of them.
        """
        budget = self.execution.weight if self.execution.rate is None else ZERO
        items = sum((item.indicator.weight for item in self.weighed if item.blank), ZERO)
        brought = self.for_indicators if self.unweighed else self.in_total(items)
        whole = self.reached_exactly + budget + brought
        return self.rounded(within_hundred(whole)) - self.so_far

    @cached_property
    def total(self) -> Decimal | None:
        """The total, capped if the scheme has a cap, or None while something is open."""
        rate = self.execution.rate
        if rate is None or not self.complete:
            return None
        return min(self.so_far, highest_total(self.scheme, rate))

    @property
    def capped(self) -> bool:
        """Whether a cap of the scheme takes away some of the points reached."""
        return self.total is not None and self.total < self.so_far

    @property
    def grade(self) -> str | None:
        """The grade of the rounded total, or None while something is open or without grades."""
        return None if self.total is None else grade_of(self.scheme, self.total)

    @property
    def reached(self) -> Decimal:
        """The points reached, out of 100, not rounded."""
        return within_hundred(self.reached_exactly)

    @property
    def reached_exactly(self) -> Decimal:
        """The sum of all parts, which what is added may lift above 100."""
        return (self.execution.points or ZERO) + self.converted + self.extra

    def rounded(self, points: Decimal) -> Decimal:
        """Return points rounded as the scheme rounds the total."""
        return to_points(points, self.scheme.total_places)

    def in_total(self, points: Decimal) -> Decimal:
        """Return points of indicators as points out of 100.

        The product comes before the division, so that 90 × 100 ÷ 100 stays exact.
        """
        return self.for_indicators * points / self.weight if self.weight else ZERO

    @property
    def for_indicators(self) -> Decimal:
        """The points out of 100 that the indicators have together."""
        return HUNDRED - self.execution.weight


def parts_of(score: Score, least: int) -> tuple[Decimal, Decimal]:
    """Return the points of the execution, 0 while they are open, and the converted ones.

    They are rounded to `least` decimals, or to more if their sum would round to another total.
    """
    points, converted = score.execution.points or ZERO, score.converted
    return next(
        parts
        for places in count(least)
        for parts in [(half_up(points, places), half_up(converted, places))]
        if score.rounded(within_hundred(sum(parts, score.extra))) == score.so_far
    )


def score_year(form: Form, readings: Readings) -> Score:
    """Score all indicators and the execution of the budget."""
    scheme = form.scheme
    items = readings.shares.of(
        ITEMS, form.indicators, lambda one: score_item(scheme, one, readings)
    )
    return Score(score_execution(scheme, readings), items, scheme)


def within_hundred(points: Decimal) -> Decimal:
    """Return points out of 100, which nothing lifts above 100 or takes below 0."""
    return max(ZERO, min(points, HUNDRED))


def grade_of(scheme: Scheme, total: Decimal) -> str | None:
    """Return the grade of a rounded total by the floors of the scheme, None if it has no grades."""
    return next((grade.name for grade in scheme.grades if total >= grade.floor), None)


def highest_total(scheme: Scheme, rate: Decimal) -> Decimal:
    """Return the highest total that an execution rate allows: 100, or less if the scheme caps it.

    The rate is a fraction. Caps on years of low execution are the rule of one region.
    """
    caps = (cap.total for cap in scheme.caps if rate * HUNDRED < cap.execution_below)
    return min(caps, default=HUNDRED)


def _extra(level: Level, items: tuple[IndicatorScore, ...]) -> Extra | None:
    members = [one for one in items if one.extra == level]
    if not members:
        return None
    way = 1 if level.role == "bonus" else -1
    typed = sum((one.score or ZERO for one in members), ZERO)
    blank = sum((one.indicator.weight for one in members if one.blank), ZERO)
    points = way * min(abs(typed), level.points)
    return Extra(level, typed, points, way * min(blank, level.points - abs(points)))
