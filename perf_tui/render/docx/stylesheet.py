"""The styles in the file, in the place of the template's."""

from __future__ import annotations

from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.shared import Pt, RGBColor, Twips
from docx.styles.style import ParagraphStyle

from perf_tui.render.docx.oxml import add, element, w
from perf_tui.render.docx.page import TIGHTENING
from perf_tui.render.docx.styles import STAND_INS, STYLES, Style

CELL_MARGINS = {"top": 28, "left": 57, "bottom": 28, "right": 57}  # twips
GB_2312 = "86"  # a character set: where no stand-in is installed either, some font that has it


def define_styles(word: WordFile) -> None:
    """Defines every style that the report uses, and drops the others."""
    sheet = word.styles.element
    for style in sheet.xpath("w:style[not(@w:default or @w:styleId='TableGrid')]"):
        style.delete()
    for default in sheet.xpath("w:docDefaults/*/*"):
        default[:] = []  # Latin fonts, and room below every paragraph
    for place, told in enumerate(STYLES):
        _define(word, told, place)
    _set_normal(word)
    _set_tables(word)
    _name_stand_ins(word)


def _set_normal(word: WordFile) -> None:
    """What all styles take over from this one."""
    normal = word.styles["Normal"]
    normal.paragraph_format.widow_control = False  # 22 lines on every page
    # Text keeps off the grid; digits stand as close to it as characters to each other.
    for name in ("autoSpaceDE", "autoSpaceDN", "snapToGrid"):
        normal.element.pPr.insert_element_before(element(name, val=0), "w:spacing")
    normal.font.color.rgb = RGBColor(0, 0, 0)
    closer = element("spacing", val=TIGHTENING)
    normal.element.rPr.insert_element_before(closer, "w:sz")
    normal.font.snap_to_grid = False
    add(normal.element.rPr, "lang", val="en-US", eastAsia="zh-CN")


def _define(word: WordFile, style: Style, place: int) -> None:
    made = _named(word, style.name)
    made.quick_style = True
    made.priority = place
    if style.alias:
        made.element.find(w("name")).addnext(element("aliases", val=style.alias))
    if style.level is not None:
        made.next_paragraph_style = word.styles["Body Text"]
    _set_paragraph(made, style)
    _set_characters(made, style)


def _named(word: WordFile, name: str) -> ParagraphStyle:
    made: ParagraphStyle
    if name == "Normal":
        made = word.styles[name]
    else:
        made = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name.isascii())
        made.base_style = word.styles["Normal"]
    return made


def _set_paragraph(made: ParagraphStyle, style: Style) -> None:
    layout = made.paragraph_format
    layout.alignment = style.align
    layout.line_spacing = Twips(style.line)
    layout.space_before, layout.space_after = Twips(style.before), Twips(style.after)
    if style.first_line:
        layout.first_line_indent = Twips(style.first_line)
    layout.keep_with_next = style.with_next or None
    if style.level is not None:
        add(made.element.pPr, "outlineLvl", val=style.level)


def _set_characters(made: ParagraphStyle, style: Style) -> None:
    font = made.font
    font.name, font.size = style.font, Pt(style.size)
    for name, value in {"eastAsia": style.font, "cs": style.font, "hint": "eastAsia"}.items():
        made.element.rPr.rFonts.set(w(name), value)


def _set_tables(word: WordFile) -> None:
    made = word.styles["Table Grid"].element
    for side, width in CELL_MARGINS.items():
        made.find("/".join(map(w, ("tblPr", "tblCellMar", side)))).set(w("w"), str(width))
    add(add(made, "tcPr"), "vAlign", val="center")


def _name_stand_ins(word: WordFile) -> None:
    fonts = element("fonts")
    for name, other in STAND_INS.items():
        font = add(fonts, "font", name=name)
        add(font, "altName", val=other)
        add(font, "charset", val=GB_2312)
    content, place = serialize_part_xml(fonts), PackURI("/word/fontTable.xml")
    part = Part(place, CONTENT_TYPE.WML_FONT_TABLE, content)
    word.part.relate_to(part, RELATIONSHIP_TYPE.FONT_TABLE)
