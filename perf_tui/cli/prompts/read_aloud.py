"""The report as plain lines, with the cells of a table named by its columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from perf_tui.render.document import (
    AttachmentNote,
    Block,
    Cell,
    Document,
    Heading,
    Paragraph,
    Row,
    Signature,
    Table,
    Title,
)


def report_lines(document: Document) -> Iterator[str]:
    """Yield the lines of the chapters, then of the attachments, each under its heading."""
    for block in document.blocks:
        yield from _block(block)
    for one in document.attachments:
        yield from ("", f"附件{one.number} {one.title}")
        for block in one.blocks:
            yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Title():
            yield "".join(block.lines) + (f"（{block.mark}）" if block.mark else "")
        case Heading():
            yield from ("", block.text)
        case Paragraph():
            yield from block.text.splitlines()
        case AttachmentNote():
            yield from (f"附件：{n}.{name}" for n, name in enumerate(block.names, 1))
        case Signature():
            yield from (block.name, block.date)
        case Table():
            yield from _table(block)


def _table(table: Table) -> Iterator[str]:
    """Yield a line per row. A row of labels only is read with the rows below it."""
    labels: Sequence[Cell] = table.head[0] if len(table.head) == 1 else ()
    for row in table.rows:
        if all(cell.label for cell in row):
            labels = row
        elif len(row) == len(labels) and not any(cell.label for cell in row):
            yield "；".join(_named(labels, row))
        else:
            yield "；".join(_pairs(row))


def _named(labels: Sequence[Cell], row: Row) -> Iterator[str]:
    cells = zip(labels, row, strict=True)
    return (f"{_line(label)}：{_line(cell)}" for label, cell in cells if cell.text)


def _pairs(row: Row) -> Iterator[str]:
    """Yield each cell with the label before it, or alone if there is none."""
    labelled = [(None, row[0]), *pairwise(row)] if row else []
    for label, cell in labelled:
        if cell.text and not cell.label:
            yield f"{_line(label)}：{_line(cell)}" if label and label.label else _line(cell)


def _line(cell: Cell) -> str:
    return ("" if cell.label else "，").join(cell.text.splitlines())
