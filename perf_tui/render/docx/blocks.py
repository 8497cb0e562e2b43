"""The blocks of the document as paragraphs and tables of Word."""

from __future__ import annotations

from unicodedata import east_asian_width

from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Twips
from docx.text.paragraph import Paragraph as WordParagraph

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
from perf_tui.render.docx.oxml import add, add_words, element
from perf_tui.render.docx.page import CHARACTER, CHARACTERS, LINE, Paper
from perf_tui.render.docx.table import add_table

ROLES = {"body": "BodyText", "caption": "Caption"}


def add_block(word: WordFile, block: Block, page: Paper, *, with_next: bool = False) -> None:
    """Write a block on this page.

    `with_next` keeps the end of a paragraph on the page of what follows.
    """
    match block:
        case Title():
            _add_title(word, block)
        case Heading():
            made = _add(word, block.text, f"Heading{block.level}")
            if block.new_page:
                made.paragraph_format.page_break_before = True
        case Paragraph():
            made = _add(word, block.text, ROLES[block.role])
            made.paragraph_format.keep_with_next = with_next or None
        case AttachmentNote():
            _add_attachment_note(word, block.names)
        case Signature():
            _add_signature(word, block)
        case Table():
            add_table(word, block, page.text_width)


def add_attachment_head(word: WordFile, one: Attachment, *, new_page: bool) -> None:
    """Write 附件1 in the first line and the attachment's title in the third (GB/T 9704-2012)."""
    mark = _add(word, f"附件{one.number}", "附件序号")
    mark.paragraph_format.page_break_before = new_page or None
    _add(word, one.title, "附件标题")


def _add(word: WordFile, text: str, style: str) -> WordParagraph:
    """Add a paragraph. `style` is an id, because python-docx would search for a name every time."""
    made = element("p")
    add(add(made, "pPr"), "pStyle", val=style)
    add_words(made, clean_text(text))
    word.element.body[-1].addprevious(made)  # the last section's properties close the body
    return WordParagraph(made, word)


def _add_title(word: WordFile, title: Title) -> None:
    made = _add(word, "\n".join(title.lines), "Title")
    if title.mark:
        made.paragraph_format.space_after = Twips(0)
        _add(word, f"（{title.mark}）", "Subtitle")


def _add_attachment_note(word: WordFile, names: tuple[str, ...]) -> None:
    """Write 附件：1.×××, each name below the one before, even where one runs over a line."""
    for number, name in enumerate(names, 1):
        first = number == 1
        head, hanging = ("附件：", 4) if first else ("", 1)  # characters: 附件：1. or 2.
        layout = _add(word, f"{head}{number}.{name}", "附件说明").paragraph_format
        layout.space_before = Twips(LINE) if first else None
        layout.left_indent = _characters(6)
        layout.first_line_indent = -_characters(hanging)


def _add_signature(word: WordFile, signature: Signature) -> None:
    name, day = _add(word, signature.name, "Signature"), _add(word, signature.date, "Date")
    place = _place_for_seal if signature.sealed else _place_unsealed
    place(name, day, _width(name.text), _width(day.text))


def _place_for_seal(
    name: WordParagraph, day: WordParagraph, name_width: float, day_width: float
) -> None:
    """Put the date four characters from the right, the name centred above (GB/T 9704 7.3.5.1).

    Two lines stay free, because a seal of 42 mm between name and date reaches up to a line below
    the text.
    """
    name.paragraph_format.space_before = Twips(2 * LINE)
    middle = CHARACTERS - 4 - day_width / 2
    _from_left(name, min(middle - name_width / 2, CHARACTERS - name_width))
    _from_right(day, 4)


def _place_unsealed(
    name: WordParagraph, day: WordParagraph, name_width: float, day_width: float
) -> None:
    """Put the name two characters from the right (GB/T 9704 7.3.5.2).

    The date's first character stands two to the right of the name's. A longer date stands two
    characters from the right instead.
    """
    if day_width > name_width:
        _from_left(name, CHARACTERS - day_width - 4)
        _from_right(day, 2)
    else:
        _from_right(name, 2)
        _from_left(day, CHARACTERS - name_width)


def _from_right(paragraph: WordParagraph, characters: float) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paragraph.paragraph_format.right_indent = _characters(characters)


def _from_left(paragraph: WordParagraph, characters: float) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.LEFT
    paragraph.paragraph_format.left_indent = _characters(max(0, characters))


def _characters(count: float) -> Twips:
    return Twips(round(count * CHARACTER))


def _width(text: str) -> float:
    """Return the characters that a text takes in a line. Two half-width ones count as one."""
    return sum(0.5 if east_asian_width(char) in ("Na", "H", "N") else 1 for char in text)
