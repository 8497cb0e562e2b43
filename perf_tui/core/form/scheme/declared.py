"""The scheme of a form set, as the table `[scheme]` of its form.toml declares it.

Annotations are kept as types, not as text, because `structure` and pydantic read files by them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from perf_tui.core.form.form_table import FormTable
from perf_tui.core.form.values import Flag, Measure, NumberKey, Sentence, TextKey, Whole, Words

HUNDRED = Decimal(100)
Role = Literal["scored", "bonus", "deduction"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade(FormTable):
    """A grade and the lowest rounded total that earns it."""

    name: Words
    floor: NumberKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier(FormTable):
    """A tier of a qualitative indicator with its range of coefficients, in % of the weight.

    A ceiling that is not `ceiling_included` belongs to the tier above alone.
    """

    name: Words
    floor: NumberKey
    ceiling: NumberKey
    ceiling_included: Flag = True

    def allows(self, coefficient: Decimal) -> bool:
        """Whether a coefficient, in %, lies in the tier."""
        if coefficient == self.ceiling:
            return self.ceiling_included
        return self.floor <= coefficient < self.ceiling


@dataclass(frozen=True, slots=True, kw_only=True)
class Cap(FormTable):
    """The highest self-score while the execution rate, in %, is below a limit.

    This is the rule of one region.
    """

    execution_below: NumberKey
    total: NumberKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(FormTable):
    """The share of the execution's points, in %, that a rate of `rate` % or more earns."""

    rate: NumberKey
    share: NumberKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Level(FormTable):
    """The points of all indicators of a first level, or of a second level inside it.

    The first levels in `also` share these points. The points of a `bonus` (加分项) are added to the
    total, and those of a `deduction` (扣分项) are taken from it, up to `points`; one that is not
    `counted` is told without changing the total.
    """

    category: Words
    subcategory: TextKey = ""
    points: NumberKey
    also: tuple[Words, ...] = ()
    role: Role = "scored"
    counted: Flag = True

    @property
    def categories(self) -> tuple[str, ...]:
        """The first levels that share the points."""
        return (self.category, *self.also)

    def has(self, category: str, subcategory: str) -> bool:
        """Whether an indicator of these levels weighs in it."""
        return category in self.categories and self.subcategory in ("", subcategory)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme(FormTable):
    """How a year is scored. Every value may differ between provinces.

    Weights and `points_per_event` are in points. `overreach` is a multiple of the target. No real
    budget is below `least_budget`, in 元. The other
    thresholds are in %. Without `levels` only the sum of the indicators' weights is set, without
    `execution_steps` the execution's points are proportional to its rate, and without `grades`
    there are none. A rate above 100 % earns `over_execution` % of the execution's points. Scores of
    indicators and the total are rounded half-up to so many decimals.
    """

    execution_weight: NumberKey
    execution: Measure
    execution_steps: tuple[Step, ...] = ()
    over_execution: NumberKey = HUNDRED
    indicator_weights: NumberKey
    levels: tuple[Level, ...] = ()
    inverse_rule: Literal["linear", "ratio"]
    points_per_event: NumberKey | None = None
    score_places: Whole = 2
    total_places: Whole = 2
    grades: tuple[Grade, ...] = ()
    tiers: tuple[Tier, ...]
    overreach: NumberKey
    low_execution: NumberKey
    budget_shift: NumberKey
    score_above_execution: NumberKey
    unspent: NumberKey
    caps: tuple[Cap, ...] = ()
    least_budget: NumberKey = Decimal(100_000)
    closing: Sentence

    def first_levels(self, role: Role = "scored") -> Iterator[Level]:
        """Yield the levels of a role that stand at the top, not inside another."""
        return (one for one in self.levels if one.role == role and not one.subcategory)

    def extra_level(self, category: str) -> Level | None:
        """Return the level of a category whose points are added to or taken from the total."""
        for one in self.levels:
            if one.role != "scored" and one.has(category, ""):
                return one
        return None
