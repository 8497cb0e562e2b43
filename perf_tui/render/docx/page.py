"""The page of GB/T 9704-2012: paper, margins, the grid of 22 lines by 28 characters."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.section import Section
from docx.shared import Length, Mm, Twips

from perf_tui.render.docx.oxml import w

LINE = 579  # twips from line to line; 22 of them fill the text block
CHARACTERS = 28  # in a line


@dataclass(frozen=True, slots=True)
class Page:
    """Paper and margins in millimetres, and the characters of 16 pt in a line."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    characters: int

    @property
    def text_width(self) -> Length:
        """The text block's width."""
        return Mm(self.width - self.left - self.right)

    @property
    def character_space(self) -> int:
        """What the grid adds to a character of 16 pt, in 1/4096 pt; a line then holds so many."""
        points: float = self.text_width.pt / self.characters - 16
        return round(points * 4096)


UPRIGHT = Page(210, 297, 37, 26, 35, 28, CHARACTERS)
# The same sheet turned clockwise: its binding edge is on top, its foot on the left.
TURNED = Page(297, 210, 28, 37, 26, 35, 40)

CHARACTER = UPRIGHT.text_width.twips // CHARACTERS  # a shade less than the 320 twips of 16 pt
# The grid is declared, for Word's page setup and whoever edits there, but the styles keep off it:
# LibreOffice gives a character two of the cells it is too wide for. They set lines exactly and
# characters so much closer, in twips, which puts the same 22 lines of 28 on the page everywhere.
# One twip more than the cell asks, because LibreOffice rounds the advance of a character up.
TIGHTENING = CHARACTER - 16 * 20 - 1

# The dash of the page number lies 7 mm below the text block, in the middle of a 14 pt line.
NUMBER_LINE = 14 * 20
NUMBER_DROP = Mm(7).twips - NUMBER_LINE // 2


def lay_out(section: Section, page: Page) -> None:
    """Gives the section this page."""
    section.orientation = WD_ORIENT.LANDSCAPE if page is TURNED else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(page.width), Mm(page.height)
    section.top_margin, section.bottom_margin = Mm(page.top), Mm(page.bottom)
    section.left_margin, section.right_margin = Mm(page.left), Mm(page.right)
    section.header_distance = Mm(15)
    section.footer_distance = Twips(Mm(UPRIGHT.bottom).twips - NUMBER_DROP - NUMBER_LINE)
    if page is TURNED:  # its number stands elsewhere, and what is left must not lift the text
        section.footer_distance = Mm(5)
    _set_grid(section, page)


def _set_grid(section: Section, page: Page) -> None:
    grid = section._sectPr.find(w("docGrid"))  # noqa: SLF001 (it has no public name)
    grid.set(w("type"), "linesAndChars")
    grid.set(w("linePitch"), str(LINE))
    grid.set(w("charSpace"), str(page.character_space))


def begin_section(word: WordFile) -> Section:
    """A new section after what is written; python-docx would end the last one in an empty line."""
    section: Section = word.add_section(WD_SECTION.NEW_PAGE)
    last, empty, _new = word.element.body[-3:]
    last.set_sectPr(empty.pPr.sectPr)
    word.element.body.remove(empty)
    return section
