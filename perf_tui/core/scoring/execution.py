"""The budget's part of the total."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from perf_tui.core.answers.readings import Readings
from perf_tui.core.form import Scheme
from perf_tui.core.numbers.rounding import percent
from perf_tui.core.scoring.points import HUNDRED, ONE, ZERO, to_points


@dataclass(frozen=True, slots=True)
class Execution:
    """The budget's part of the total.

    `rate` is executed ÷ adjusted budget, not capped. `share` is the part of the weight that it
    earns, from 0 to 1. `places` are the decimals of the score.
    """

    weight: Decimal
    rate: Decimal | None
    share: Decimal | None
    places: int = 2

    @property
    def shown_rate(self) -> str | None:
        """The rate in percent as printed, without the sign."""
        return None if self.rate is None else percent(self.rate * HUNDRED)

    @property
    def points(self) -> Decimal | None:
        """Weight × share. The product is not rounded."""
        return None if self.share is None else self.weight * self.share

    @property
    def score(self) -> Decimal | None:
        """The points as printed, rounded half-up."""
        return None if self.points is None else to_points(self.points, self.places)


def score_execution(scheme: Scheme, readings: Readings) -> Execution:
    """Score the execution of the budget."""
    rate = scheme.execution.number(readings.amounts)
    share = None if rate is None else share_of(scheme, rate)
    return Execution(scheme.execution_weight, rate, share, scheme.score_places)


def share_of(scheme: Scheme, rate: Decimal) -> Decimal:
    """Return the share of the execution's points that a rate earns; both are fractions.

    A rate above 100 % earns what the scheme says. Below, the share is the rate, or that of the
    highest step that the rate reaches.
    """
    if rate > ONE:
        return scheme.over_execution / HUNDRED
    if not scheme.execution_steps:
        return max(ZERO, rate)
    reached = (one.share for one in scheme.execution_steps if rate * HUNDRED >= one.rate)
    return next(reached, ZERO) / HUNDRED
