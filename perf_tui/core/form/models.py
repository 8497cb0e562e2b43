"""What a form set declares, as its TOML files hold it: the scheme, the fields, the indicators.

The models define the file format: a key that stands here is allowed, any other is refused.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainValidator

from perf_tui.core.expressions import Expression, compile_expression
from perf_tui.core.templates import Template, compile_template

Kind = Literal["count", "number", "money", "percent", "text", "paragraph", "date", "choice"]
Sign = Literal[">=", ">", "=", "<=", "<", "qualitative"]
Severity = Literal["error", "warning", "notice"]
Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Words = Annotated[str, Field(min_length=1)]
Measure = Annotated[Expression, PlainValidator(compile_expression)]
Sentence = Annotated[Template, PlainValidator(compile_template)]

NUMERIC: frozenset[Kind] = frozenset({"count", "number", "money", "percent"})


class Part(BaseModel):
    """A table of a form file: unchangeable, and closed to keys that it does not name."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Fact(Part):
    """One thing the staff type; `unit` is what the number counts, `source` where they find it."""

    key: Key
    label: Words
    kind: Kind = "count"
    unit: str = ""
    required: bool = False
    minimum: Decimal | None = Decimal(0)
    maximum: Decimal | None = None
    choices: tuple[str, ...] = ()
    hint: str = ""
    source: str = ""


class Constraint(Part):
    """A comparison over facts that has to hold; `fix` says what to do when it does not."""

    rule: Measure
    message: Words
    fix: Words
    severity: Literal["error", "warning"] = "error"


class Entered(Part):
    """The actual value may be typed directly, for want of the facts behind the measure."""

    minimum: Decimal | None = Decimal(0)
    maximum: Decimal | None = None
    hint: str = ""
    source: str = ""


class Evidence(Part):
    """A document that the finance bureau wants to see."""

    key: Key
    title: Words


class Indicator(Part):
    """One performance indicator: its target, its facts and how the actual value comes from them."""

    id: Key
    number: int
    name: Words
    initials: Annotated[str, Field(pattern=r"^[a-z0-9]+$")]
    category: Words
    weight: Decimal
    unit: str = ""
    sign: Sign
    target: Decimal | str
    core: bool = False
    guidance: Words
    facts: tuple[Fact, ...] = ()
    shared: tuple[Key, ...] = ()
    measure: Measure | None = None
    entered: Entered | None = None
    constraints: tuple[Constraint, ...] = ()
    sentence: Sentence
    evidence: tuple[Evidence, ...] = ()


class Section(Part):
    """A passage of the report; without `sentence` it is written by the staff."""

    key: Key
    title: Words
    initials: Annotated[str, Field(pattern=r"^[a-z0-9]+$")]
    required: bool = True
    guidance: Words
    facts: tuple[Fact, ...] = ()
    shared: tuple[Key, ...] = ()
    sentence: Sentence | None = None


class Chapter(Part):
    """A first-level heading of the report and the sections below it, `indicators` among them."""

    title: Words
    sections: tuple[Key, ...]


class Grade(Part):
    """A grade and the rounded total from which it is given."""

    name: Words
    floor: Decimal


class Tier(Part):
    """A tier of a qualitative indicator and its coefficients, in percent of the weight."""

    name: Words
    floor: Decimal
    ceiling: Decimal


class Cap(Part):
    """The highest self-score while execution lies below a rate, in percent (one region's rule)."""

    execution_below: Decimal
    total: Decimal


class Scheme(Part):
    """How a year is scored; every value differs between provinces."""

    execution_weight: Decimal
    execution: Measure
    indicator_weights: Decimal
    inverse_rule: Literal["linear", "ratio"]
    points_per_event: Decimal | None = None
    grades: tuple[Grade, ...]
    tiers: tuple[Tier, ...]
    overreach: Decimal
    low_execution: Decimal
    budget_shift: Decimal
    score_above_execution: Decimal
    unspent: Decimal
    caps: tuple[Cap, ...] = ()
    closing: Sentence
