"""Blocks of the document as paragraphs and tables of Word."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import east_asian_width

from perf_tui.core.numbers import clean_text
from perf_tui.render.document import (
    Attachment,
    AttachmentNote,
    Block,
    Heading,
    Paragraph,
    Signature,
    Table,
    Title,
)
from perf_tui.render.docx.page import CHARACTER, CHARACTERS, LINE, Page
from perf_tui.render.docx.table import table
from perf_tui.render.docx.xml import paragraph, run, w

ROLES = {"body": "BodyText", "caption": "Caption"}


def block(one: Block, page: Page, *, with_next: bool = False) -> Iterator[str]:
    """The paragraphs or the table that a block becomes on this page.

    `with_next` keeps the end of a paragraph on the page of what follows.
    """
    match one:
        case Title():
            yield from _title(one)
        case Heading():
            yield paragraph(f"Heading{one.level}", run(one.text))
        case Paragraph():
            keep = w("keepNext") if with_next else ""
            yield paragraph(ROLES[one.role], run(one.text), properties=keep)
        case AttachmentNote():
            yield from _attachment_note(one.names)
        case Signature():
            yield from _signature(one)
        case Table():
            yield table(one, page.text_width)


def attachment_head(one: Attachment, *, new_page: bool) -> Iterator[str]:
    """附件1 in the first line, the attachment's title in the third."""
    start = w("pageBreakBefore") if new_page else ""
    yield paragraph("AttachmentMark", run(f"附件{one.number}"), properties=start)
    yield paragraph("AttachmentTitle", run(one.title))


def _title(title: Title) -> Iterator[str]:
    close = w("spacing", before=0, after=0, line=LINE, lineRule="exact") if title.mark else ""
    yield paragraph("Title", run("\n".join(title.lines)), properties=close)
    if title.mark:
        yield paragraph("Subtitle", run(f"（{title.mark}）"))


def _attachment_note(names: tuple[str, ...]) -> Iterator[str]:
    """附件：1.×××; each name starts under the one before, also where it runs over a line."""
    for number, name in enumerate(names, 1):
        first = number == 1
        spacing = w("spacing", before=LINE if first else 0, line=LINE, lineRule="exact")
        hanging = 4 if first else 1  # characters: 附件：1. or 2.
        indent = w("ind", left=_characters(6), hanging=_characters(hanging))
        head = "附件：" if first else ""
        text = run(f"{head}{number}.{name}")
        yield paragraph("AttachmentNote", text, properties=spacing + indent)


def _signature(signature: Signature) -> Iterator[str]:
    """An unsealed copy's: the name two characters from the right, the date's first character
    two to the right of the name's; a longer date stands two from the right (GB/T 9704 7.3.5.2).
    """
    name, day = _width(signature.name), _width(signature.date)
    if day > name:
        name_place, date_place = _from_left(CHARACTERS - day - 4), _from_right()
    else:
        name_place, date_place = _from_right(), _from_left(CHARACTERS - name)
    yield paragraph("Signature", run(signature.name), properties=name_place)
    yield paragraph("Date", run(signature.date), properties=date_place)


def _from_right() -> str:
    return w("ind", right=_characters(2), firstLine=0) + w("jc", val="right")


def _from_left(characters: float) -> str:
    return w("ind", left=max(0, _characters(characters)), firstLine=0) + w("jc", val="left")


def _characters(count: float) -> int:
    return round(count * CHARACTER)


def _width(text: str) -> float:
    """Characters that a text takes in a line; two half-width ones count as one."""
    return sum(
        0.5 if east_asian_width(char) in ("Na", "H", "N") else 1 for char in clean_text(text)
    )
