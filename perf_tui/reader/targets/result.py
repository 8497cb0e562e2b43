"""What was read of a table of targets, all of it as text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from perf_tui.core.form.models import Sign

Field = Literal[
    "category",
    "subcategory",
    "name",
    "unit",
    "sign",
    "target",
    "adjusted",
    "actual",
    "weight",
    "score",
    "core",
    "reason",
    "remark",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorRow:
    """An indicator as a row of a table defines it. What the row does not say is empty.

    `target` is the initial target, and `adjusted` the adjusted one. `group_weight` is the weight of
    the whole group, where the indicator has none of its own. `doubts` say in words what to look at.
    """

    row: int
    name: str
    category: str = ""
    subcategory: str = ""
    unit: str = ""
    sign: Sign | Literal[""] = ""
    target: str = ""
    adjusted: str = ""
    weight: str = ""
    group_weight: str = ""
    core: bool = False
    actual: str = ""
    score: str = ""
    reason: str = ""
    remark: str = ""
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column, counted from 1, its heading in the table, and the field that it was taken for.

    `meaning` is the usual heading of that field.
    """

    number: int
    heading: str
    field: Field
    meaning: str


@dataclass(frozen=True, slots=True)
class Ignored:
    """A row or a column, counted from 1, that gives no indicator, and why."""

    kind: Literal["row", "column"]
    number: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class TargetTable:
    """The indicators of a table, its columns, and what was left out.

    `year` is the one that is printed above it, if any. `notes` say in words what to look at in all
    of it. `refusal` says what to do if the table cannot be read, and is empty otherwise.
    """

    indicators: tuple[IndicatorRow, ...] = ()
    columns: tuple[Column, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    refusal: str = ""
    year: int | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table of targets in a file, and what it is called there: 工作表“自评表”."""

    name: str
    table: TargetTable
