"""A pasted text as rows of cells."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perf_tui.reader.targets.tsv import rows_of_text

HEAD = "三级指标\t目标值\t备注\n"


def as_excel_puts_it(rows: Sequence[Sequence[str]]) -> str:
    """The text that Excel puts on the clipboard: cells are quoted where they have to be."""
    return "".join("\t".join(map(quoted, row)) + "\r\n" for row in rows)


def quoted(cell: str) -> str:
    return f'"{cell.replace(chr(34), chr(34) * 2)}"' if set(cell) & set('\t\n\r"') else cell


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", (("",),)),
        ("甲", (("甲",),)),
        ("甲\t乙\n丙\t丁", (("甲", "乙"), ("丙", "丁"))),
        ("甲\t乙\r\n丙\t\r\n", (("甲", "乙"), ("丙", ""))),
        ('"甲\n乙"\t"丙""丁"""', (("甲\n乙", '丙"丁"'),)),
        ('"四好"农村路\t乙', (('"四好"农村路', "乙"),)),
        ('"没有右引号\t乙', (('"没有右引号', "乙"),)),
        ('"' + "长" * 10_001 + '"\t乙', (('"' + "长" * 10_001 + '"', "乙"),)),
        ("| 甲 | 乙 |\n|---|:-:|\n| 丙 | |", (("甲", "乙"), ("丙", ""))),
        ("甲 | 乙\n丙 | 丁", (("甲", "乙"), ("丙", "丁"))),
        (r"|甲\|乙|丙<br/>丁|", (("甲|乙", "丙\n丁"),)),
        (r"|\=|\≥ 5|a\b|", (("=", "≥ 5", r"a\b"),)),
        ("｜甲｜乙｜", (("甲", "乙"),)),
        ("|", (("",),)),
    ],
)
def test_rows_of_text(text: str, rows: tuple[tuple[str, ...], ...]) -> None:
    assert rows_of_text(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("开展\n演出\t12场\t", (("开展",), ("演出", "12场", ""))),
        ("演出\t12\n场\t无", (("演出", "12\n场", "无"),)),
        ("演出\t12\n场\n次\t无", (("演出", "12\n场\n次", "无"),)),
        ("演出\t12场\t受雨\n影响", (("演出", "12场", "受雨\n影响"),)),
        ("演出\t12场\t无\n产出指标", (("演出", "12场", "无"), ("产出指标",))),
        ("演出\t12场\t无\n注：略", (("演出", "12场", "无"), ("注：略",))),
        ("演出\t12场\t无\n合计", (("演出", "12场", "无"), ("合计",))),
        ("演出\t12场\t\n甲", (("演出", "12场", ""), ("甲",))),
        ("合计\t\t100\n（盖章）", (("合计", "", "100"), ("（盖章）",))),
        ("演出\n甲\t乙\t丙\t丁", (("演出",), ("甲", "乙", "丙", "丁"))),
        ("演出\t甲\n乙", (("演出", "甲"), ("乙",))),
    ],
)
def test_cells_broken_into_lines(text: str, rows: tuple[tuple[str, ...], ...]) -> None:
    assert rows_of_text(HEAD + text)[1:] == rows


@pytest.mark.parametrize("first", ["产出指标", "1.公厕", "（二）公厕"])
def test_what_begins_a_row_goes_on_with_none(first: str) -> None:
    assert rows_of_text(f"{HEAD}演出\t12\n{first}\t3座")[1:] == (("演出", "12"), (first, "3座"))


def test_a_list_in_the_last_cell() -> None:
    rows = (("演出", "12场", "1.下雨\n2.停电"), ("公厕", "3座", ""))
    assert rows_of_text(f"{HEAD}演出\t12场\t1.下雨\n2.停电\n公厕\t3座\t")[1:] == rows


def test_rows_without_their_empty_cells_at_the_end() -> None:
    rows = (("演出", "12场"), ("公厕", "3座"), ("路灯", "9盏"))
    assert rows_of_text(HEAD + "\n".join(map("\t".join, rows)))[1:] == rows
    varied = (("公厕", "3座", "已建"), *rows)
    assert rows_of_text(HEAD + "\n".join(map("\t".join, varied)))[1:] == varied


@pytest.mark.parametrize(
    ("head", "first"),
    [
        ("三级\n指标\t目标值\t备注", ("三级\n指标", "目标值", "备注")),
        ("三级指标\t目标值\t偏差\n原因", ("三级指标", "目标值", "偏差\n原因")),
        ("三级指标\t目标值\t偏差原因\n分析", ("三级指标", "目标值", "偏差原因\n分析")),
        ("产出\n指标\t目标值\t备注", ("产出\n指标", "目标值", "备注")),
        ("绩效自评表\n三级指标\t目标值\t备注", ("绩效自评表",)),
        ("三级指标\t目标值\t备注\n公厕", ("三级指标", "目标值", "备注")),
    ],
)
def test_heads_broken_into_lines(head: str, first: tuple[str, ...]) -> None:
    assert rows_of_text(f"{head}\n公厕\t3座\t")[0] == first


CELLS = st.text(alphabet='指标值3%\t\n\r" |', max_size=6)


@given(
    st.integers(2, 5).flatmap(
        lambda n: st.lists(st.lists(CELLS, min_size=n, max_size=n), min_size=1)
    )
)
def test_what_excel_writes_reads_back(rows: list[list[str]]) -> None:
    assert rows_of_text(as_excel_puts_it(rows)) == tuple(map(tuple, rows))
