"""The self-evaluation table as a form set declares it: its head, its columns, its last rows.

One file in `tables/` is one layout, and `table` in form.toml names the one that is printed.
Annotations are kept as types, not as text, as in `models`.
"""

from dataclasses import dataclass
from typing import Literal

from perf_tui.core.form.form_table import FormTable
from perf_tui.core.form.values import Flag, Key, Measure, NumberKey, Sentence, TextKey, Whole, Words

Align = Literal["left", "center", "right"]
Merged = Literal["", "first", "below"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCell(FormTable):
    """A cell over `span` columns: a fixed `label`, a `text` filled from the year, or a `value`.

    A value is computed from the year's figures and printed with its `unit`. `blank` is printed if
    the text is empty. Of cells merged downwards the top one is `first`, and those under it are
    `below` and hold nothing.
    """

    label: TextKey = ""
    text: Sentence | None = None
    value: Measure | None = None
    unit: TextKey = ""
    span: Whole = 1
    align: Align = "center"
    blank: TextKey = ""
    merged: Merged = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow(FormTable):
    """A row of cells.

    An `internal` one is not published. An `if_filled` one is printed only if a text in it is not
    empty.
    """

    cells: tuple[TableCell, ...]
    internal: Flag = False
    if_filled: Flag = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TableColumn(FormTable):
    """A column of the indicators, `width` millimetres wide.

    In a `merged` column, equal texts below one another become one cell.
    """

    label: Words
    text: Sentence
    width: Whole
    align: Align = "center"
    blank: TextKey = ""
    merged: Flag = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TableGroup(FormTable):
    """The points out of 100 that all indicators of a category weigh together."""

    category: Words
    points: NumberKey


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLayout(FormTable):
    """A self-evaluation table. `widths`, in millimetres, are the columns above the indicators.

    The figures of the budget, typed in 元, are printed in the unit `money`. With `groups`, the
    indicators stand in the order of the groups and share their points.
    """

    id: Key
    title: Words
    caption: Words
    widths: tuple[Whole, ...]
    head: tuple[TableRow, ...]
    columns: tuple[TableColumn, ...]
    groups: tuple[TableGroup, ...] = ()
    money: Literal["元", "万元"] = "元"
    foot: tuple[TableRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex(FormTable):
    """A table of facts that is an attachment of its own, with columns of `widths` millimetres."""

    key: Key
    title: Words
    widths: tuple[Whole, ...]
    rows: tuple[TableRow, ...]
