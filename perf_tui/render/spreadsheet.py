"""The self-evaluation table for spreadsheets and for re-keying: CSV, and TSV for the clipboard.

A text that a spreadsheet would take for a formula gets an apostrophe in front, but a number never.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO

from perf_tui.core.numbers import clean_text
from perf_tui.render.document import Cell, Document, Table

BOM = "\ufeff"  # without it Excel reads a CSV in the system's own encoding
# Full-width signs count as well, as Chinese input methods type them. A sign alone is harmless.
FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠].", re.DOTALL)
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?%?")


def to_csv(document: Document) -> str:
    """Return the table as a file that Excel opens."""
    return BOM + _written(document, "excel")


def to_tsv(document: Document) -> str:
    """Return the table as text to paste. A text of several lines is quoted, as Excel wants it."""
    return _written(document, "excel-tab")


def _written(document: Document, dialect: str) -> str:
    out = StringIO(newline="")
    csv.writer(out, dialect).writerows(_lines(document))
    return out.getvalue()


def _lines(document: Document) -> Iterator[list[str]]:
    """Yield the rows of the first attachment's tables, each as long as those of the widest one."""
    tables = [one for one in document.attachments[0].blocks if isinstance(one, Table)]
    columns = max(len(table.widths) for table in tables)
    for place, table in enumerate(tables):
        if place:
            yield [""] * columns
        for row in (*table.head, *table.rows):
            told = [text for cell in row for text in (_text(cell), *[""] * (cell.span - 1))]
            yield told + [""] * (columns - len(told))


def _text(cell: Cell) -> str:
    text = clean_text(cell.text)
    if cell.label:  # its line breaks only say where it may break
        text = text.replace("\n", "")
    return f"'{text}" if FORMULA.match(text) and not NUMBER.fullmatch(text) else text
