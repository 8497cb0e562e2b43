"""The styles in the file, in place of the template's.

They are built as elements, because python-docx would take longer for them than for the text.
"""

from __future__ import annotations

from typing import Any

from docx.document import Document as WordFile
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from perf_tui.render.docx.oxml import add, element, w
from perf_tui.render.docx.page import TIGHTENING
from perf_tui.render.docx.styles import STAND_INS, STYLES, Style

NORMAL = "Normal"  # the base of all styles
CELL_MARGINS = {"top": 28, "left": 57, "bottom": 28, "right": 57}  # twips
GB_2312 = "86"  # character set by which a font is chosen if no stand-in is installed


def define_styles(word: WordFile) -> None:
    """Define every style that the report uses, and drop the others."""
    sheet = word.styles.element
    for other in sheet.xpath("w:style[@w:type='paragraph' or not(@w:default)]"):
        if other.styleId != "TableGrid":
            sheet.remove(other)
    for default in sheet.xpath("w:docDefaults/*/*"):
        default[:] = []  # they set Latin fonts and room below every paragraph
    sheet.extend(_style(told, place) for place, told in enumerate(STYLES))
    _set_tables(word)
    _name_stand_ins(word)


def _style(style: Style, place: int) -> Any:
    made = element("style", type="paragraph", styleId=style.id)
    if style.name == NORMAL:
        made.set(w("default"), "1")
    if not style.name.isascii():
        made.set(w("customStyle"), "1")
    add(made, "name", val=style.name)
    if style.alias:
        add(made, "aliases", val=style.alias)
    if style.name != NORMAL:
        add(made, "basedOn", val=NORMAL)
    if style.level is not None:
        add(made, "next", val="BodyText")
    add(made, "uiPriority", val=place)
    add(made, "qFormat")
    _add_layout(made, style)
    _add_characters(made, style)
    return made


def _add_layout(made: Any, style: Style) -> None:
    layout = add(made, "pPr")
    if style.with_next:
        add(layout, "keepNext")
    if style.name == NORMAL:
        add(layout, "widowControl", val=0)  # 22 lines on every page
        # Text ignores the grid, and no space is added between characters and digits or letters.
        for name in ("autoSpaceDE", "autoSpaceDN", "snapToGrid"):
            add(layout, name, val=0)
    room = {"before": style.before, "after": style.after}
    add(layout, "spacing", line=style.line, lineRule="exact", **room)
    if style.first_line:
        add(layout, "ind", firstLine=style.first_line)
    add(layout, "jc", val=style.align)
    if style.level is not None:
        add(layout, "outlineLvl", val=style.level)


def _add_characters(made: Any, style: Style) -> None:
    characters = add(made, "rPr")
    scripts = dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), style.font)
    add(characters, "rFonts", hint="eastAsia", **scripts)
    if style.name == NORMAL:
        add(characters, "snapToGrid", val=0)
        add(characters, "color", val="000000")
        add(characters, "spacing", val=TIGHTENING)
    add(characters, "sz", val=round(style.size * 2))
    if style.name == NORMAL:
        add(characters, "lang", val="en-US", eastAsia="zh-CN")


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
