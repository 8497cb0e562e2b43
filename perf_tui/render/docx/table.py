"""Tables with borders, a head that is repeated on every page, and rows that stay whole.

Rows are built as elements, because python-docx would search the styles anew for every cell.
"""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import Any

from docx.document import Document as WordFile
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.shared import Length, Twips

from perf_tui.core.numbers import clean_text
from perf_tui.render.document import Cell, Row, Table
from perf_tui.render.docx.oxml import add, add_words, below


def add_table(word: WordFile, table: Table, width: Length) -> None:
    """Add the table, as wide as `width`."""
    made = word.add_table(0, len(table.widths), "Table Grid")
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    made.autofit = False
    columns = _shares(table.widths, width.twips)
    for column, share in zip(made.columns, columns, strict=True):
        column.width = Twips(share)
    for row in table.head:
        _add_row(below(made), row, columns, "cantSplit", "tblHeader")
    for row in table.rows:
        _add_row(below(made), row, columns, "cantSplit")


def _shares(widths: tuple[int, ...], total: int) -> list[int]:
    """Return the widths of the columns in twips, which add up exactly to the total."""
    edges = [round(total * edge / sum(widths)) for edge in accumulate(widths, initial=0)]
    return [right - left for left, right in pairwise(edges)]


def _add_row(table: Any, row: Row, columns: list[int], *properties: str) -> None:
    made, column = add(table, "tr"), 0
    told = add(made, "trPr")
    for name in properties:
        add(told, name)
    for cell in row:
        _add_cell(made, cell, sum(columns[column : column + cell.span]))
        column += cell.span


def _add_cell(row: Any, cell: Cell, width: int) -> None:
    made = add(row, "tc")
    properties = add(made, "tcPr")
    add(properties, "tcW", w=width, type="dxa")
    if cell.span > 1:
        add(properties, "gridSpan", val=cell.span)
    if cell.merged:
        add(properties, "vMerge", val="restart" if cell.merged == "first" else "continue")
    for line in clean_text(cell.text).split("\n"):
        _add_line(made, cell, line)


def _add_line(place: Any, cell: Cell, text: str) -> None:
    made = add(place, "p")
    properties = add(made, "pPr")
    add(properties, "pStyle", val="表头" if cell.label else "表格文字")
    if cell.align != "center":
        add(properties, "jc", val=cell.align)
    add_words(made, text)
