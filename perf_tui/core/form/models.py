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
from perf_tui.core.form.layout import Annex, TableLayout
from perf_tui.core.form.scheme import Scheme
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

NO_TARGET = "无"
"""The target of a quantitative indicator of which only a figure is stated."""
WITHOUT_TARGET = (NO_TARGET, "/", "／", "-", "—", "不设", "不设指标值")
"""The ways in which offices write that there is none."""

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
    """One performance indicator: its target, its facts, and the formula of its actual value.

    Without a target, `NO_TARGET` stands for it: its figure is stated, and its points come by tier.
    """

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

    @property
    def by_tier(self) -> bool:
        """Whether its points come from a tier and a coefficient, not from a target in figures."""
        return self.sign == "qualitative" or self.target == NO_TARGET


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


@dataclass(frozen=True, kw_only=True)
class FormSet(FormTable):
    """A form set as declared. `unit`, `budget` and `facts` are typed once and used on any page.

    `about` explains it in one line, and `basis` says whose rules its scheme follows. `table` is the
    id of the layout among `tables` that is printed.
    """

    id: Key
    version: Whole
    title: Words
    about: TextKey = ""
    basis: TextKey = ""
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
    annexes: tuple[Annex, ...] = ()

    @cached_property
    def all_facts(self) -> tuple[Fact, ...]:
        """The facts of the form, its sections and its indicators, without unit and budget."""
        groups = (
            self.facts,
            *(s.facts for s in self.sections),
            *(i.facts for i in self.indicators),
        )
        return tuple(chain.from_iterable(groups))
