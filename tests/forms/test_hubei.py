"""Hubei's scheme gives what the formula printed below its tables gives, computed by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from perf_tui.checks import judge
from perf_tui.core.explaining.working import work_total
from support.offices import office

OUTPUT, EFFECT, CONTENT, BONUS = "产出指标", "效益指标", "满意度指标", "加分项"
REACHED, PARTLY, MISSED = (
    "达成预期指标",
    "部分达成预期指标并具有一定效果",
    "未达成预期指标且效果较差",
)


@pytest.mark.parametrize(
    ("sign", "target", "weight", "actual", "score"),
    [
        # 正向指标 全年实际值 ÷ 年初目标值 × 权重, never above the weight
        ("≥", "80", "20", "72", "18.00"),  # 72 ÷ 80 × 20
        ("≥", "95", "10", "90.25", "9.50"),  # 90.25 ÷ 95 × 10
        ("≥", "200", "10", "250", "10.00"),  # 12.50, above the weight
        ("≥", "3", "5", "1", "1.67"),  # 1.666…
        ("≥", "7", "8", "6", "6.86"),  # 6.857…
        ("=", "12", "4", "9", "3.00"),  # 9 ÷ 12 × 4
        ("≥", "90", "10", "0", "0.00"),
        # 反向指标 年初目标值 ÷ 全年实际值 × 权重
        ("≤", "100", "10", "125", "8.00"),  # 100 ÷ 125 × 10
        ("≤", "90", "15", "96", "14.06"),  # 14.0625
        ("≤", "5", "6", "8", "3.75"),  # 5 ÷ 8 × 6
        ("≤", "7", "4", "6", "4.00"),  # reached
        ("≤", "30", "10", "300", "1.00"),  # 30 ÷ 300 × 10
    ],
)
def test_a_quantity(sign: str, target: str, weight: str, actual: str, score: str) -> None:
    year = office("hubei", {"a": (OUTPUT, sign, target, weight)}, {"a": actual})
    assert year.item("a").score == Decimal(score)


@pytest.mark.parametrize(
    ("tier", "coefficient", "score"),
    [
        (REACHED, "100", "10.00"),
        (REACHED, "92.5", "9.25"),
        (REACHED, "80", "8.00"),  # 100%-80%（含80%）
        (PARTLY, "79.99", "8.00"),  # 7.999
        (PARTLY, "80", None),  # 80 % belongs to the tier above
        (PARTLY, "50", "5.00"),  # 80%-50%（含50%）
        (MISSED, "50", None),
        (MISSED, "49", "4.90"),
        (MISSED, "0", "0.00"),
    ],
)
def test_a_quality_in_three_tiers(tier: str, coefficient: str, score: str | None) -> None:
    answers = {"a.tier": tier, "a.coefficient": coefficient}
    year = office("hubei", {"a": (EFFECT, "定性", "明显改善", "10")}, answers)
    assert year.item("a").score == (None if score is None else Decimal(score))
    outside = [one for one in judge(year) if one.code == "coefficient-outside-tier"]
    assert bool(outside) == (score is None)


@pytest.mark.parametrize(
    ("executed", "points"),
    [("930", "18.60"), ("1000", "20.00"), ("1100", "20.00"), ("666.6", "13.33")],
)
def test_the_execution_is_twenty_points(executed: str, points: str) -> None:
    year = office("hubei", {}, {"budget.executed": executed})  # 20 × 执行数 ÷ 预算数
    assert year.score.execution.score == Decimal(points)


ROWS = {
    "a": (OUTPUT, "≥", "80", "20"),
    "b": (OUTPUT, "≤", "90", "20"),
    "c": (EFFECT, "≥", "95", "30"),
    "d": (CONTENT, "≥", "90", "10"),
    "e": (BONUS, "", "", "5"),
}
# 72 ÷ 80 × 20 = 18.00; 90 ÷ 96 × 20 = 18.75; 90.25 ÷ 95 × 30 = 28.50; 10.00
ANSWERS = {"a": "72", "b": "96", "c": "90.25", "d": "93", "e.points": "3"}


def test_the_total_leaves_the_bonus_out_and_has_no_grade() -> None:
    year = office("hubei", ROWS, ANSWERS)
    score = year.score
    assert [item.score for item in score.items] == [
        *map(Decimal, ("18.00", "18.75", "28.50", "10.00", "3.00"))
    ]
    assert score.total == Decimal("93.85")  # 18.60 + 75.25
    assert score.grade is None
    assert year.printed["grade"] == ""
    assert [line.equation for line in work_total(year)][-1] == "93.85 = 18.6 + 75.25"


def test_the_levels_weigh_forty_each_with_satisfaction_in_the_effect() -> None:
    told = [one.message for one in judge(office("hubei", ROWS, ANSWERS)) if "权重" in one.message]
    assert not [words for words in told if "合计" in words]
    heavier = {**ROWS, "d": (CONTENT, "≥", "90", "15")}
    [words] = [one.message for one in judge(office("hubei", heavier, {})) if "合计" in one.message]
    assert words == "效益指标、满意度指标的权重合计 45 分，应为 40 分，多了 5 分"


def test_a_bonus_needs_its_reason() -> None:
    found = [one for one in judge(office("hubei", ROWS, ANSWERS)) if one.indicator == 5]
    assert [(one.code, one.message) for one in found] == [
        ("reason-missing", "加 3 分，还没有写加分依据")
    ]
