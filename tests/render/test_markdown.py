"""The document as Markdown: what it looks like, and that typed marks stay literal."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from render.small import document

from perf_tui.render.document import Cell, Document, Paragraph, Table
from perf_tui.render.markdown import to_markdown

GOLDEN = """\
# 正文2024年度自评报告

**（草稿）**

## 一、基本情况

### （一）职能职责

#### 1.正文（5分）

正文

附件：1.自评表\\
2.目录

云溪镇人民政府\\
2025年4月15日

## 附件1 自评表

| 指标名称 | 指标得分 |
| :--- | :---: |
| 正文 | 5.00 |
| 正文 |  |

## 附件2 目录

总分

|  |  |
| :--- | :---: |
| 正文 | 5.00 |
| 正文 |  |

## 附件3 计算

正文
"""


def _paragraph(text: str) -> str:
    return to_markdown(Document("", "", None, (Paragraph(text),))).removesuffix("\n")


def test_every_block() -> None:
    assert to_markdown(document()) == GOLDEN


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("甲|乙", r"甲\|乙"),
        ("# 一", r"\# 一"),
        ("*甲* _乙_ `丙`", r"\*甲\* \_乙\_ \`丙\`"),
        ("<b>&lt;", r"\<b\>\&lt;"),
        ("[甲](乙)", r"\[甲\](乙)"),
        ("~~甲~~", r"\~\~甲\~\~"),
        ("- 甲", r"\- 甲"),
        ("+ 甲", r"\+ 甲"),
        ("===", r"\==="),
        ("1. 甲", r"1\. 甲"),
        ("12) 甲", r"12\) 甲"),
        ("1.甲，-5%", "1.甲，-5%"),
        ("甲\\", "甲\\\\"),
        ("甲\x1b[31m\x00乙\u202e", r"甲\[31m乙"),
        ("甲\n- 乙", "甲\\\n\\- 乙"),
    ],
)
def test_typed_marks_stay_literal(typed: str, written: str) -> None:
    assert _paragraph(typed) == written


def test_lines_in_a_cell_stay_in_it() -> None:
    table = Table((1, 1), ((Cell("甲\n乙|丙"), Cell("5")),))
    text = to_markdown(Document("", "", None, (table,)))
    assert text.splitlines()[-1] == r"| 甲<br>乙\|丙 | 5 |"


@given(st.text(max_size=60))
def test_no_text_breaks_out_of_its_cell(text: str) -> None:
    table = Table((1, 1), ((Cell(text, align="left"), Cell("5")),))
    lines = to_markdown(Document("", "", None, (table,))).removesuffix("\n").split("\n")
    assert len(lines) == 3
    assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", lines[-1])) == 3


def test_a_very_long_text() -> None:
    assert len(_paragraph("长" * 100_000)) == 100_000
