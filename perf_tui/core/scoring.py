"""Scores by the rules of the scheme: each indicator's, the execution's, the total and the grade.

Everything is Decimal. An indicator's score is rounded half-up to two decimals when it is computed,
because that figure is printed; the total is rounded once, at the end.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from perf_tui.core.form import Form, Indicator, Scheme
from perf_tui.core.readings import Readings
from perf_tui.core.rounding import half_up

ZERO, ONE, HUNDRED = Decimal(0), Decimal(1), Decimal(100)


@dataclass(frozen=True, slots=True)
class Item:
    """One indicator's result; `actual` and `target` in its unit, `coefficient` = score ÷ weight.

    `rule_score` is what the rule gives before a typed coefficient lowers it.
    """

    indicator: Indicator
    target: Decimal | None
    actual: Decimal | None
    tier: str | None
    rule_score: Decimal | None
    score: Decimal | None

    @property
    def blank(self) -> bool:
        """Whether something needed for the score is missing."""
        return self.score is None

    @property
    def coefficient(self) -> Decimal | None:
        """Score ÷ weight, from 0 to 1."""
        return None if self.score is None else self.score / self.indicator.weight

    @property
    def lost(self) -> Decimal:
        """Points that the indicator cost so far; an open one has cost none."""
        return ZERO if self.score is None else self.indicator.weight - self.score


@dataclass(frozen=True, slots=True)
class Execution:
    """The budget's part of the total; `rate` is executed ÷ adjusted, uncapped."""

    weight: Decimal
    rate: Decimal | None

    @property
    def points(self) -> Decimal | None:
        """Weight × rate, the rate counted up to 1, not rounded."""
        return None if self.rate is None else self.weight * max(ZERO, min(self.rate, ONE))

    @property
    def score(self) -> Decimal | None:
        """The points as they are printed."""
        return None if self.points is None else half_up(self.points)


@dataclass(frozen=True, slots=True)
class Score:
    """A year's score; `total` and `grade` are None while something is open."""

    execution: Execution
    items: tuple[Item, ...]
    scheme: Scheme

    @property
    def weight(self) -> Decimal:
        """Sum of the indicators' weights."""
        return sum((item.indicator.weight for item in self.items), ZERO)

    @property
    def indicators(self) -> Decimal:
        """Sum of the indicators' scores, open ones counted as nothing."""
        return sum((item.score or ZERO for item in self.items), ZERO)

    @property
    def factor(self) -> Decimal:
        """What one point of an indicator is worth in the total."""
        return (HUNDRED - self.execution.weight) / self.weight if self.weight else ZERO

    @property
    def converted(self) -> Decimal:
        """The indicators' part of the total, not rounded."""
        # Multiplied before it is divided, so that 90 × 100 ÷ 100 stays exact.
        if not self.weight:
            return ZERO
        return (HUNDRED - self.execution.weight) * self.indicators / self.weight

    @property
    def complete(self) -> bool:
        """Whether nothing that the total needs is missing."""
        return self.execution.rate is not None and not any(item.blank for item in self.items)

    @property
    def so_far(self) -> Decimal:
        """Points reached, out of 100, rounded once."""
        return half_up((self.execution.points or ZERO) + self.converted)

    @property
    def open(self) -> Decimal:
        """Points out of 100 that blanks can still bring."""
        budget = self.execution.weight if self.execution.rate is None else ZERO
        items = sum((item.indicator.weight for item in self.items if item.blank), ZERO)
        return half_up(budget + items * self.factor)

    @property
    def total(self) -> Decimal | None:
        """The total, capped where the scheme caps it; None while something is open."""
        return min(self.so_far, self.cap or HUNDRED) if self.complete else None

    @property
    def cap(self) -> Decimal | None:
        """The highest total that the execution rate allows, where the scheme says so."""
        rate = self.execution.rate
        if rate is None:
            return None
        caps = (cap.total for cap in self.scheme.caps if rate * HUNDRED < cap.execution_below)
        return min(caps, default=None)

    @property
    def grade(self) -> str | None:
        """The grade of the rounded total; None while something is open."""
        return None if self.total is None else grade_of(self.scheme, self.total)

    @property
    def reachable(self) -> tuple[str, str]:
        """The grade reached already and the best one that the open points allow."""
        best = min(HUNDRED, self.so_far + self.open)
        return grade_of(self.scheme, self.so_far), grade_of(self.scheme, best)


def score_year(form: Form, readings: Readings) -> Score:
    """Score all indicators and the execution of the budget."""
    scheme = form.scheme
    execution = Execution(scheme.execution_weight, scheme.execution.number(readings.amounts))
    items = tuple(_score_item(scheme, one, readings) for one in form.indicators)
    return Score(execution, items, scheme)


def grade_of(scheme: Scheme, total: Decimal) -> str:
    """The grade that a rounded total gives."""
    return next(grade.name for grade in scheme.grades if total >= grade.floor)


def rule_score(scheme: Scheme, indicator: Indicator, target: Decimal, actual: Decimal) -> Decimal:
    """Points by the rule of the sign, rounded half-up to two decimals, from 0 to the weight."""
    share = _share(scheme, indicator, target, max(actual, ZERO))
    return half_up(indicator.weight * max(ZERO, min(share, ONE)))


def _score_item(scheme: Scheme, indicator: Indicator, readings: Readings) -> Item:
    at = f"indicators.{indicator.id}"
    typed = readings.number(f"{at}.coefficient")
    if indicator.sign == "qualitative":
        return _score_qualitative(scheme, indicator, readings, typed)
    target = target_of(indicator, readings)
    actual = actual_of(indicator, readings)
    if actual is None or target is None:
        return Item(indicator, target, actual, None, None, None)
    by_rule = rule_score(scheme, indicator, target, actual)
    return Item(indicator, target, actual, None, by_rule, _lowered(indicator, by_rule, typed))


def target_of(indicator: Indicator, readings: Readings) -> Decimal | None:
    """The adjusted target when given, else this year's own, else the form's.

    One that was typed but cannot be read gives None: nobody may be scored against a guess.
    """
    at = f"indicators.{indicator.id}"
    for address in (f"{at}.adjusted_target", f"{at}.target"):
        if readings.by_address.get(address) is not None:
            typed = readings.number(address)
            return None if typed is None else max(typed, ZERO)
    return Decimal(indicator.target)


def actual_of(indicator: Indicator, readings: Readings) -> Decimal | None:
    """What the facts give by the measure; for want of them, the value entered directly."""
    measured = measured_of(indicator, readings)
    return readings.number(f"indicators.{indicator.id}.actual") if measured is None else measured


def measured_of(indicator: Indicator, readings: Readings) -> Decimal | None:
    """What the indicator's measure gives; None without one or while a fact in it is blank."""
    return None if indicator.measure is None else indicator.measure.number(readings.amounts)


def _score_qualitative(
    scheme: Scheme, indicator: Indicator, readings: Readings, typed: Decimal | None
) -> Item:
    name = readings.words(f"indicators.{indicator.id}.tier")
    tier = next((tier for tier in scheme.tiers if tier.name == name), None)
    score = None
    if tier and typed is not None and tier.floor <= typed <= tier.ceiling:
        score = half_up(indicator.weight * typed / HUNDRED)
    return Item(indicator, None, None, name, score, score)


def _lowered(indicator: Indicator, by_rule: Decimal, typed: Decimal | None) -> Decimal:
    if typed is None or typed < ZERO:
        return by_rule
    return min(by_rule, half_up(indicator.weight * typed / HUNDRED))


def _share(scheme: Scheme, indicator: Indicator, target: Decimal, actual: Decimal) -> Decimal:
    match indicator.sign:
        case "<=" | "<":
            return _inverse_share(scheme, target, actual)
        case "=" if target == ZERO:
            return _zero_tolerance(scheme, indicator, actual)
        case _:
            return ONE if actual >= target else actual / target


def _inverse_share(scheme: Scheme, target: Decimal, actual: Decimal) -> Decimal:
    if actual <= target:
        return ONE
    if target == ZERO:
        return ZERO
    return target / actual if scheme.inverse_rule == "ratio" else ONE - (actual - target) / target


def _zero_tolerance(scheme: Scheme, indicator: Indicator, events: Decimal) -> Decimal:
    if events == ZERO:
        return ONE
    if scheme.points_per_event is None:
        return ZERO
    return ONE - scheme.points_per_event * events / indicator.weight
