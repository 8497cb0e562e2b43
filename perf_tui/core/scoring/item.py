"""The score of one indicator.

It is rounded half-up when it is computed, to two decimals unless the scheme sets others, because
that figure is printed.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from perf_tui.core.answers.readings import Reading, Readings
from perf_tui.core.form import Indicator, Scheme
from perf_tui.core.form.scheme import Level
from perf_tui.core.numbers import Number
from perf_tui.core.numbers.rounding import half_up, percent, plain
from perf_tui.core.scoring.measured import actual_of, measured_of, target_of
from perf_tui.core.scoring.points import HUNDRED, ONE, ZERO, to_points

INVERSE = ("<=", "<")


@dataclass(frozen=True, slots=True)
class IndicatorScore:
    """The result of one indicator. `actual` and `target` are in its unit.

    `rule_score` is what the rule gives before a typed coefficient lowers it. `score` is None while
    something that it needs is blank or cannot be read. `measured` tells whether the actual value
    was computed from facts. `shown_actual` and `shown_target` are both values as printed, without
    the unit. `extra` is the level of one whose points are added to the total, or taken from it:
    its score is then above or below 0.
    """

    indicator: Indicator
    target: Decimal | None
    actual: Decimal | None
    tier: str | None
    rule_score: Decimal | None
    score: Decimal | None
    measured: bool
    shown_actual: str | None
    extra: Level | None = None

    @property
    def shown_target(self) -> str | None:
        """The target that counts, as printed, or None if it cannot be read."""
        if self.indicator.by_tier or self.extra:
            target = self.indicator.target
            return target if isinstance(target, str) else plain(target)
        return None if self.target is None else plain(self.target)

    @property
    def blank(self) -> bool:
        """Whether there is no score yet, because something that it needs is missing."""
        return self.score is None

    @property
    def coefficient(self) -> Decimal | None:
        """Score ÷ weight, from 0 to 1, or None while it is open, or for an `extra`."""
        if self.score is None or self.extra:
            return None
        return self.score / self.indicator.weight

    @property
    def lost(self) -> Decimal:
        """The points that the indicator has lost, 0 while its score is open."""
        if self.score is None:
            return ZERO
        return max(ZERO, -self.score) if self.extra else self.indicator.weight - self.score


def score_item(scheme: Scheme, indicator: Indicator, readings: Readings) -> IndicatorScore:
    """Score an indicator by its sign, its tier, or the points typed for it."""
    if extra := scheme.extra_level(indicator.category):
        return _score_extra(extra, indicator, readings)
    if indicator.by_tier:
        return _score_by_tier(scheme, indicator, readings)
    target = target_of(indicator, readings)
    measured = measured_of(indicator, readings)
    actual = actual_of(indicator, readings)
    by_rule = score = None
    if actual is not None and target is not None and indicator.weight:
        by_rule = rule_score(scheme, indicator, target, actual)
        typed = readings.by_address.get(f"indicators.{indicator.id}.coefficient")
        score = _lowered(scheme, indicator, by_rule, typed)
    shown = _shown(indicator, measured, readings)
    return IndicatorScore(
        indicator, target, actual, None, by_rule, score, measured is not None, shown
    )


def rule_score(scheme: Scheme, indicator: Indicator, target: Decimal, actual: Decimal) -> Decimal:
    """Return the points by the rule of the indicator's sign, rounded half-up.

    They lie between 0 and the weight, which a reached target gives in full. Below its target, ≥, >
    or = gives weight × actual ÷ target. Above it, ≤ or < follows the scheme's `inverse_rule`. For a
    target of “= 0” the scheme sets whether each event costs points or one event costs all of them.
    A negative actual value counts as 0.
    """
    share = _share(scheme, indicator, target, max(actual, ZERO))
    return to_points(indicator.weight * max(ZERO, share), scheme.score_places)


def reaches(indicator: Indicator, target: Decimal, actual: Decimal) -> bool:
    """Whether an actual value, not below 0, meets the target. “= 0” tolerates nothing."""
    if indicator.sign in INVERSE or (indicator.sign == "=" and target == ZERO):
        return actual <= target
    return actual >= target


def shown_figure(indicator: Indicator, value: Decimal) -> str:
    """Return a computed value as printed, without the unit.

    The same kind of figure always has the same decimals (GB/T 15835).
    """
    return percent(value) if indicator.unit == "%" else plain(half_up(value))


def _shown(indicator: Indicator, measured: Decimal | None, readings: Readings) -> str | None:
    """Return the actual value as printed; a typed one keeps its 约 or 余."""
    words = readings.words(f"indicators.{indicator.id}.actual")
    return words if measured is None else shown_figure(indicator, measured)


def _score_by_tier(scheme: Scheme, indicator: Indicator, readings: Readings) -> IndicatorScore:
    at = f"indicators.{indicator.id}"
    name, typed = readings.words(f"{at}.tier"), readings.number(f"{at}.coefficient")
    tier = next((tier for tier in scheme.tiers if tier.name == name), None)
    score = None
    if tier and typed is not None and indicator.weight and tier.allows(typed):
        score = to_points(indicator.weight * typed / HUNDRED, scheme.score_places)
    if indicator.sign == "qualitative":
        return IndicatorScore(
            indicator, None, None, name, score, score, measured=False, shown_actual=name
        )
    measured, actual = measured_of(indicator, readings), actual_of(indicator, readings)
    score = None if actual is None else score
    shown = _shown(indicator, measured, readings)
    return IndicatorScore(indicator, None, actual, name, score, score, measured is not None, shown)


def _score_extra(extra: Level, indicator: Indicator, readings: Readings) -> IndicatorScore:
    typed = readings.number(f"indicators.{indicator.id}.points")
    score = None
    if typed is not None and ZERO <= typed <= indicator.weight:
        score = half_up(typed if extra.role == "bonus" else -typed)
    way = "加" if extra.role == "bonus" else "扣"
    shown = None if score is None else f"{way}{plain(abs(score))}分"
    return IndicatorScore(
        indicator, None, None, None, score, score, measured=False, shown_actual=shown, extra=extra
    )


def _lowered(
    scheme: Scheme, indicator: Indicator, by_rule: Decimal, typed: Reading
) -> Decimal | None:
    match typed:
        case None:
            return by_rule
        case Number(value) if value >= ZERO:
            lowered = to_points(indicator.weight * value / HUNDRED, scheme.score_places)
            return min(by_rule, lowered)
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
