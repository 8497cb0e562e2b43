"""The parts of the file, put together: the same document always gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from perf_tui.render.document import AttachmentNote, Block, Document, Signature, Table
from perf_tui.render.docx.blocks import attachment_head, block
from perf_tui.render.docx.footers import footers
from perf_tui.render.docx.package import core_properties, pack
from perf_tui.render.docx.page import TURNED, UPRIGHT, Page, section
from perf_tui.render.docx.settings import settings
from perf_tui.render.docx.styles import font_table, styles
from perf_tui.render.docx.xml import paragraph, root, w


def to_docx(document: Document) -> bytes:
    """The Word file."""
    parts = {
        "document": root("document", w("body", *_body(document))),
        "styles": styles(),
        "settings": settings(),
        "fontTable": font_table(),
        **footers(),
    }
    return pack(parts, core_properties(document))


def _body(document: Document) -> Iterator[str]:
    page = UPRIGHT
    written = list(_blocks(document.blocks, page))
    for attachment in document.attachments:
        wanted = TURNED if attachment.wide else UPRIGHT
        turning = wanted is not page
        if turning:
            yield from _with_section(written, page)
            page, written = wanted, []
        written.extend(attachment_head(attachment, new_page=not turning))
        written.extend(_blocks(attachment.blocks, page))
    yield from written
    yield section(page)


def _blocks(blocks: Sequence[Block], page: Page) -> Iterator[str]:
    for one, following in zip(blocks, (*blocks[1:], None), strict=True):
        # The signature never stands on a page without text.
        yield from block(one, page, with_next=isinstance(following, AttachmentNote | Signature))
    if isinstance(blocks[-1], Table):
        yield paragraph("TableEnd")


def _with_section(written: list[str], page: Page) -> Iterator[str]:
    """The section's last paragraph carries its properties, so that no empty one has to."""
    *before, last = written
    yield from before
    yield last.replace("</w:pPr>", f"{section(page)}</w:pPr>", 1)
