"""A Word file from front to back. The same document always gives the same bytes."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document as WordFile

from perf_tui.render.document import AttachmentNote, Block, Document, Signature, Table
from perf_tui.render.docx.blocks import add_attachment_head, add_block
from perf_tui.render.docx.footers import number_pages
from perf_tui.render.docx.package import empty_file, to_bytes
from perf_tui.render.docx.page import TURNED, UPRIGHT, Paper, begin_section, lay_out


def to_docx(document: Document) -> bytes:
    """Return the document as a Word file."""
    word = empty_file(document)
    page = UPRIGHT
    _turn(word, page)
    _add_blocks(word, document.blocks, page)
    for attachment in document.attachments:
        wanted = TURNED if attachment.wide else UPRIGHT
        turning = wanted is not page
        if turning:
            page = wanted
            begin_section(word)
            _turn(word, page)
        add_attachment_head(word, attachment, new_page=not turning)
        _add_blocks(word, attachment.blocks, page)
    return to_bytes(word)


def _turn(word: WordFile, page: Paper) -> None:
    lay_out(word.sections[-1], page)
    number_pages(word.sections[-1], page)


def _add_blocks(word: WordFile, blocks: Sequence[Block], page: Paper) -> None:
    for block, following in zip(blocks, (*blocks[1:], None), strict=True):
        # The signature never stands on a page without text.
        with_next = isinstance(following, AttachmentNote | Signature)
        add_block(word, block, page, with_next=with_next)
    if isinstance(blocks[-1], Table):
        word.add_paragraph(style="表尾")
