"""A table of the report as cards, for a terminal too narrow for its columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from rich.cells import cell_len

from perf_tui.render.document import Cell, Table
from perf_tui.render.document import Row as TableRow
from perf_tui.showing.glyphs import Glyphs
from perf_tui.tui.drawing.rows import DrawnRow, Piece, width_of, wrap

INDENT, LEAST = "  ", 8  # LEAST: cells of room beside a name, unless the text needs fewer
# (first column, columns spanned) → the name of the cell in that place.
Names: TypeAlias = Mapping[tuple[int, int], str]


def card_rows(table: Table, width: int, glyphs: Glyphs) -> Iterator[tuple[int, DrawnRow]]:
    """Yield each drawn row with the index of its table row, counted from the first row of the head.

    Cells are named by the head; a row of labels in between names the cells of the row below it.
    """
    head = {key: name for row in table.head for key, name in _names(row)}
    names = head
    for place, row in enumerate(table.rows, len(table.head)):
        if all(cell.label for cell in row):
            names = dict(_names(row))
            continue
        lead = _lead(row) if head and names is head else 0
        yield from ((place, line) for line in _card(row, lead, names, width, glyphs))
        names = head


def placed(row: TableRow) -> Iterator[tuple[int, Cell]]:
    """Yield every cell with the index of the column in which it begins."""
    start = 0
    for cell in row:
        yield start, cell
        start += cell.span


def _names(row: TableRow) -> Iterator[tuple[tuple[int, int], str]]:
    return (((start, cell.span), _one_line(cell)) for start, cell in placed(row))


def _one_line(cell: Cell) -> str:
    return cell.text.replace("\n", "")


def _lead(row: TableRow) -> int:
    """Return how many cells at the beginning are the card's title.

    That is a label, or all cells up to the first left-aligned one, but never the whole row.
    """
    if row[0].label:
        return 1
    lead = next((n for n, cell in enumerate(row, 1) if cell.align == "left"), 0)
    return min(lead, len(row) - 1)


def _card(row: TableRow, lead: int, names: Names, width: int, glyphs: Glyphs) -> Iterator[DrawnRow]:
    """Yield the rows of one card: its title, then the other cells."""
    title = "  ".join(_one_line(cell) for cell in row[:lead] if cell.text)
    if title:
        yield from ((Piece(line, "heading"),) for line in wrap(glyphs.spell(title), width))
    pairs = _pairs(list(placed(row))[lead:], names)
    drawn = (_pair(glyphs.spell(name), glyphs.spell(text), width) for name, text in pairs)
    yield from _packed(drawn, width)


def _pairs(cells: Iterable[tuple[int, Cell]], names: Names) -> Iterator[tuple[str, str]]:
    """Yield name and text of each cell. The label before it names it, or else `names` does."""
    label = ""
    for start, cell in cells:
        if cell.label:
            label += _one_line(cell)
            continue
        if label or cell.text:
            yield label or names.get((start, cell.span), ""), cell.text
        label = ""
    if label:
        yield label, ""


def _pair(name: str, text: str, width: int) -> list[DrawnRow]:
    """Return the rows of a name and its text; further lines of the text align with the first."""
    head = f"{INDENT}{name}：" if name else INDENT
    if cell_len(head) + min(cell_len(text), LEAST) > width:
        lines = (*wrap(name, width - len(INDENT)), *wrap(text, width - len(INDENT)))
        return [(Piece(INDENT + line),) for line in lines]
    first, *others = wrap(text, width - cell_len(head))
    below = [(Piece(" " * cell_len(head) + line),) for line in others]
    return [(Piece(head, "dim"), Piece(first)), *below]


def _packed(pairs: Iterable[list[DrawnRow]], width: int) -> Iterator[DrawnRow]:
    """Yield rows with as many pairs as fit. A pair of several rows has them to itself."""
    line: DrawnRow = ()
    for rows in pairs:
        alone = len(rows) > 1
        if line and (alone or width_of(line + rows[0]) > width):
            yield line
            line = ()
        if alone:
            yield from rows
        else:
            line += rows[0]
    if line:
        yield line
