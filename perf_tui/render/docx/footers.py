"""Page numbers by GB/T 9704-2012: — 1 — at the outer edge.

On a turned page they stand where the other pages have them.
"""

from __future__ import annotations

from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.section import Section, _Footer
from docx.shared import Mm, Pt, Twips
from docx.text.paragraph import Paragraph

from perf_tui.render.docx.oxml import add, below, element
from perf_tui.render.docx.page import NUMBER_DROP, NUMBER_LINE, TURNED, Paper

INDENT = Pt(14)  # one character of the page number


def number_pages(section: Section, page: Paper) -> None:
    """Give the section footers of its own."""
    odd = section.footer, WD_ALIGN_PARAGRAPH.RIGHT
    even = section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT
    for footer, edge in (odd, even):
        footer.is_linked_to_previous = False
        below(footer.paragraphs[0]).style = "Footer"
        place = _frame(footer) if page is TURNED else footer.paragraphs[0]
        below(place).style = "Footer"
        place.alignment = edge
        place.paragraph_format.left_indent = place.paragraph_format.right_indent = INDENT
        _number(place)


def _number(paragraph: Paragraph) -> None:
    before, number, _after = map(paragraph.add_run, ("— ", "1", " —"))
    field = element("fldSimple", instr="PAGE")
    below(before).addnext(field)
    field.append(below(number))


def _frame(footer: _Footer) -> Paragraph:
    """Return the paragraph of a frame to the left of the text block, which runs from top to bottom.

    The frame is a table of one cell, because LibreOffice misplaces a text box in a footer.
    """
    table = footer.add_table(1, 1, Twips(NUMBER_LINE))
    below(table).addnext(below(footer.paragraphs[0]))  # a footer ends with a paragraph
    table.autofit = False
    left, top = Mm(TURNED.left).twips - NUMBER_DROP - NUMBER_LINE, Mm(TURNED.top).twips
    place = element("tblpPr", vertAnchor="page", horzAnchor="page", tblpX=left, tblpY=top)
    margins = element("tblCellMar")
    for side in ("left", "right"):
        add(margins, side, w=0, type="dxa")
    below(table).tblPr.insert_element_before(place, "w:tblW")
    below(table).tblPr.insert_element_before(margins, "w:tblLook")
    row = table.rows[0]
    row.height = Mm(TURNED.height - TURNED.top - TURNED.bottom)
    row.height_rule = WD_ROW_HEIGHT_RULE.EXACTLY
    cell = row.cells[0]
    add(below(cell).tcPr, "textDirection", val="tbRl")
    paragraph: Paragraph = cell.paragraphs[0]
    return paragraph
