"""The score of a year: indicators, execution of the budget, total out of 100, and grade.

total = W × min(rate, 1) + (100 - W) × sum of scores ÷ sum of weights, where W is the weight of the
execution. Published self-evaluation tables of Chongqing are computed so. W, the grades and the
other values are the scheme's, because provinces differ.

Everything is Decimal. An indicator's score is rounded half-up to two decimals when it is computed,
because that figure is printed. The total is rounded once, at the end.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import count

from perf_tui.core.answers.readings import Reading, Readings
from perf_tui.core.form import Form, Indicator, Scheme
from perf_tui.core.numbers import Number
from perf_tui.core.numbers.rounding import half_up, percent, plain
from perf_tui.core.scoring.measured import actual_of, measured_of, target_of

ZERO, ONE, HUNDRED = Decimal(0), Decimal(1), Decimal(100)
INVERSE = ("<=", "<")
# Quotients are cut off after some 25 decimals. Decimals beyond this one may be wrong.
RELIABLE = 20
ITEMS = "score"  # the name of the shares that are `IndicatorScore`s


@dataclass(frozen=True, slots=True)
class IndicatorScore:
    """The result of one indicator. `actual` and `target` are in its unit.

    `rule_score` is what the rule gives before a typed coefficient lowers it. `score` is None while
    something that it needs is blank or cannot be read. `measured` tells whether the actual value
    was computed from facts. `shown_actual` and `shown_target` are both values as printed, without
    the unit.
    """

    indicator: Indicator
    target: Decimal | None
    actual: Decimal | None
    tier: str | None
    rule_score: Decimal | None
    score: Decimal | None
    measured: bool
    shown_actual: str | None

    @property
    def shown_target(self) -> str | None:
        """The target that counts, as printed, or None if it cannot be read."""
        if self.indicator.sign == "qualitative":
            return str(self.indicator.target)
        return None if self.target is None else plain(self.target)

    @property
    def blank(self) -> bool:
        """Whether there is no score yet, because something that it needs is missing."""
        return self.score is None

    @property
    def coefficient(self) -> Decimal | None:
        """Score ÷ weight, from 0 to 1, or None while the score is open."""
        return None if self.score is None else self.score / self.indicator.weight

    @property
    def lost(self) -> Decimal:
        """The points that the indicator has lost, 0 while its score is open."""
        return ZERO if self.score is None else self.indicator.weight - self.score


@dataclass(frozen=True, slots=True)
class Execution:
    """The budget's part of the total. `rate` is executed ÷ adjusted budget, not capped."""

    weight: Decimal
    rate: Decimal | None

    @property
    def shown_rate(self) -> str | None:
        """The rate in percent as printed, without the sign."""
        return None if self.rate is None else percent(self.rate * HUNDRED)

    @property
    def points(self) -> Decimal | None:
        """Weight × rate, with the rate limited to 0 to 1. The product is not rounded."""
        return None if self.rate is None else self.weight * max(ZERO, min(self.rate, ONE))

    @property
    def score(self) -> Decimal | None:
        """The points as printed, rounded half-up to two decimals."""
        return None if self.points is None else to_points(self.points)


@dataclass(frozen=True)
class Score:
    """The score of a year. `total` and `grade` are None while something is open."""

    execution: Execution
    items: tuple[IndicatorScore, ...]
    scheme: Scheme

    @cached_property
    def weight(self) -> Decimal:
        """The sum of the indicators' weights."""
        return sum([item.indicator.weight for item in self.items], ZERO)

    @cached_property
    def indicators(self) -> Decimal:
        """The sum of the indicators' scores, in which an open one counts as 0."""
        return sum([item.score or ZERO for item in self.items], ZERO)

    @property
    def converted(self) -> Decimal:
        """The indicators' part of the total, not rounded."""
        return self.in_total(self.indicators)

    @property
    def low_execution(self) -> bool:
        """Whether the execution rate is below the scheme's `low_execution` and needs a reason."""
        rate = self.execution.rate
        return rate is not None and rate * HUNDRED < self.scheme.low_execution

    @cached_property
    def complete(self) -> bool:
        """Whether everything that the total needs is there."""
        return self.execution.rate is not None and not any(item.blank for item in self.items)

    @property
    def so_far(self) -> Decimal:
        """The points reached, out of 100, rounded once."""
        return to_points(self.reached)

    @cached_property
    def open(self) -> Decimal:
        """Points out of 100 that blanks can still bring. With `so_far` they make 100 at most."""
        budget = self.execution.weight if self.execution.rate is None else ZERO
        items = sum((item.indicator.weight for item in self.items if item.blank), ZERO)
        return to_points(self.reached + budget + self.in_total(items)) - self.so_far

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
        """The grade of the rounded total, or None while something is open."""
        return None if self.total is None else grade_of(self.scheme, self.total)

    @property
    def reached(self) -> Decimal:
        """The points reached, out of 100, not rounded."""
        return (self.execution.points or ZERO) + self.converted

    def in_total(self, points: Decimal) -> Decimal:
        """Return points of indicators as points out of 100.

        The product comes before the division, so that 90 × 100 ÷ 100 stays exact.
        """
        rest = HUNDRED - self.execution.weight
        return rest * points / self.weight if self.weight else ZERO


def parts_of(score: Score, least: int) -> tuple[Decimal, Decimal]:
    """Return the points of the execution, 0 while they are open, and the converted ones.

    They are rounded to `least` decimals, or to more if their sum would round to another total.
    """
    points, converted = score.execution.points or ZERO, score.converted
    return next(
        parts
        for places in count(least)
        for parts in [(half_up(points, places), half_up(converted, places))]
        if to_points(sum(parts, ZERO)) == score.so_far
    )


def score_year(form: Form, readings: Readings) -> Score:
    """Score all indicators and the execution of the budget."""
    scheme = form.scheme
    execution = Execution(scheme.execution_weight, scheme.execution.number(readings.amounts))
    items = readings.shares.of(
        ITEMS, form.indicators, lambda one: _score_item(scheme, one, readings)
    )
    return Score(execution, items, scheme)


def grade_of(scheme: Scheme, total: Decimal) -> str:
    """Return the grade of a rounded total by the floors of the scheme."""
    return next(grade.name for grade in scheme.grades if total >= grade.floor)


def highest_total(scheme: Scheme, rate: Decimal) -> Decimal:
    """Return the highest total that an execution rate allows: 100, or less if the scheme caps it.

    The rate is a fraction. Caps on years of low execution are the rule of one region.
    """
    caps = (cap.total for cap in scheme.caps if rate * HUNDRED < cap.execution_below)
    return min(caps, default=HUNDRED)


def to_points(value: Decimal) -> Decimal:
    """Round points half-up to two decimals.

    A half that a quotient just misses, because its digits were cut off, still counts as a half.
    """
    return half_up(half_up(value, RELIABLE))


def rule_score(scheme: Scheme, indicator: Indicator, target: Decimal, actual: Decimal) -> Decimal:
    """Return the points by the rule of the indicator's sign, rounded half-up to two decimals.

    They lie between 0 and the weight, which a reached target gives in full. Below its target, ≥, >
    or = gives weight × actual ÷ target. Above it, ≤ or < follows the scheme's `inverse_rule`. For a
    target of “= 0” the scheme sets whether each event costs points or one event costs all of them.
    A negative actual value counts as 0.
    """
    share = _share(scheme, indicator, target, max(actual, ZERO))
    return to_points(indicator.weight * max(ZERO, share))


def reaches(indicator: Indicator, target: Decimal, actual: Decimal) -> bool:
    """Whether an actual value, not below 0, meets the target. “= 0” tolerates nothing."""
    if indicator.sign in INVERSE or (indicator.sign == "=" and target == ZERO):
        return actual <= target
    return actual >= target


def _score_item(scheme: Scheme, indicator: Indicator, readings: Readings) -> IndicatorScore:
    if indicator.sign == "qualitative":
        return _score_qualitative(scheme, indicator, readings)
    target = target_of(indicator, readings)
    measured = measured_of(indicator, readings)
    actual = actual_of(indicator, readings)
    by_rule = score = None
    if actual is not None and target is not None and indicator.weight:
        by_rule = rule_score(scheme, indicator, target, actual)
        typed = readings.by_address.get(f"indicators.{indicator.id}.coefficient")
        score = _lowered(indicator, by_rule, typed)
    words = readings.words(f"indicators.{indicator.id}.actual")  # a typed value keeps its 约 or 余
    shown = words if measured is None else shown_figure(indicator, measured)
    return IndicatorScore(
        indicator, target, actual, None, by_rule, score, measured is not None, shown
    )


def shown_figure(indicator: Indicator, value: Decimal) -> str:
    """Return a computed value as printed, without the unit.

    The same kind of figure always has the same decimals (GB/T 15835).
    """
    return percent(value) if indicator.unit == "%" else plain(half_up(value))


def _score_qualitative(scheme: Scheme, indicator: Indicator, readings: Readings) -> IndicatorScore:
    at = f"indicators.{indicator.id}"
    name, typed = readings.words(f"{at}.tier"), readings.number(f"{at}.coefficient")
    tier = next((tier for tier in scheme.tiers if tier.name == name), None)
    score = None
    if tier and typed is not None and indicator.weight and tier.floor <= typed <= tier.ceiling:
        score = to_points(indicator.weight * typed / HUNDRED)
    return IndicatorScore(
        indicator, None, None, name, score, score, measured=False, shown_actual=name
    )


def _lowered(indicator: Indicator, by_rule: Decimal, typed: Reading) -> Decimal | None:
    match typed:
        case None:
            return by_rule
        case Number(value) if value >= ZERO:
            return min(by_rule, to_points(indicator.weight * value / HUNDRED))
        case _:
            return None  # the score is to be lowered, but how far cannot be read


def _share(scheme: Scheme, indicator: Indicator, target: Decimal, actual: Decimal) -> Decimal:
    if reaches(indicator, target, actual):
        return ONE
    if indicator.sign not in INVERSE:
        return actual / target if target else _zero_tolerance(scheme, indicator, actual)
    if target == ZERO:
        return ZERO
    return target / actual if scheme.inverse_rule == "ratio" else ONE - (actual - target) / target


def _zero_tolerance(scheme: Scheme, indicator: Indicator, events: Decimal) -> Decimal:
    if scheme.points_per_event is None:
        return ZERO
    return ONE - scheme.points_per_event * events / indicator.weight
