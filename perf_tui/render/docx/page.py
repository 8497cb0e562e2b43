"""The page of GB/T 9704-2012: paper, margins, and the grid of 22 lines by 28 characters."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.section import Section
from docx.shared import Length, Mm, Twips

from perf_tui.render.docx.oxml import w

LINE = 579  # twips from line to line, of which 22 fill the text block
CHARACTERS = 28  # in a line


@dataclass(frozen=True, slots=True)
class Paper:
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
        """The width of the text block."""
        return Mm(self.width - self.left - self.right)

    @property
    def character_space(self) -> int:
        """What the grid adds to a character of 16 pt to fill the line, in 1/4096 pt."""
        points: float = self.text_width.pt / self.characters - 16
        return round(points * 4096)


UPRIGHT = Paper(210, 297, 37, 26, 35, 28, CHARACTERS)
# The same sheet turned clockwise, with its binding edge at the top and its foot on the left.
TURNED = Paper(297, 210, 28, 37, 26, 35, 40)

CHARACTER = UPRIGHT.text_width.twips // CHARACTERS  # a shade less than the 320 twips of 16 pt
# The grid is declared for Word's page setup and for those who edit the file. The styles ignore it,
# because LibreOffice gives two cells to a character that is too wide for one. Instead they set an
# exact line height and move characters closer by so many twips, which gives 22 lines of 28 in every
# program. It is one twip more than the cell asks, because LibreOffice rounds advances up.
TIGHTENING = CHARACTER - 16 * 20 - 1

# The dash of the page number lies 7 mm below the text block, in the middle of a 14 pt line.
NUMBER_LINE = 14 * 20
NUMBER_DROP = Mm(7).twips - NUMBER_LINE // 2


def lay_out(section: Section, page: Paper) -> None:
    """Give the section this page."""
    section.orientation = WD_ORIENT.LANDSCAPE if page is TURNED else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(page.width), Mm(page.height)
    section.top_margin, section.bottom_margin = Mm(page.top), Mm(page.bottom)
    section.left_margin, section.right_margin = Mm(page.left), Mm(page.right)
    section.header_distance = Mm(15)
    section.footer_distance = Twips(Mm(UPRIGHT.bottom).twips - NUMBER_DROP - NUMBER_LINE)
    if page is TURNED:  # its number is in a frame, and the empty footer must not lift the text
        section.footer_distance = Mm(5)
    _set_grid(section, page)


def _set_grid(section: Section, page: Paper) -> None:
    grid = section._sectPr.find(w("docGrid"))  # noqa: SLF001 (it has no public name)
    grid.set(w("type"), "linesAndChars")
    grid.set(w("linePitch"), str(LINE))
    grid.set(w("charSpace"), str(page.character_space))


def begin_section(word: WordFile) -> Section:
    """Begin a section after what is written, and return it.

    python-docx ends the section before with an empty paragraph, which is removed.
    """
    section: Section = word.add_section(WD_SECTION.NEW_PAGE)
    last, empty, _new = word.element.body[-3:]
    last.set_sectPr(empty.pPr.sectPr)
    word.element.body.remove(empty)
    return section
