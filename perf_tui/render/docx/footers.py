"""Page numbers: — 1 —, at the outer edge; on a turned page where the other pages have them."""

from __future__ import annotations

from collections.abc import Mapping

from perf_tui.render.docx.page import NUMBER_DROP, NUMBER_LINE, TURNED, UPRIGHT, twips
from perf_tui.render.docx.xml import paragraph, root, run, w

INDENT = 14 * 20  # one character of the page number


def footers() -> Mapping[str, str]:
    """Name of the part → its XML."""
    odd = w("ind", right=INDENT) + w("jc", val="right")
    even = w("ind", left=INDENT) + w("jc", val="left")
    upright = (_number(odd), _number(even))
    turned = (_turned(_number(odd)), _turned(_number(even)))
    names = (*UPRIGHT.footers, *TURNED.footers)
    return {
        name: root("ftr", content) for name, content in zip(names, (*upright, *turned), strict=True)
    }


def _number(place: str) -> str:
    field = w("fldSimple", run("1"), instr="PAGE")
    return paragraph("Footer", run("— "), field, run(" —"), properties=place)


def _turned(content: str) -> str:
    """A frame down the left of the text block, its line running from top to bottom.

    A table of one cell, because LibreOffice loses the place of a text box in a footer.
    """
    left = twips(TURNED.left) - NUMBER_DROP - NUMBER_LINE
    height = twips(TURNED.height - TURNED.top - TURNED.bottom)
    place = {"vertAnchor": "page", "horzAnchor": "page", "tblpX": left, "tblpY": twips(TURNED.top)}
    frame = w(
        "tblPr",
        w("tblpPr", **place),
        w("tblW", w=NUMBER_LINE, type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblCellMar", w("left", w=0, type="dxa"), w("right", w=0, type="dxa")),
    )
    cell = w("tcPr", w("tcW", w=NUMBER_LINE, type="dxa"), w("textDirection", val="tbRl"))
    row = w("tr", w("trPr", w("trHeight", val=height, hRule="exact")), w("tc", cell, content))
    return w("tbl", frame, w("tblGrid", w("gridCol", w=NUMBER_LINE)), row) + paragraph("Footer")
