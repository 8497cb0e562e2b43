"""The self-evaluation table as a form set declares it: its head, its columns, its last rows.

One file in `tables/` is one layout; `table` in form.toml names the one that is printed. Annotations
are kept as types, not as text, as in `models`.
"""

from dataclasses import dataclass
from typing import Literal

from perf_tui.core.form.part import Part
from perf_tui.core.form.values import Flag, Key, Number, Sentence, Text, Whole, Words

Align = Literal["left", "center", "right"]
Merged = Literal["", "first", "below"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCell(Part):
    """A cell over `span` columns: a `label` as it stands, or a `text` filled from the year.

    `blank` stands where the text is empty. The first of cells that are merged downwards is
    `first`, those below it are `below` and say nothing.
    """

    label: Text = ""
    text: Sentence | None = None
    span: Whole = 1
    align: Align = "center"
    blank: Text = ""
    merged: Merged = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow(Part):
    """A row; an `internal` one is not published, an `if_filled` one needs a text to be printed."""

    cells: tuple[TableCell, ...]
    internal: Flag = False
    if_filled: Flag = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TableColumn(Part):
    """A column of the indicators, `width` millimetres wide.

    Equal texts below one another become one cell where the column is `merged`.
    """

    label: Words
    text: Sentence
    width: Whole
    align: Align = "center"
    blank: Text = ""
    merged: Flag = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TableGroup(Part):
    """What all indicators of a category weigh together, in points of 100."""

    category: Words
    points: Number


@dataclass(frozen=True, slots=True, kw_only=True)
class TableLayout(Part):
    """A self-evaluation table; `widths` are those of the columns above the indicators.

    With `groups` the indicators stand in their order and weigh what the groups say.
    """

    id: Key
    title: Words
    caption: Words
    widths: tuple[Whole, ...]
    head: tuple[TableRow, ...]
    columns: tuple[TableColumn, ...]
    groups: tuple[TableGroup, ...] = ()
    foot: tuple[TableRow, ...] = ()
