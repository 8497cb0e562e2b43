"""Tables as files of Excel and Word, made of rows, for what has to read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO

import xlsxwriter
from docx import Document
from docx.table import Table

Cell = str | int | float | bool
Rows = Sequence[Sequence[Cell]]
Sheets = Mapping[str, Rows]
UP = "↑"  # a cell that is merged with the one above it
LEFT = "←"  # with the one on its left


def xlsx(
    sheets: Sheets, formats: Mapping[str, str] | None = None, hidden: Iterable[str] = ()
) -> bytes:
    """A workbook. `formats` are those of columns by letter: {"D": "0%"}."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        codes = {
            ord(letter) - ord("A"): book.add_format({"num_format": code})
            for letter, code in (formats or {}).items()
        }
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for row, column, down, across in _blocks(rows):
                value = rows[row][column]
                form = codes.get(column) if isinstance(value, int | float) else None
                if down or across:
                    sheet.merge_range(row, column, row + down, column + across, value, form)
                elif isinstance(value, str):
                    sheet.write_string(row, column, value)
                else:
                    sheet.write(row, column, value, form)
            if name in hidden:
                sheet.hide()
    return file.getvalue()


def docx(*tables: Rows, before: str = "绩效目标") -> bytes:
    """A document with these tables, each behind a paragraph."""
    document = Document()
    for rows in tables:
        document.add_paragraph(before)
        _add(document.add_table(len(rows), max(map(len, rows))), rows)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _add(table: Table, rows: Rows) -> None:
    for row, column, down, across in _blocks(rows):
        cell = table.cell(row, column)
        if down or across:
            cell = cell.merge(table.cell(row + down, column + across))
        cell.text = str(rows[row][column])


def _blocks(rows: Rows) -> Iterable[tuple[int, int, int, int]]:
    """Where each cell begins, and over how many more rows and columns it goes."""
    for row, cells in enumerate(rows):
        for column, value in enumerate(cells):
            if value not in (UP, LEFT):
                down = _run(
                    UP, [line[column] if column < len(line) else "" for line in rows[row + 1 :]]
                )
                yield row, column, down, _run(LEFT, cells[column + 1 :])


def _run(mark: str, cells: Sequence[Cell]) -> int:
    return next((n for n, cell in enumerate(cells) if cell != mark), len(cells))
