"""The names of columns."""

from __future__ import annotations

from collections import Counter
from itertools import chain

import pytest

from perf_tui.reader.targets.headings import HEADINGS, field_of, known, unused
from perf_tui.reader.targets.result import Field


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (["三级指标"], "name"),
        (["指标 名称："], "name"),
        (["指标类别"], "category"),
        (["指标类型"], "subcategory"),
        (["年初目标值(A)"], "target"),
        (["2024年度指标值"], "target"),
        (["指标值（年初）"], "target"),
        (["指标值（调整）"], "adjusted"),
        (["指标值", "年初"], "target"),
        (["指标值", "调整"], "adjusted"),
        (["指标值", "符号"], "sign"),
        (["指标值", "数值"], "target"),
        (["指标值", "单位（文字描述）"], "unit"),
        (["绩效指标", "一级指标"], "category"),
        (["完成情况", "自评得分"], "score"),
        (["分值", "（10分）"], "weight"),
        (["权重(分)"], "weight"),
        (["得分（20分*执行率）"], "score"),
        (["全年完成值"], "actual"),
        (["＊偏差原因分析及改进措施"], "reason"),
        (["未完成原因及其他情况"], "reason"),
        (["计量单位"], "unit"),
        (["指标性质"], "sign"),
        (["是否核心指标"], "core"),
        (["备注"], "remark"),
        (["本年度目标值"], "target"),
        (["责任站所"], None),
        ([""], None),
    ],
)
def test_headings(words: list[str], field: str | None) -> None:
    found = field_of(words)
    assert (found and found[0]) == field


@pytest.mark.parametrize("field", HEADINGS)
def test_every_name_is_found_as_it_stands_in_the_table(field: Field) -> None:
    assert {found[0] for name in HEADINGS[field] if (found := field_of([name]))} == {field}
    assert all(map(known, HEADINGS[field]))


def test_no_name_stands_for_two_fields() -> None:
    names = Counter(chain.from_iterable(HEADINGS.values()))
    assert [name for name, count in names.items() if count > 1] == []


def test_only_short_cells_are_headings() -> None:
    assert known("三级指标（共三十项）")
    assert not known("三级指标" + " " * 30)
    assert not known("")


def test_usual_headings_that_say_nothing_about_an_indicator() -> None:
    assert unused(["得分系数(%)"])
    assert unused(["指标值", "上年"])
    assert field_of(["指标值", "上年"]) is None
    assert not unused(["三级指标"])
