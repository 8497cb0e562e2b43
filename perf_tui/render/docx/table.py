"""Tables with borders, a head that is repeated on every page, and rows that stay whole."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise

from perf_tui.core.numbers import clean_text
from perf_tui.render.document import Cell, Row, Table
from perf_tui.render.docx.xml import paragraph, run, w


def table(one: Table, width: int) -> str:
    """The table across `width` twips."""
    columns = _shares(one.widths, width)
    return w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val="TableGrid"),
            w("tblW", w=width, type="dxa"),
            w("jc", val="center"),
            w("tblLayout", type="fixed"),
        ),
        w("tblGrid", *(w("gridCol", w=column) for column in columns)),
        *(_row(row, columns, w("tblHeader")) for row in one.head),
        *(_row(row, columns) for row in one.rows),
    )


def _shares(widths: tuple[int, ...], total: int) -> list[int]:
    """The columns in twips, adding up to the total exactly."""
    edges = [round(total * edge / sum(widths)) for edge in accumulate(widths, initial=0)]
    return [right - left for left, right in pairwise(edges)]


def _row(row: Row, columns: list[int], repeated: str = "") -> str:
    return w("tr", w("trPr", w("cantSplit"), repeated), *_cells(row, columns))


def _cells(row: Row, columns: list[int]) -> Iterator[str]:
    column = 0
    for cell in row:
        yield _cell(cell, sum(columns[column : column + cell.span]))
        column += cell.span


def _cell(cell: Cell, width: int) -> str:
    span = w("gridSpan", val=cell.span) if cell.span > 1 else ""
    properties = w("tcPr", w("tcW", w=width, type="dxa"), span, w("vAlign", val="center"))
    return w("tc", properties, *(_line(cell, text) for text in clean_text(cell.text).split("\n")))


def _line(cell: Cell, text: str) -> str:
    style = "TableHead" if cell.label else "TableText"
    align = "" if cell.align == "center" else w("jc", val=cell.align)
    return paragraph(style, run(text), properties=align)
