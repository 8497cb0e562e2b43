"""A target cell: comparator, number and unit, or the words of a qualitative target."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perf_tui.reader.targets.target import BEHIND, SIGNS, Target, read_target

NUMBERS = {
    "≥95%": (">=", "95", "%"),
    "≥ 95 %": (">=", "95", "%"),
    "≥９５％": (">=", "95", "%"),
    "不低于180人": (">=", "180", "人"),
    "不少于1,200人次": (">=", "1200", "人次"),
    "大于等于5": (">=", "5", ""),
    "至少3场": (">=", "3", "场"),
    "达到100%": (">=", "100", "%"),
    "80分以上": (">=", "80", "分"),
    "95%（含）以上": (">=", "95", "%"),
    "95％及以上。": (">=", "95", "%"),
    "不超过10万元": ("<=", "10", "万元"),
    "100万元以内": ("<=", "100", "万元"),
    "小于等于2次": ("<=", "2", "次"),
    "控制在5%以内": ("<=", "5", "%"),
    "控制在5%": ("<=", "5", "%"),
    "3个工作日内": ("<=", "3", "个工作日"),
    "15日内": ("<=", "15", "日"),
    "≤15日": ("<=", "15", "日"),
    "≤300元/月": ("<=", "300", "元/月"),
    "＜５％": ("<", "5", "%"),
    "＞5": (">", "5", ""),
    "＝3": ("=", "3", ""),
    "100%": ("=", "100", "%"),
    "0起": ("=", "0", "起"),
    "5公里/年": ("=", "5", "公里/年"),
    "2,000.50平方米": ("=", "2000.50", "平方米"),
    "3‰": ("=", "3", "‰"),
    "3万": ("=", "30000", ""),
    "3万人": ("=", "3", "万人"),
    "三次": ("=", "3", "次"),
    "不少于十二场": (">=", "12", "场"),
    "零": ("=", "0", ""),
    "百分之九十五": ("=", "95", "%"),
    "百分之95": ("=", "95", "%"),
    "百分之百": ("=", "100", "%"),
    "≥100百分比": (">=", "100", "%"),
}
QUALITATIVE = [
    *(
        "优良中低差",
        "良好",
        "持续改善",
        "有效提升",
        "一般",
        "四好农村路",
        "零事故",
        "按时完成",
        "无",
    ),
]
NO_SINGLE_NUMBER = [
    *("12月底前", "2024年12月", "2024年", "80-90分", "1:2", "5%左右", "-5", "±5%", "第1名"),
    *("全市前3名", "1,23", "≥95%且≤100%", "9" * 61),
]


@pytest.mark.parametrize("cell", NUMBERS)
def test_a_number_with_comparator_and_unit(cell: str) -> None:
    read = read_target(cell)
    assert (read.sign, read.text, read.unit) == NUMBERS[cell]
    assert read.doubt == ""


@pytest.mark.parametrize("cell", QUALITATIVE)
def test_words_are_a_qualitative_target(cell: str) -> None:
    assert read_target(cell) == Target("qualitative", cell)


@pytest.mark.parametrize("cell", NO_SINGLE_NUMBER)
def test_what_is_no_single_number_is_qualitative_and_doubted(cell: str) -> None:
    doubt = f"指标值「{cell[:60]}」不是单独一个数，按定性"
    assert read_target(cell) == Target("qualitative", cell, "", doubt)


@pytest.mark.parametrize(
    ("cell", "sign", "text", "unit"),
    [
        ("满意度≥90%", ">=", "90", "%"),
        ("覆盖率达到100%", ">=", "100", "%"),
        ("约100人", "=", "100", "人"),
        ("100余户", "=", "100", "户"),
    ],
)
def test_words_that_a_number_leaves_behind_are_told(
    cell: str, sign: str, text: str, unit: str
) -> None:
    read = read_target(cell)
    assert (read.sign, read.text, read.unit) == (sign, text, unit)
    assert read.doubt == f"指标值「{cell}」里只取了数"


UNITS = [
    ("100", "%", "100", "%", False),
    ("≥95%", "%", "95", "%", False),
    ("3.5万元", "元", "35000", "元", False),
    ("3万", "元", "30000", "元", False),
    ("100元", "万元", "0.01", "万元", False),
    ("180人", "人次", "180", "人", True),
]


@pytest.mark.parametrize(("cell", "column", "text", "unit", "doubted"), UNITS)
def test_a_column_of_units(cell: str, column: str, text: str, unit: str, doubted: bool) -> None:
    read = read_target(cell, column)
    assert (read.text, read.unit, bool(read.doubt)) == (text, unit, doubted)


@pytest.mark.parametrize(
    ("cell", "nature", "sign", "doubted"),
    [
        ("100", "≥", ">=", False),
        ("100", "＝", "=", False),
        ("≥95", " ＞＝ ", ">=", False),
        ("95", "大于等于", ">=", False),
        ("≤5", "≥", ">=", True),
        ("95", "正向", ">=", False),
        ("95", "反向指标", "<=", False),
        ("≤5", "正向", "<=", False),
        ("95", "定量", "=", False),
        ("95", "定性", "qualitative", False),
        ("良好", "定性", "qualitative", False),
        ("良好", "≥", "qualitative", True),
        ("", "≥", ">=", False),
        ("", "", "", False),
    ],
)
def test_a_column_of_comparators(cell: str, nature: str, sign: str, doubted: bool) -> None:
    read = read_target(cell, nature=nature)
    assert (read.sign, bool(read.doubt)) == (sign, doubted)


@given(
    st.decimals(0, 10**9, places=2),
    st.sampled_from(sorted(SIGNS)),
    st.sampled_from(
        ["%", "人", "户", "次", "件", "个", "公里", "平方米", "万元", "元/月", "分", ""]
    ),
)
def test_every_comparator_before_every_number(number: Decimal, sign: str, unit: str) -> None:
    assert read_target(f"{sign}{number:,f}{unit}") == Target(SIGNS[sign], f"{number:f}", unit)


@given(st.integers(0, 10**9), st.sampled_from(sorted(BEHIND)))
def test_every_comparator_behind_a_number(number: int, behind: str) -> None:
    assert read_target(f"{number}人{behind}") == Target(BEHIND[behind], str(number), "人")


@given(st.text(max_size=80), st.sampled_from(["", "%", "万元"]))
def test_any_cell_is_read(cell: str, unit: str) -> None:
    read = read_target(cell, unit)
    assert read.sign or not cell
    assert read.text or not cell
