"""What a form set declares in its TOML files: scheme, fields, indicators, report and tables.

The models define the file format: a key that stands here is allowed, any other is refused.
Annotations are kept as types, not as text, because `structure` and pydantic read files by them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import chain
from typing import Literal

from perf_tui.core.form.form_table import FormTable
from perf_tui.core.form.layout import TableLayout
from perf_tui.core.form.values import (
    Flag,
    Initials,
    Key,
    Measure,
    NumberKey,
    NumberOrText,
    Sentence,
    TextKey,
    Whole,
    Words,
)

Kind = Literal["count", "number", "money", "percent", "text", "paragraph", "list", "date", "choice"]
Sign = Literal[">=", ">", "=", "<=", "<", "qualitative"]
Severity = Literal["error", "warning", "notice"]
ProjectFigure = Literal["count", "budget", "executed", "best"]
COMPARATORS: Mapping[Sign, str] = {
    ">=": "≥",
    "<=": "≤",
    ">": ">",
    "<": "<",
    "=": "=",
    "qualitative": "定性",
}
"""The comparators as they are printed (指标性质)."""

NUMERIC: frozenset[Kind] = frozenset({"count", "number", "money", "percent"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(FormTable):
    """One thing that the staff type.

    `unit` is what its number counts, and `source` is where the staff find it. A figure of the
    budget may be computed instead of typed: as the `sum` of others, in which a blank counts as 0
    once another is filled, or by a `measure`, which gives nothing while a figure in it is blank.
    `projects` says what of the office's projects a figure is that can be taken from their files.
    """

    key: Key
    label: Words
    kind: Kind = "count"
    unit: TextKey = ""
    required: Flag = False
    minimum: NumberKey | None = Decimal(0)
    maximum: NumberKey | None = None
    choices: tuple[TextKey, ...] = ()
    hint: TextKey = ""
    source: TextKey = ""
    sum: tuple[Key, ...] = ()
    measure: Measure | None = None
    projects: ProjectFigure | None = None

    @property
    def computed(self) -> bool:
        """Whether the figure follows from others and is never typed."""
        return bool(self.sum) or self.measure is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraint(FormTable):
    """A comparison of facts that has to hold. `fix` says what to do if it does not."""

    rule: Measure
    message: Words
    fix: Words
    severity: Literal["error", "warning"] = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered(FormTable):
    """Permission to type the actual value directly, for want of the facts behind the measure."""

    minimum: NumberKey | None = Decimal(0)
    maximum: NumberKey | None = None
    hint: TextKey = ""
    source: TextKey = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(FormTable):
    """A document that the finance bureau wants to see."""

    key: Key
    title: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(FormTable):
    """One performance indicator: its target, its facts, and the formula of its actual value."""

    id: Key
    number: Whole
    name: Words
    initials: Initials
    category: Words
    subcategory: TextKey = ""
    weight: NumberKey
    unit: TextKey = ""
    sign: Sign
    target: NumberOrText
    core: Flag = False
    guidance: Words
    facts: tuple[Fact, ...] = ()
    shared: tuple[Key, ...] = ()
    measure: Measure | None = None
    entered: Entered | None = None
    constraints: tuple[Constraint, ...] = ()
    sentence: Sentence
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(FormTable):
    """A passage of the report. Without a `sentence` the staff write it.

    One that is not `required` may stay blank. It is still asked for, unless it is `optional`.
    """

    key: Key
    title: Words
    initials: Initials
    required: Flag = True
    optional: Flag = False
    guidance: Words
    facts: tuple[Fact, ...] = ()
    shared: tuple[Key, ...] = ()
    sentence: Sentence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter(FormTable):
    """A first-level heading of the report and its sections.

    The key `indicators` stands for the passages of all indicators.
    """

    title: Words
    sections: tuple[Key, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade(FormTable):
    """A grade and the lowest rounded total that earns it."""

    name: Words
    floor: NumberKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier(FormTable):
    """A tier of a qualitative indicator with its range of coefficients, in % of the weight."""

    name: Words
    floor: NumberKey
    ceiling: NumberKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Cap(FormTable):
    """The highest self-score while the execution rate, in %, is below a limit.

    This is the rule of one region.
    """

    execution_below: NumberKey
    total: NumberKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme(FormTable):
    """How a year is scored. Every value may differ between provinces.

    Weights and `points_per_event` are in points. `overreach` is a multiple of the target. No real
    budget is below `least_budget`, in 元. The other thresholds are in %.
    """

    execution_weight: NumberKey
    execution: Measure
    indicator_weights: NumberKey
    inverse_rule: Literal["linear", "ratio"]
    points_per_event: NumberKey | None = None
    grades: tuple[Grade, ...]
    tiers: tuple[Tier, ...]
    overreach: NumberKey
    low_execution: NumberKey
    budget_shift: NumberKey
    score_above_execution: NumberKey
    unspent: NumberKey
    caps: tuple[Cap, ...] = ()
    least_budget: NumberKey = Decimal(100_000)
    closing: Sentence


@dataclass(frozen=True, kw_only=True)
class FormSet(FormTable):
    """A form set as declared. `unit`, `budget` and `facts` are typed once and used on any page.

    `table` is the id of the layout among `tables` that is printed.
    """

    id: Key
    version: Whole
    title: Words
    report_title: tuple[Sentence, ...]
    table: Key
    scheme: Scheme
    unit: tuple[Fact, ...]
    budget: tuple[Fact, ...]
    facts: tuple[Fact, ...] = ()
    outline: tuple[Chapter, ...]
    sections: tuple[Section, ...]
    indicators: tuple[Indicator, ...]
    tables: tuple[TableLayout, ...]

    @cached_property
    def all_facts(self) -> tuple[Fact, ...]:
        """The facts of the form, its sections and its indicators, without unit and budget."""
        groups = (
            self.facts,
            *(s.facts for s in self.sections),
            *(i.facts for i in self.indicators),
        )
        return tuple(chain.from_iterable(groups))
