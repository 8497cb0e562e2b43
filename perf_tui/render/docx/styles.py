"""The styles: Word's own title, headings and body text, set by GB/T 9704-2012."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from perf_tui.render.docx.page import LINE, NUMBER_LINE

TITLE, BODY, BLACK, KAI, SONG = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体"
# What Word takes if a font is not installed.
STAND_INS = {TITLE: "华文中宋", BODY: "仿宋", BLACK: "SimHei", KAI: "楷体", SONG: "SimSun"}
INDENT = 640  # twips: two characters of 16 pt
TABLE_LINE = 300
Align = Literal["left", "center", "both"]
LEFT: Align = "left"
CENTER: Align = "center"
JUSTIFIED: Align = "both"


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style. Lengths are in twips, and `size` is in points.

    `alias` is what a Chinese clerk calls the style. One of Word's own has the `name` that Word
    writes into the file.
    """

    name: str
    alias: str = ""
    font: str = BODY
    size: float = 16
    align: Align = JUSTIFIED
    first_line: int = 0
    before: int = 0
    after: int = 0
    line: int = LINE
    level: int | None = None
    with_next: bool = False

    @property
    def id(self) -> str:
        """The id by which paragraphs name the style: Heading1."""
        return self.name.title().replace(" ", "")


STYLES = (
    Style("Normal", "正文"),
    Style("Body Text", "正文文字", first_line=INDENT),
    Style("Title", "标题", TITLE, 22, CENTER, after=LINE, with_next=True),
    Style("Subtitle", "副标题", KAI, align=CENTER, after=LINE, with_next=True),
    Style("heading 1", "一级标题", BLACK, first_line=INDENT, level=0, with_next=True),
    Style("heading 2", "二级标题", KAI, first_line=INDENT, level=1, with_next=True),
    Style("heading 3", "三级标题", first_line=INDENT, level=2, with_next=True),
    Style("附件说明", with_next=True),
    Style("Signature", "署名", before=LINE, with_next=True),
    Style("Date", "成文日期"),
    Style("附件序号", font=BLACK, align=LEFT, level=0, with_next=True),
    Style("附件标题", "", TITLE, 22, CENTER, before=LINE, after=LINE // 2, level=1, with_next=True),
    Style("caption", "表题", BLACK, 12, CENTER, before=120, after=60, line=400, with_next=True),
    Style("表头", "", BLACK, 10.5, CENTER, line=TABLE_LINE),
    Style("表格文字", "", BODY, 10.5, CENTER, line=TABLE_LINE),
    Style("表尾", size=1, line=20),  # Word wants a paragraph after a table
    Style("footer", "页脚", SONG, 14, LEFT, line=NUMBER_LINE),
)
