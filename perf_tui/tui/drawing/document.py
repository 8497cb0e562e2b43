"""The report inside the terminal: the same document as on paper, in rows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from perf_tui.render.document import (
    AttachmentNote,
    Block,
    Document,
    Heading,
    Paragraph,
    Signature,
    Table,
    Title,
)
from perf_tui.render.document import Row as TableRow
from perf_tui.tui.drawing.marks import Marks
from perf_tui.tui.drawing.rows import Piece, Role, Row, pad, pad_left, width_of, wrap


def document_rows(document: Document, width: int, marks: Marks, here: str = "") -> list[Row]:
    """The whole report for a screen `width` cells wide.

    The heading of the page `here` is marked; what no heading is about stands in the table.
    """
    rows = [row for block in document.blocks for row in _block(block, width, marks, here)]
    headings = (block.about for block in document.blocks if isinstance(block, Heading))
    in_table = here != "" and here not in headings
    for attachment in document.attachments:
        title = marks.spell(f"附件{attachment.number} {attachment.title}")
        role: Role = "here" if in_table and attachment.number == 1 else "heading"
        rows += [(), (), (Piece(title, role),), ()]
        rows += [row for block in attachment.blocks for row in _block(block, width, marks)]
    return rows


def _block(block: Block, width: int, marks: Marks, here: str = "") -> Iterator[Row]:
    match block:
        case Title():
            yield from (_centred(marks.spell(line), width, "heading") for line in block.lines)
            yield _centred(block.mark, width, "warning")
        case Heading():
            yield ()
            role: Role = "here" if here and block.about == here else "heading"
            yield from _lines(marks.spell(block.text), width, role)
        case Paragraph():
            yield from _lines(f"    {marks.spell(block.text)}", width, "text")
        case AttachmentNote():
            yield ()
            yield from _lines(f"    附件：{'；'.join(block.names)}", width, "text")
        case Signature():
            yield ()
            yield from ((Piece(pad_left(line, width - 4)),) for line in (block.name, block.date))
        case Table():
            yield from _table(block, width, marks)


def _centred(text: str, width: int, role: Role) -> Row:
    piece = Piece(text, role)
    return (Piece(" " * max(0, (width - width_of((piece,))) // 2)), piece)


def _lines(text: str, width: int, role: Role) -> Iterator[Row]:
    yield from ((Piece(line, role),) for line in wrap(text, width))


def _table(table: Table, width: int, marks: Marks) -> Iterator[Row]:
    for row in (*table.head, *table.rows):
        yield (Piece("-" * width, "dim"),)
        yield from _table_row(row, table.widths, width, marks)
    yield (Piece("-" * width, "dim"),)


def _table_row(row: TableRow, shares: tuple[int, ...], width: int, marks: Marks) -> Iterator[Row]:
    """The cells side by side, each wrapped in its share of the width."""
    room, whole, place = width - len(row), sum(shares), 0
    columns = []
    for cell in row:
        share = sum(shares[place : place + cell.span])
        place += cell.span
        cells = max(2, room * share // whole)
        columns.append((cells, wrap(marks.spell(cell.text), cells)))
    for texts in zip_longest(*(lines for _, lines in columns), fillvalue=""):
        line = "|".join(pad(text, cells) for text, (cells, _) in zip(texts, columns, strict=True))
        yield (Piece(line),)
