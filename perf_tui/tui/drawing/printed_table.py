"""A table of the report on the terminal: its cells side by side, or a card for every row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from rich.cells import cell_len

from perf_tui.render.document import Cell, Table
from perf_tui.render.document import Row as TableRow
from perf_tui.showing.glyphs import Glyphs
from perf_tui.tui.drawing.cards import card_rows, placed
from perf_tui.tui.drawing.rows import DrawnRow, Piece, pad, wrap

# Least width of a column in cells: a short word, or an unbroken sum of money.
WORD, LONGEST_RUN = 8, 14
RUN = re.compile(r"[!-~]+")
# If columns make the table more than this many times as long as cards, they are too narrow to read.
PATIENCE = 2


def table_rows(table: Table, width: int, glyphs: Glyphs) -> list[tuple[int, DrawnRow]]:
    """Return each drawn row with the index of its table row, counted from the first head row.

    Nothing is cut: a text too long for its column continues below. If there is no room for the
    columns, or they would be hard to read, every row becomes a card.
    """
    cards = list(card_rows(table, width, glyphs))
    widths = _column_widths(table, width, glyphs)
    if widths is None:
        return cards
    columns = list(_side_by_side(table, widths, width, glyphs))
    return cards if table.head and len(columns) > PATIENCE * len(cards) else columns


def _side_by_side(
    table: Table, widths: list[int], width: int, glyphs: Glyphs
) -> Iterator[tuple[int, DrawnRow]]:
    place = 0
    for place, row in enumerate((*table.head, *table.rows)):
        yield place, _rule(row, widths)
        yield from ((place, line) for line in _lines(row, widths, glyphs))
    yield place, (Piece("-" * width, "dim"),)


def _rule(row: TableRow, widths: list[int]) -> DrawnRow:
    """Return the line above a row, left open where a cell continues downwards."""
    line = ""
    for start, cell in placed(row):
        below = cell.merged == "below"
        corner = "|" if below or line.endswith(" ") else "-"
        line += corner * bool(start) + (" " if below else "-") * _cells(widths, start, cell)
    return (Piece(line, "dim"),)


def _cells(widths: list[int], start: int, cell: Cell) -> int:
    return sum(widths[start : start + cell.span]) + cell.span - 1


def _lines(row: TableRow, widths: list[int], glyphs: Glyphs) -> Iterator[DrawnRow]:
    columns = []
    for start, cell in placed(row):
        cells = _cells(widths, start, cell)
        columns.append((cell, cells, _wrapped(cell, cells, glyphs)))
    for texts in zip_longest(*(lines for _, _, lines in columns), fillvalue=""):
        line = "|".join(
            _aligned(text, cells, cell)
            for text, (cell, cells, _) in zip(texts, columns, strict=True)
        )
        yield (Piece(line),)


def _wrapped(cell: Cell, cells: int, glyphs: Glyphs) -> list[str]:
    """Return the cell's lines. A label that fits into one line loses its own line breaks."""
    text = glyphs.spell(cell.text)
    whole = text.replace("\n", "")
    return [whole] if cell.label and cell_len(whole) <= cells else wrap(text, cells)


def _aligned(text: str, cells: int, cell: Cell) -> str:
    spare = max(0, cells - cell_len(text))
    before = {"left": 0, "center": spare // 2, "right": spare}[cell.align]
    return pad(" " * before + text, cells)


def _column_widths(table: Table, width: int, glyphs: Glyphs) -> list[int] | None:
    """Return the cells of each column, so that no number is broken, or None if there is no room.

    Spare cells go one by one to the column that needs the most lines.
    """
    widths, wanted = [2] * len(table.widths), [2] * len(table.widths)
    for row in (*table.head, *table.rows):
        for start, cell in placed(row):
            if cell.span == 1:
                parts = glyphs.spell(cell.text).split("\n")
                widths[start] = max(widths[start], *map(_least, parts))
                wanted[start] = max(wanted[start], *map(cell_len, parts))
    spare = width - (len(widths) - 1) - sum(widths)
    for _ in range(spare):
        widths[max(range(len(widths)), key=lambda at: wanted[at] / widths[at])] += 1
    return widths if spare >= 0 else None


def _least(text: str) -> int:
    longest = max(map(len, RUN.findall(text)), default=0)
    return max(min(longest, LONGEST_RUN), min(cell_len(text), WORD))
