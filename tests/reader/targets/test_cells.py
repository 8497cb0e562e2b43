"""The words of a cell without what tables put around them."""

from __future__ import annotations

import pytest

from perf_tui.reader.targets.cells import (
    filled,
    is_note,
    is_table_total,
    is_total,
    named,
    points,
    said,
    tidy,
)


@pytest.mark.parametrize(
    ("cell", "name", "weight"),
    [
        ("公厕", "公厕", ""),
        ("1.公厕", "公厕", ""),
        ("（一）产出指标", "产出指标", ""),
        ("一、产出指标", "产出指标", ""),
        ("①公厕", "公厕", ""),
        ("2）公厕", "公厕", ""),
        ("指标1：公厕", "公厕", ""),
        ("指标1：1.公厕", "公厕", ""),
        ("指标1 公厕", "公厕", ""),
        ("指标2：", "", ""),
        ("指标3", "", ""),
        ("……", "", ""),
        ("无", "", ""),
        ("产出指标（50分）", "产出指标", "50"),
        ("产出\n指标\n（５０分）", "产出指标", "50"),
        ("公厕【权重：12.5%】", "公厕", "12.5"),
        ("产出指标 50分", "产出指标", "50"),
        ("满意度95分", "满意度95分", ""),
        ("5G基站", "5G基站", ""),
        ("3.15活动", "3.15活动", ""),
        ("12345热线办结率", "12345热线办结率", ""),
        ("一般债务", "一般债务", ""),
        ("公厕（座）", "公厕（座）", ""),
    ],
)
def test_names(cell: str, name: str, weight: str) -> None:
    assert named(cell) == (name, weight)


@pytest.mark.parametrize("cell", ["", "/", "——", "……", "...", "××", "XXX", " - "])
def test_filling(cell: str) -> None:
    assert filled(cell) == said(cell) == ""


def test_nothing_is_filling_only_where_there_may_be_nothing() -> None:
    assert filled("无") == "无"
    assert said("无") == ""


@pytest.mark.parametrize(
    ("cell", "text"),
    [("10", "10"), ("１０分", "10"), ("5.5 分", "5.5"), ("十分", "十分"), ("/", "")],
)
def test_points(cell: str, text: str) -> None:
    assert points(cell) == text


@pytest.mark.parametrize(
    "cell", ["合计", "合 计", "总分", "总得分：", "小计", "自评总分（100分）", "总计"]
)
def test_totals(cell: str) -> None:
    assert is_total(["", cell, "100"])
    assert is_table_total(["", cell, "100"]) == (cell != "小计")
    assert not is_table_total(["", cell, "99.54 = 9.54 + 90"])


def test_what_is_no_total() -> None:
    assert not is_total(["总分" * 20, "合计金额占比", "公厕总数"])


def test_notes() -> None:
    assert is_note(["", "注：按实填写"])
    assert is_note(["填表人： 张三", "联系电话："])
    assert not is_note(["公厕", "注：按实填写"])
    assert not is_note(["", ""])


def test_tidy_keeps_lines_and_drops_what_is_not_seen() -> None:
    assert tidy(" 产出\u200b \r\n\n　指标\t") == "产出\n指标"
