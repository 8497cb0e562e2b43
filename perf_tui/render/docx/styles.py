"""The styles: Word's own title, headings and body text, set as GB/T 9704-2012 wants them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from perf_tui.render.docx.page import LINE, NUMBER_LINE, TIGHTENING
from perf_tui.render.docx.xml import root, w

TITLE, BODY, BLACK, KAI, SONG = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体"
# What Word takes where a font is not installed.
STAND_INS = {TITLE: "华文中宋", BODY: "仿宋", BLACK: "SimHei", KAI: "楷体", SONG: "SimSun"}
BODY_SIZE = 16  # points
INDENT = 640  # twips: two characters of 16 pt
TABLE_LINE = 300


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style; lengths in twips, `size` in points, `alias` as a Chinese clerk says it."""

    id: str
    name: str
    alias: str
    font: str = BODY
    size: float = BODY_SIZE
    align: Literal["both", "left", "center", "right"] = "both"
    first_line: int = 0
    before: int = 0
    after: int = 0
    line: int = LINE
    level: int | None = None
    with_next: bool = False
    on_grid: bool = True


STYLES = (
    Style("Normal", "Normal", "正文"),
    Style("Title", "Title", "标题", TITLE, 22, "center", after=LINE, with_next=True),
    Style("Subtitle", "Subtitle", "副标题", KAI, align="center", after=LINE, with_next=True),
    Style("Heading1", "heading 1", "一级标题", BLACK, first_line=INDENT, level=0, with_next=True),
    Style("Heading2", "heading 2", "二级标题", KAI, first_line=INDENT, level=1, with_next=True),
    Style("Heading3", "heading 3", "三级标题", first_line=INDENT, level=2, with_next=True),
    Style("BodyText", "Body Text", "正文文字", first_line=INDENT),
    Style("AttachmentNote", "附件说明", "", with_next=True),
    Style("Signature", "Signature", "署名", before=LINE, with_next=True),
    Style("Date", "Date", "成文日期"),
    Style("AttachmentMark", "附件序号", "", BLACK, align="left", level=0, with_next=True),
    Style(
        "AttachmentTitle",
        "附件标题",
        "",
        TITLE,
        22,
        "center",
        before=LINE,
        after=LINE // 2,
        with_next=True,
    ),
    Style("TableHead", "表头", "", BLACK, 10.5, "center", line=TABLE_LINE, on_grid=False),
    Style("TableText", "表格文字", "", BODY, 10.5, "center", line=TABLE_LINE, on_grid=False),
    Style(
        "Caption",
        "caption",
        "表题",
        BLACK,
        12,
        "center",
        before=120,
        after=60,
        line=400,
        with_next=True,
        on_grid=False,
    ),
    Style("TableEnd", "表尾", "", BODY, 1, line=20, on_grid=False),  # Word wants text after a table
    Style("Footer", "footer", "页脚", SONG, 14, "left", line=NUMBER_LINE, on_grid=False),
)


def styles() -> str:
    """The part word/styles.xml."""
    return root("styles", _defaults(), *map(_style, STYLES), _table_style())


def font_table() -> str:
    """The part word/fontTable.xml: each font with the one that stands in for it."""
    return root("fonts", *(_font(name, other) for name, other in STAND_INS.items()))


def _font(name: str, other: str) -> str:
    # 86 is the GB 2312 character set: where neither is installed, some other Chinese font is taken.
    return w("font", w("altName", val=other), w("charset", val="86"), name=name)


def _defaults() -> str:
    language = w("lang", val="en-US", eastAsia="zh-CN")
    characters = w("rPrDefault", w("rPr", _fonts(BODY), *_size(BODY_SIZE), language))
    return w("docDefaults", characters, w("pPrDefault"))


def _style(style: Style) -> str:
    basis = () if style.id == "Normal" else (w("basedOn", val="Normal"),)
    following = (w("next", val="BodyText"),) if style.level is not None else ()
    default = {"default": 1} if style.id == "Normal" else {}
    return w(
        "style",
        w("name", val=style.name),
        w("aliases", val=style.alias) if style.alias else "",
        *basis,
        *following,
        w("qFormat"),
        w("pPr", *_paragraph(style)),
        w("rPr", *_characters(style)),
        type="paragraph",
        **default,
        styleId=style.id,
    )


def _paragraph(style: Style) -> Iterator[str]:
    if style.with_next:
        yield w("keepNext")
    yield w("widowControl", val=0)  # 22 lines on every page
    yield w("autoSpaceDE", val=0)  # digits keep to the grid of characters
    yield w("autoSpaceDN", val=0)
    if not style.on_grid:
        yield w("snapToGrid", val=0)
    yield w("spacing", before=style.before, after=style.after, line=style.line, lineRule="exact")
    yield w("ind", firstLine=style.first_line)
    yield w("jc", val=style.align)
    if style.level is not None:
        yield w("outlineLvl", val=style.level)


def _characters(style: Style) -> Iterator[str]:
    yield _fonts(style.font)
    if not style.on_grid:
        yield w("snapToGrid", val=0)
    yield w("color", val="000000")
    if style.size == BODY_SIZE:
        yield w("spacing", val=TIGHTENING)
    yield from _size(style.size)


def _fonts(name: str) -> str:
    return w("rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name, hint="eastAsia")


def _size(points: float) -> tuple[str, str]:
    half_points = int(points * 2)
    return w("sz", val=half_points), w("szCs", val=half_points)


def _table_style() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = (w(side, val="single", sz=4, space=0, color="000000") for side in sides)
    margins = {"top": 28, "left": 57, "bottom": 28, "right": 57}
    padding = (w(side, w=width, type="dxa") for side, width in margins.items())
    return w(
        "style",
        w("name", val="Table Grid"),
        w("tblPr", w("tblBorders", *borders), w("tblCellMar", *padding)),
        type="table",
        styleId="TableGrid",
    )
