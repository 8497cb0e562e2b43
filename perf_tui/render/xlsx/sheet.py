"""One sheet: a title, and tables below one another that share their columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from perf_tui.render.document import Block, Cell, Paragraph, Row, Table
from perf_tui.render.xlsx.grid import columns_of, edges_of
from perf_tui.render.xlsx.values import figure_of, lines_in, text_of

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from perf_tui.render.xlsx.looks import Looks

A4 = 9  # Excel's number of the paper
SHORT, LONG = 210, 297  # millimetres
MARGIN = 15  # millimetres on every side
INCH = 25.4
PIXELS = 96 / INCH  # in a millimetre
CHARACTER = 10 / 72 * INCH  # millimetres that a character of 10 pt is wide
PADDING = 2  # millimetres at the sides of a cell
LINE, ROOM = 13.5, 5  # points of a line, and around the lines of a row
HIGHEST = 409  # points, by Excel
TITLE_HEIGHT = 34


class Sheet:
    """A sheet while it is being written, from top to bottom."""

    def __init__(self, sheet: Worksheet, looks: Looks, blocks: Sequence[Block], *, wide: bool):
        self._sheet, self._looks, self._row = sheet, looks, 0
        self._blocks = blocks
        tables = [block for block in blocks if isinstance(block, Table)]
        self._columns = columns_of(tables, (LONG if wide else SHORT) - 2 * MARGIN)
        self._lay_out(wide=wide)

    def write(self, title: str) -> None:
        """Write the title and all blocks. The head of the last table is repeated on every page."""
        self._write_across(title, self._looks.title(), TITLE_HEIGHT)
        for block in self._blocks:
            match block:
                case Paragraph():
                    self._write_across(block.text, self._looks.caption(), LINE + ROOM)
                case Table():
                    self._write_table(block)

    def _lay_out(self, *, wide: bool) -> None:
        for number, width in enumerate(self._columns):
            self._sheet.set_column_pixels(number, number, round(width * PIXELS))
        self._sheet.set_paper(A4)
        if wide:
            self._sheet.set_landscape()
        self._sheet.set_margins(*[MARGIN / INCH] * 4)
        self._sheet.center_horizontally()
        self._sheet.fit_to_pages(1, 0)
        self._sheet.set_footer("&C— &P —")

    def _write_across(self, text: str, look: object, height: float) -> None:
        cell = Cell(text)
        self._sheet.set_row(self._row, height)
        self._put(cell, look, (self._row, 0, self._row, len(self._columns) - 1))
        self._row += 1

    def _write_table(self, table: Table) -> None:
        edges, rows = edges_of(table, self._columns), (*table.head, *table.rows)
        if table.head:
            self._sheet.repeat_rows(self._row, self._row + len(table.head) - 1)
        for number, row in enumerate(rows):
            self._sheet.set_row(self._row + number, self._height(row, edges))
            for first, last, cell in _placed(row, edges):
                if cell.merged != "below":
                    below = _below(rows[number + 1 :], edges, first) if cell.merged else 0
                    top = self._row + number
                    self._put(cell, self._look(cell), (top, first, top + below, last))
        self._row += len(rows)

    def _look(self, cell: Cell) -> object:
        figure = None if cell.label else figure_of(text_of(cell))
        return self._looks.cell(cell.align, figure.format if figure else "", label=cell.label)

    def _put(self, cell: Cell, look: object, area: tuple[int, int, int, int]) -> None:
        """Write a cell over an area. A text stays a text, whatever it begins with."""
        top, left, bottom, right = area
        if (top, left) != (bottom, right):
            self._sheet.merge_range(*area, "", look)
        text = text_of(cell)
        figure = None if cell.label else figure_of(text)
        if figure:
            self._sheet.write_number(top, left, figure.value, look)
        elif text:
            self._sheet.write_string(top, left, text, look)
        else:
            self._sheet.write_blank(top, left, None, look)

    def _height(self, row: Row, edges: Sequence[int]) -> float:
        """Return the height that a row needs, because Excel gives merged cells one line."""
        lines = (
            lines_in(text_of(cell), (sum(self._columns[first : last + 1]) - PADDING) / CHARACTER)
            for first, last, cell in _placed(row, edges)
            if not cell.merged
        )
        return min(HIGHEST, max(lines, default=1) * LINE + ROOM)


def _placed(row: Row, edges: Sequence[int]) -> Iterator[tuple[int, int, Cell]]:
    """Yield every cell with its first and last column in the sheet."""
    column = 0
    for cell in row:
        yield edges[column], edges[column + cell.span] - 1, cell
        column += cell.span


def _below(rows: Sequence[Row], edges: Sequence[int], first: int) -> int:
    """Return over how many of the next rows the cell that begins in a column goes on."""
    count = 0
    for row in rows:
        if not any(at == first and cell.merged == "below" for at, _, cell in _placed(row, edges)):
            break
        count += 1
    return count
