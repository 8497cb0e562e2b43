"""A workbook from its document: a sheet for every attachment with a table.

The same document always gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import NamedTuple

from perf_tui.core.numbers import clean_text
from perf_tui.render.document import Block, Document, Paragraph, Table, Title
from perf_tui.render.xlsx.grid import sheet_names
from perf_tui.render.xlsx.looks import Looks
from perf_tui.render.xlsx.sheet import Sheet

FIRST_DAY = date(1980, 1, 1)  # of a report without a date
CONTENTS = "目录"
LONGEST_PROPERTY = 255  # characters


class Part(NamedTuple):
    """What stands on one sheet: its name, its title and the blocks below it."""

    name: str
    title: str
    blocks: tuple[Block, ...]
    wide: bool


def to_xlsx(document: Document) -> bytes:
    """Return the tables of the document as a workbook.

    Those of its text come first, such as the list of what a draft lacks or of what is inside. Then
    every attachment with a table has a sheet. Raises TooLongError for a text longer than a cell.
    """
    from xlsxwriter.workbook import Workbook

    out, parts = BytesIO(), list(_parts(document))
    book = Workbook(out, {"in_memory": True})
    looks = Looks(book)
    for part, name in zip(parts, sheet_names(part.name for part in parts), strict=True):
        sheet = Sheet(book.add_worksheet(name), looks, part.blocks, wide=part.wide)
        sheet.write(part.title)
    _set_properties(book, document)
    book.close()
    return out.getvalue()


def _parts(document: Document) -> Iterator[Part]:
    mark = next((block.mark for block in document.blocks if isinstance(block, Title)), "")
    if tables := _with_tables(document.blocks):
        yield Part(mark or CONTENTS, document.title, tables, wide=False)
    for one in document.attachments:
        if tables := _with_tables(one.blocks):
            marked = f"{one.title}（{mark}）" if mark else one.title
            yield Part(one.name or one.title, marked, tables, one.wide)


def _with_tables(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the tables with the lines above them, or nothing if there is no table."""
    if not any(isinstance(block, Table) for block in blocks):
        return ()
    captions = [block for block in blocks if isinstance(block, Paragraph)]
    told = [block for block in captions if block.role == "caption"]
    return tuple(block for block in blocks if isinstance(block, Table) or block in told)


def _set_properties(book: object, document: Document) -> None:
    created = datetime.combine(document.created or FIRST_DAY, time(), UTC)
    properties = {
        "title": clean_text(document.title)[:LONGEST_PROPERTY],
        "author": clean_text(document.author)[:LONGEST_PROPERTY],
        "created": created,
    }
    book.set_properties(properties)  # type: ignore[attr-defined]
