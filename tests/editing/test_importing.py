"""A year made of a report: no indicator of any office is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from perf_tui.core.answers.year import pending_at
from perf_tui.core.evaluation.evaluation import evaluate
from perf_tui.core.numbers.rounding import fixed
from perf_tui.editing.importing import Imported, import_report
from perf_tui.reader.claims import claims_of
from perf_tui.reader.filling.budget import BUDGET
from perf_tui.reader.word import word_lines
from support.foreign_reports import FOREIGN, ForeignReport, Stated


def imported(text: str, form: str = "") -> Imported:
    return import_report(claims_of(text.splitlines()), None, Path(), form)


def stated(made: Imported) -> list[Stated]:
    """The indicators as the year has them."""
    texts, form = made.file.year.texts, made.file.form
    return [
        Stated(
            one.name,
            one.sign,
            texts.get(f"own.{one.id}.target", ""),
            one.unit,
            texts.get(f"indicators.{one.id}.actual") or texts.get(f"indicators.{one.id}.tier", ""),
            str(one.weight),
            one.category,
        )
        for one in form.indicators
    ]


@pytest.mark.parametrize("kind", ["text", "Word"])
@pytest.mark.parametrize("report", FOREIGN.values(), ids=FOREIGN)
def test_no_indicator_of_another_office_is_lost(report: ForeignReport, kind: str) -> None:
    lines = report.text.splitlines() if kind == "text" else word_lines(report.docx)
    made = import_report(claims_of(lines), None, Path())
    assert stated(made) == list(report.indicators)
    texts = made.file.year.texts
    assert texts.get("unit.name", "") == report.unit
    typed = (made.file.form.typed_at(f"budget.{key}")[0] for key in BUDGET)
    assert tuple(map(texts.get, typed)) == report.budget
    assert made.file.year.year == 2024
    paragraphs = [text for at, text in texts.items() if at.endswith(".paragraph")]
    assert paragraphs == list(report.sentences)
    score = evaluate(made.file.form, made.file.year).score
    assert (score.total and fixed(score.total)) == report.score


def test_every_figure_waits_to_be_confirmed_with_its_line() -> None:
    year = imported(FOREIGN["town"].text).file.year
    assert year.text(pending_at("indicators.own2.actual")) == "报告第 24 行"
    assert year.text(pending_at("own.own2.target")) == "报告第 24 行"
    assert year.text(pending_at("own.own2.weight")) == "报告第 24 行"
    assert not year.text(pending_at("own.own2.name"))


HEAD = "青石镇2024年度绩效自评\n一级指标\t三级指标\t指标值\t实际完成值\t分值\t得分\t偏差原因\n"
ROW = "产出指标\t巡查水库座次\t≥10座\t{actual}\t90\t{score}\t\n"


@pytest.mark.parametrize(
    ("actual", "score", "coefficient", "message"),
    [
        ("10座", "90", "", ""),
        ("10座", "81", "90", ""),
        ("10座", "30.01", "33.34", ""),
        ("9座", "85", "", "报告得 85 分，按完成值只得 81 分，得分由程序算"),
        ("9座", "95", "", "报告得 95 分，超过权重 90 分，得分由程序算"),
        ("", "90", "", "报告得 90 分，没有取到能算的指标值和完成值，得分算不出"),
        ("9座", "", "", ""),
    ],
)
def test_the_printed_score_is_kept_by_a_coefficient_or_told(
    actual: str, score: str, coefficient: str, message: str
) -> None:
    made = imported(HEAD + ROW.format(actual=actual, score=score))
    assert made.file.year.text("indicators.own1.coefficient") == coefficient
    assert [one.message for one in made.told] == [message] * bool(message)
    result = evaluate(made.file.form, made.file.year).item("own1").score
    assert not coefficient or (result and str(result.normalize())) == score


@pytest.mark.parametrize(
    ("actual", "score", "wanted"),
    [
        ("已建成", "90", ("达成", "100", "已建成")),
        ("部分建成", "63", ("部分达成", "70", "部分建成")),
        ("未达成", "", ("未达成", "", "")),
        ("已建成", "", ("", "", "已建成")),
        ("已建成", "95", ("", "", "已建成")),
        ("未建成", "0", ("未达成", "0", "未建成")),
    ],
)
def test_words_become_a_tier_by_their_score(
    actual: str, score: str, wanted: tuple[str, ...]
) -> None:
    row = ROW.replace("≥10座", "建成泵站").format(actual=actual, score=score)
    texts = imported(HEAD + row).file.year.texts
    kept = tuple(
        texts.get(f"indicators.own1.{key}", "") for key in ("tier", "coefficient", "remark")
    )
    assert kept == wanted


def test_adjusted_targets_remarks_and_what_is_no_number_are_kept() -> None:
    head = "三级指标\t年初指标值\t调整指标值\t实际完成值\t分值\t说明\n"
    rows = "巡查座次\t10座\t8座\t已巡查9座\t50\t水库停用\n环境\t改善\t保持\t改善\t30\t\n"
    rows += "堤防\t\t5公里\t若干\t10\t\n"
    made = imported(f"青石镇2024年度绩效自评\n{head}{rows}")
    texts = made.file.year.texts
    assert texts["indicators.own1.adjusted_target"] == "8"
    assert texts["indicators.own1.actual"] == "9"
    assert texts["indicators.own1.remark"] == "水库停用"
    assert texts["indicators.own2.remark"] == "改善；调整后的指标值：保持"
    assert texts["own.own3.target"] == "5"
    assert texts["indicators.own3.actual"] == "若干"


MIXED = """\
青石镇人民政府
2024年度绩效自评报告
一、绩效评价情况
1.森林火灾发生次数（8分）
全年未发生森林火灾。得8分。
2.政策宣传知晓率（5分）
问卷100份，知晓率95%。得5分。
3.无人机巡河覆盖率（7分）
目标值80%，实际完成90%。得7分。
青石镇人民政府
2025年4月10日
"""


def test_what_the_set_lacks_is_added_and_what_the_report_lacks_removed() -> None:
    made = imported(MIXED)
    form, texts = made.file.form, made.file.year.texts
    assert form.id == "township"
    assert [one.id for one in form.indicators] == ["forest_fires", "policy_awareness", "own1"]
    assert [str(one.weight) for one in form.indicators] == ["8", "5", "7"]
    assert texts["own.river_quality.removed"] == "是"
    assert "own.forest_fires.name" not in texts
    assert texts["facts.forest_fire_count"] == "0"
    assert texts["indicators.policy_awareness.actual"] == "95"
    assert texts["indicators.own1.actual"] == "90"


def test_a_weight_of_its_own_is_kept() -> None:
    made = imported(MIXED.replace("火灾发生次数（8分）", "火灾发生次数（10分）"))
    assert str(made.file.form.by_id["forest_fires"].weight) == "10"
    assert made.file.year.text(pending_at("own.forest_fires.weight")) == "报告第 4 行"


def test_the_same_name_in_another_unit_is_another_indicator() -> None:
    rows = "政策宣传知晓率\t≥90%\t95%\t5\n森林火灾发生次数\t0起\t0\t8\n"
    rows += "三公经费控制率\t≤9万元\t8万元\t8\n"
    made = imported(f"青石镇2024年度绩效自评\n三级指标\t指标值\t实际完成值\t分值\n{rows}")
    assert [one.id for one in made.file.form.indicators] == [
        "policy_awareness",
        "forest_fires",
        "own1",
    ]


def test_a_table_alone_fills_the_fields_of_the_set() -> None:
    row = "政策宣传知晓率\t≥90%\t95%\t5\t5\t抽样偏少\n"
    head = "三级指标\t指标值\t实际完成值\t分值\t得分\t偏差原因\n"
    made = imported(f"青石镇人民政府\n2024年度绩效自评报告\n{head}{row}")
    texts = made.file.year.texts
    assert made.file.form.id == "township"
    assert len(made.file.form.indicators) == 19
    assert texts["indicators.policy_awareness.actual"] == "95"
    assert texts["indicators.policy_awareness.deviation_reason"] == "抽样偏少"


def test_the_target_of_a_known_one_is_kept_where_the_report_has_another() -> None:
    rows = "政策宣传知晓率\t≥85%\t95%\t5\n无人机巡河覆盖率\t≥80%\t90%\t7\n"
    rows += "森林火灾发生次数\t0起\t0起\t8\n"
    made = imported(f"青石镇2024年度绩效自评\n三级指标\t指标值\t实际完成值\t分值\n{rows}")
    assert made.file.year.text("indicators.policy_awareness.target") == "85"
    assert not made.file.year.text("indicators.forest_fires.target")


def test_the_execution_that_the_scheme_scores_is_no_indicator() -> None:
    rows = "预算执行率\t100%\t90%\t10\t9\t\n"
    made = imported(HEAD + "预算执行\t" + rows + ROW.format(actual="10座", score="90"))
    assert [one.name for one in made.file.form.indicators] == ["巡查水库座次"]
    other = imported(
        HEAD + "预算执行\t" + rows + ROW.format(actual="10座", score="90").replace("90", "70")
    )
    assert [one.name for one in other.file.form.indicators] == ["预算执行率", "巡查水库座次"]


def test_a_form_that_is_named_is_used() -> None:
    assert imported(MIXED, "national").file.form.id == "national"
    assert len(imported(MIXED, "national").file.form.indicators) == 3


def test_the_budget_alone_is_enough_and_anything_else_is_not() -> None:
    text = "青石镇人民政府2024年度绩效自评报告\n一、资金\n年初预算9万元，全年执行数9万元。"
    assert not imported(text).empty
    assert imported("青石镇人民政府2024年度绩效自评报告\n没有数。").empty
    assert imported("没有年份。").file.year.year == 0


def test_passages_that_no_field_has_are_told() -> None:
    text = FOREIGN["bureau"].text
    assert "主要职责是负责全县水资源管理和防汛抗旱。" in [one.text for one in imported(text).unread]


def test_the_goals_of_the_table_are_kept() -> None:
    texts = imported(FOREIGN["project"].text).file.year.texts
    assert texts["sections.initial_goal"] == "建成高标准农田2000亩。"
    assert texts["sections.achieved_goal"] == "已建成高标准农田2000亩。"


def test_a_report_of_a_project_becomes_a_project() -> None:
    made = imported(FOREIGN["project"].text).file
    assert made.form.id == "project_cost"  # its cost is a first level
    assert made.year.texts["unit.project"] == "高标准农田建设项目"
    assert made.year.texts["unit.department"] == "云水县农业农村局"
    without = FOREIGN["project"].text.replace("成本指标\t经济成本指标", "\t经济成本指标")
    assert imported(without).file.form.id == "project"


def test_a_project_without_indicators_is_a_project_too() -> None:
    made = imported("村道养护项目2024年度绩效自评报告\n全年执行数95万元。").file
    assert (made.form.id, made.year.text("budget.executed_grant")) == ("project", "950000")
