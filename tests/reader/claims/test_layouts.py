"""Indicators as townships lay them out."""

import pytest

from perf_tui.core.claims.claims import Claims
from perf_tui.reader.claims import claims_of

HEAD = "青石镇人民政府2024年度整体支出绩效自评报告\n一、基本情况\n略。\n二、绩效评价情况\n"
TAIL = "\n（二）评价结论\n综合得分99.5分，等级为“优”。\n"


def claims(body: str) -> Claims:
    return claims_of((HEAD + body + TAIL).splitlines())


LAYOUTS = {
    "groups of indicators": """\
1.产出指标（60分）
（1）补贴发放率（40分）
发放率100%，得40分。
（2）事故次数（20分）
未发生，得20分。
2.效益指标（40分）
（1）满意度（40分）
满意度95%，得40分。""",
    "groups with sums": """\
产出指标（60分），得60分。
1.补贴发放率（40分）
发放率100%，得40分。
2.事故次数（20分）
未发生，得20分。
效益指标（40分），得40分。
3.满意度（40分）
满意度95%，得40分。""",
    "weights in words": """\
1.补贴发放率
指标分值40分，发放率100%，得40分。
2.事故次数
指标分值20分，未发生，得20分。
3.满意度
指标分值40分，满意度95%，得40分。""",
    "weights of other shapes": """\
①补贴发放率（权重：40）
发放率100%，得40分。
②事故次数【20分】
未发生，得20分。
③满意度（40分，自评40分）
满意度95%，得40分。""",
    "a list within": """\
1.补贴发放率（40分）
（1）发放养老金。
（2）发放抚恤金。
发放率100%，得40分。
2.事故次数（20分）
未发生，得20分。
3.满意度（40分）
满意度95%，得40分。
以上合计得分100分。""",
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_same_indicators_however_they_are_laid_out(name: str) -> None:
    found = claims(LAYOUTS[name])
    assert [one.name for one in found.items] == ["补贴发放率", "事故次数", "满意度"]
    assert [str(one.weight and one.weight.value) for one in found.items] == ["40", "20", "40"]
    assert [[str(score.value) for score in one.scores] for one in found.items] == [
        ["40"],
        ["20"],
        ["40"],
    ]
    assert found.total is not None
    assert str(found.total.value) == "99.5"


TABLES = {
    "numbers and a sum": """\
序号\t指标名称\t权重\t得分
1\t补贴发放率\t60\t60
2\t满意度\t40\t38
\t合计\t100\t98""",
    "groups and sums within": """\
一级指标\t三级指标\t分值\t自评得分
产出指标\t补贴发放率\t60\t60
小计\t\t60\t60
效益指标\t满意度\t40\t38
小计\t\t40\t38
合计\t\t100\t98""",
    "rows of groups": """\
指标名称\t权重\t得分
产出指标\t60\t60
补贴发放率\t60\t60
效益指标\t40\t38
满意度\t40\t38
总分\t100\t98""",
    "a head on the next page": """\
指标名称\t权重\t得分
补贴发放率\t60\t60
指标名称\t权重\t得分
满意度\t40\t38
合计\t100\t98""",
}


@pytest.mark.parametrize("name", TABLES)
def test_the_same_rows_however_the_table_is_made(name: str) -> None:
    rows = [row for row in claims(TABLES[name]).rows if not row.is_sum]
    assert [f"{row.name} {row.score and row.score.value}" for row in rows] == [
        "补贴发放率 60",
        "满意度 38",
    ]
    assert {row.table for row in rows} == {1}


@pytest.mark.parametrize(
    ("line", "initial", "adjusted", "executed"),
    [
        ("年初预算2000万元，追加调整100万元，调整预算2100万元，执行数1995万元", 2000, 2100, 1995),
        (
            "年初预算2000万元，预算调整增加100万元，调整后为2100万元，执行数1995万元",
            2000,
            2100,
            1995,
        ),
        ("收入决算数2150万元，支出决算数1995万元，调整预算数2100万元", None, 2100, 1995),
    ],
)
def test_amounts_that_only_sound_like_the_budget(
    line: str, initial: int | None, adjusted: int, executed: int
) -> None:
    (told,) = claims(line).executions
    amounts = (told.initial, told.adjusted, told.executed)
    assert [one and int(one.value) for one in amounts] == [initial, adjusted, executed]


@pytest.mark.parametrize(
    ("closing", "signature", "day"),
    [
        ("青石镇人民政府\n2025年4月10日", "青石镇人民政府", "2025-04-10"),
        ("青石镇人民政府    2025年4月10日", "青石镇人民政府", "2025-04-10"),
        ("青 石 镇 人 民 政 府\n二〇二五年四月十日", "青 石 镇 人 民 政 府", "2025-04-10"),
        ("青 石 镇 人 民 政 府2025.4.10", "青 石 镇 人 民 政 府2025.4.10", "2025-04-10"),
        ("2025年4月10日\n青石镇人民政府", "青石镇人民政府", "2025-04-10"),
        ("全部整改完成于2025年4月10日", None, None),
    ],
)
def test_who_signed_and_when(closing: str, signature: str | None, day: str | None) -> None:
    found = claims_of(("一、建议\n培训。\n" + closing).splitlines())
    assert (found.signature and found.signature.text) == signature
    assert (found.day and found.day.isoformat()) == day


def test_the_unit_is_that_of_the_title() -> None:
    lines = ["中共青石镇委员会", "青石镇人民政府", "2024年度绩效自评报告", "根据县财政局的通知："]
    found = claims_of(lines)
    assert found.unit is not None
    assert found.unit.text == "青石镇人民政府"
    alone = claims_of(["青石镇人民政府2024年度整体支出绩效自评报告", "根据县财政局的通知："])
    assert alone.unit is not None
    assert alone.unit.text == "青石镇人民政府"
