"""The page of GB/T 9704-2012: paper, margins, the grid of 22 lines by 28 characters."""

from __future__ import annotations

from dataclasses import dataclass

from perf_tui.render.docx.xml import w

LINE = 579  # twips from line to line; 22 of them fill the text block
CHARACTERS = 28  # in a line


def twips(millimetres: float) -> int:
    """A length in twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


@dataclass(frozen=True, slots=True)
class Page:
    """Paper and margins in millimetres, and the footers of odd and of even pages."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    footers: tuple[str, str]

    @property
    def text_width(self) -> int:
        """The text block's width in twips."""
        return twips(self.width - self.left - self.right)


UPRIGHT = Page(210, 297, 37, 26, 35, 28, ("footer_odd", "footer_even"))
# The same sheet turned clockwise: its binding edge is on top, its foot on the left.
TURNED = Page(297, 210, 28, 37, 26, 35, ("footer_odd_turned", "footer_even_turned"))

CHARACTER = UPRIGHT.text_width // CHARACTERS  # twips; a shade less than the 320 of 16 pt
# The styles set characters so much closer, in twips. A grid with a negative `charSpace` would do
# the same in Word, but LibreOffice then gives a character two of the cells it is too wide for.
TIGHTENING = CHARACTER - 16 * 20

# The dash of the page number lies 7 mm below the text block, in the middle of a 14 pt line.
NUMBER_LINE = 14 * 20
NUMBER_DROP = twips(7) - NUMBER_LINE // 2
FOOTER_DISTANCE = twips(UPRIGHT.bottom) - NUMBER_DROP - NUMBER_LINE


def section(page: Page) -> str:
    """The properties that end a section laid out on this page."""
    turned = {"orient": "landscape"} if page is TURNED else {}
    odd, even = page.footers
    return w(
        "sectPr",
        _reference("default", odd),
        _reference("even", even),
        w("type", val="nextPage"),
        w("pgSz", w=twips(page.width), h=twips(page.height), **turned),
        w(
            "pgMar",
            top=twips(page.top),
            right=twips(page.right),
            bottom=twips(page.bottom),
            left=twips(page.left),
            header=twips(15),
            footer=FOOTER_DISTANCE,
            gutter=0,
        ),
        w("docGrid", type="linesAndChars", linePitch=LINE, charSpace=0),
    )


def _reference(kind: str, footer: str) -> str:
    return f'<w:footerReference w:type="{kind}" r:id="{footer}"/>'
