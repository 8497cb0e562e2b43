"""The form sets of other provinces, and a year by the rules of its own bureau, computed by hand."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from perf_tui.checks import judge, judged
from perf_tui.core.explaining.attainable import bounds, gains, grades_within
from perf_tui.core.explaining.deductions import deductions_of, lacking
from perf_tui.core.explaining.explanation import explain_deductions, explain_grade, explain_item
from perf_tui.core.explaining.working import work_execution, work_item, work_total
from perf_tui.core.wording.sentences import indicator_passage, section_passage
from perf_tui.render.report import build_report
from perf_tui.store.forms import load_form
from perf_tui.store.forms.finding import find_sets
from support.offices import office

FORMS = Path(__file__).parents[2] / "forms"
OUTPUT, EFFECT, CONTENT = "产出指标", "效益指标", "满意度指标"
ROWS = {
    "a": (OUTPUT, "≥", "100", "50"),
    "b": (EFFECT, "≤", "50", "30"),
    "c": (CONTENT, "≥", "90", "10"),
}
# 80 ÷ 100 × 50 = 40; 60 exceeds 50 by a fifth: 30 × 4/5 = 24; 10
ANSWERS = {"a": "80", "b": "60", "c": "95"}


@pytest.mark.parametrize(
    ("form", "levels", "execution"),
    [
        ("national", "产出指标 50、效益指标 30、满意度指标 10", 10),
        ("national_cost", "成本指标 20、产出指标 40、效益指标 20、满意度指标 10", 10),
        ("hubei", "产出指标 40、效益指标/满意度指标 40、加分项 +10（不计入）", 20),
        ("hunan", "产出指标 50、效益指标 30、满意度指标 10", 10),
        ("sichuan", "", 10),
        ("chongqing", "", 10),
        ("township", "", 10),
    ],
)
def test_the_points_of_a_set(form: str, levels: str, execution: int) -> None:
    said = {field.label: field.fallback for field in load_form(form).scheme_fields}
    assert said["各级指标分值"] == levels
    assert load_form(form).scheme.execution_weight == execution


def test_every_set_says_what_it_is_and_whose_rules_it_follows() -> None:
    assert all(one.about and one.basis for one in find_sets(FORMS))


def test_chongqing_converts_a_hundred_points_to_ninety() -> None:
    rows = {"a": ("产出", "≥", "100", "60"), "b": ("效益", "≥", "10", "40")}
    score = office("chongqing", rows, {"a": "90", "b": "10"}).score
    # 9.3 + 90 × (54 + 40) ÷ 100 = 9.3 + 84.6
    assert (score.total, score.grade) == (Decimal("93.90"), "优")


def test_sichuan_asks_why_the_budget_was_adjusted_at_all() -> None:
    adjusted = {"budget.adjusted": "1001", "budget.executed": "900.9"}
    codes = [one.code for one in judge(office("sichuan", {}, adjusted))]
    assert "budget-shift" in codes  # 年中发生预算调整的，应单独说明理由
    assert "execution-reason-missing" not in codes  # exactly 90 %
    assert "budget-shift" not in [one.code for one in judge(office("sichuan", {}, {}))]


def test_hunan_prints_its_basic_data_and_computes_its_rates() -> None:
    facts = {
        "posts": "40",
        "staff": "38",
        "vehicles_bought_spent": "0",
        "vehicles_run_spent": "4.5",
        "abroad_spent": "0",
        "reception_spent": "1.25",
        "building_approved": "1200",
        "building_built": "1260",
    }
    year = office("hunan", {}, {f"facts.{key}": text for key, text in facts.items()})
    attachments = build_report(judged(year)).attachments
    table = next(one for one in attachments if "基础数据表" in one.title)
    rows = [[cell.text for cell in row] for row in table.blocks[0].rows]  # type: ignore[union-attr]
    assert ["", "40", "38", "95%"] in rows  # 38 ÷ 40
    assert ["三公经费", "/", "/", "5.75"] in rows  # 0 + 4.5 + 0 + 1.25
    assert ["", "1200", "1260", "105%"] in rows  # 1260 ÷ 1200


@pytest.mark.parametrize(
    ("executed", "said", "points", "words"),
    [
        ("960", "95 得 100、90 得 80、其余 0", "10.00", "10 × 100%（执行率 96%，按档计分）"),
        ("950", "95 得 100、90 得 80、其余 0", "10.00", "10 × 100%（执行率 95%，按档计分）"),
        ("949.9", "95 得 100、90 得 80、其余 0", "8.00", "10 × 80%（执行率 94.99%，按档计分）"),
        ("899", "95 得 100、90 得 80、其余 0", "0.00", "10 × 0%（执行率 89.90%，按档计分）"),
        ("500", "95 得 100、90 得 80", "0.00", "10 × 0%（执行率 50%，按档计分）"),
        ("930", "按执行率", "9.30", "10 × 930 ÷ 1000"),
    ],
)
def test_the_execution_in_steps(executed: str, said: str, points: str, words: str) -> None:
    year = office("national", {}, {"budget.executed": executed}, {"execution_steps": said})
    assert year.score.execution.score == Decimal(points)
    assert work_execution(year).equation == f"{points} = {words}"


def test_a_rate_above_a_hundred_may_cost_points() -> None:
    year = office(
        "national", ROWS, {**ANSWERS, "budget.executed": "1100"}, {"over_execution": "60"}
    )
    assert year.score.execution.score == Decimal("6.00")  # 10 × 60 %
    assert work_execution(year).equation == "6.00 = 10 × 60%（执行率超过 100%）"
    assert year.score.total == Decimal("80.00")  # 6 + 74


def test_scores_and_total_have_the_decimals_of_the_scheme() -> None:
    rows = {"a": (OUTPUT, "≥", "3", "50"), "b": (EFFECT, "≥", "7", "30"), "c": ROWS["c"]}
    said = {"score_places": "整数", "total_places": "一位小数"}
    year = office("national", rows, {"a": "2", "b": "5", "c": "95"}, said)
    # 33.33… → 33; 21.43 → 21; 10; execution 9.3
    assert [item.score for item in year.score.items] == [33, 21, 10]
    assert year.score.total == Decimal("73.3")
    assert year.printed["total"] == "73.3"
    assert [line.equation for line in work_item(year, year.item("a"))][1] == "33 = 50 × 2 ÷ 3"
    assert [line.equation for line in work_total(year)][-1] == "73.3 = 9.3 + 64，等级 中"


EXTRA = {
    **ROWS,
    "d": ("加分项", "", "", "5"),
    "e": ("加分项", "", "", "5"),
    "f": ("扣分项", "", "", "10"),
}
LEVELS = {"levels": "产出指标 50、效益指标 30、满意度指标 10、加分项 +5、扣分项 -10"}
POINTS = {"d.points": "3", "e.points": "4", "f.points": "2.5", "f.deviation_reason": "通报一次。"}


def test_what_is_added_and_taken_away_counts_up_to_its_points() -> None:
    year = office("national", EXTRA, {**ANSWERS, **POINTS}, LEVELS)
    # 9.3 + 74 + 5 (of 3 + 4) - 2.5
    assert year.score.total == Decimal("85.80")
    assert year.score.grade == "良"
    told = {line.label: line.equation for line in work_total(year)}
    assert told["加分项"] == "5.00 = 3 + 4，最多 5 分"
    assert told["扣分项"] == "-2.50 = -(2.5)"
    assert told["总分"] == "85.80 = 9.3 + 74 + 5 - 2.5，等级 良"
    assert sum(one.points for one in deductions_of(year)) == lacking(year.score) == Decimal("14.20")
    assert ("扣分项", "2.50，从总分里扣") in [
        (e.label, e.equation) for e in explain_deductions(year)
    ]
    assert [(one.number, one.points) for one in gains(year.score)] == [
        *((None, Decimal("0.7")), (1, 10), (2, 6), (6, Decimal("2.5")))
    ]
    assert indicator_passage(year, year.form.by_id["f"]) == "指标f，扣2.5分，通报一次。"
    assert indicator_passage(year, year.form.by_id["d"]) == "指标d，加3分，〔加分依据〕。"
    conclusion = section_passage(year, year.form.by_key["conclusion"])
    assert "指标折算得分74.00分，加分和扣分合计+2.5分，评价等级为“良”。" in conclusion


def test_own_words_on_what_is_added_stand_as_they_are() -> None:
    words = {"d.points": "3", "d.paragraph": "获省政府通报表彰，加3分"}
    year = office("national", EXTRA, {**ANSWERS, **words}, LEVELS)
    assert indicator_passage(year, year.form.by_id["d"]) == "获省政府通报表彰，加3分。"


def test_a_level_without_indicators_changes_nothing() -> None:
    year = office("national", ROWS, ANSWERS, LEVELS)
    assert (year.score.extras, year.score.total) == ((), Decimal("83.30"))


def test_the_total_stays_within_a_hundred() -> None:
    full = {"a": "100", "b": "50", "c": "95", "budget.executed": "1000", **POINTS, "f.points": "0"}
    year = office("national", EXTRA, full, LEVELS)
    assert year.score.total == 100
    assert [line.equation for line in work_total(year)][-1] == (
        "100.00 = 10 + 90 + 5，总分在 0 到 100 分之间，等级 优"
    )
    assert sum(one.points for one in deductions_of(year)) == lacking(year.score) == 0


def test_blank_extras_leave_the_total_open() -> None:
    year = office("national", EXTRA, {**ANSWERS, "d.points": "3"}, LEVELS)
    assert year.score.total is None
    assert year.score.so_far == Decimal("86.30")  # 9.3 + 74 + 3
    # 扣分项 may still take 10, 加分项 still add 2 of its 5
    assert bounds(year.score) == (Decimal("76.30"), Decimal("88.30"))
    assert grades_within(year.score) == ("中", "良")
    assert [line.equation for line in work_item(year, year.item("f"))] == ["还没有填，最多 10 分"]
    assert [*explain_item(year, year.item("f"))] == []
    blank = [one.message for one in judge(year) if one.code == "blank" and one.indicator == 6]
    assert blank == ["扣分还没有填"]
    beyond = office("national", EXTRA, {**ANSWERS, "f.points": "11"}, LEVELS)
    assert beyond.item("f").blank
    assert "above-range" in [one.code for one in judge(beyond)]


def test_what_is_told_without_counting_changes_nothing() -> None:
    said = {"levels": "产出指标 50、效益指标 30、满意度指标 10、加分项 +5（不计入）"}
    rows = {**ROWS, "d": ("加分项", "", "", "5")}
    year = office("national", rows, {**ANSWERS, "d.points": "5"}, said)
    assert year.score.total == Decimal("83.30")
    [line] = work_item(year, year.item("d"))
    assert line.equation == "+5 分，最多 5 分，不计入总分"
    assert office("national", rows, ANSWERS, said).score.total == Decimal("83.30")


def test_an_indicator_without_a_target_states_its_figure_and_scores_by_tier() -> None:
    rows = {**ROWS, "a": (OUTPUT, "≥", "/", "50")}
    answers = {**ANSWERS, "a": "37", "a.tier": "达成", "a.coefficient": "90"}
    year = office("national", rows, answers)
    item = year.item("a")
    assert (item.score, item.shown_target, item.shown_actual) == (Decimal("45.00"), "无", "37")
    assert [line.equation for line in work_item(year, item)] == [
        "37（直接填报）",
        "45.00 = 50 × 90%",
    ]
    passage = indicator_passage(year, year.form.by_id["a"])
    assert passage.startswith("指标a，全年完成37。")
    assert not [one for one in judge(year) if one.code == "target-unreadable"]
    assert office("national", rows, {**answers, "a": ""}).item("a").score is None


def test_a_scheme_without_grades_leaves_them_out() -> None:
    year = office("national", ROWS, ANSWERS, {"grades": "不评等级"})
    assert (year.score.total, year.score.grade) == (Decimal("83.30"), None)
    assert [line.equation for line in work_total(year)][-1] == "83.30 = 9.3 + 74"
    assert [line.label for line in explain_grade(year)] == []
    assert section_passage(year, year.form.by_key["conclusion"]).endswith("指标折算得分74.00分。")
    open_year = office("national", ROWS, {}, {"grades": "不评等级"})
    assert grades_within(open_year.score) is None
    assert "等级" not in [line.label for line in explain_grade(open_year)]


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"grades": "优 九十"}, "等级填的“优 九十”看不懂"),
        (
            {"grades": "优 90、良 95、差 0"},
            "等级填的不对：“良”起点 95 要低于上一等“优”的 90",
        ),
        ({"grades": "、"}, "等级填的没有内容"),
        (
            {"tiers": "好 100-60（含70）"},
            "定性指标档次填的“好”只能含它的下限 60",
        ),
        (
            {"tiers": "好 90-0"},
            (
                "定性指标档次填的不对：各档要从 100 排到 0："
                "第一档的上限是 100（含），最后一档的下限是 0"
            ),
        ),
        (
            {"levels": "其中数量 5"},
            "各级指标分值填的“其中数量”前面没有一级指标",
        ),
        (
            {"levels": "产出指标 0"},
            "各级指标分值填的不对：“产出指标”的分值要大于 0",
        ),
        (
            {"levels": "产出指标 50、其中数量 60、效益指标 40"},
            "各级指标分值填的不对：“产出指标”的二级指标共 60 分，超过了它的分值",
        ),
        (
            {"levels": "产出 45、产出 45"},
            "各级指标分值填的不对：“产出”写了两次，留一处",
        ),
        (
            {"execution_steps": "90 得 80、95 得 100"},
            "执行率计分填的不对：95% 一档的执行率和得分比例都要低于上一档",
        ),
        (
            {"execution_steps": "120 得 100"},
            "执行率计分填的不对：执行率和得分比例要在 0 到 100 之间",
        ),
        ({"caps": "八十"}, "执行率低的总分封顶填的“八十”看不懂"),
    ],
)
def test_what_cannot_be_read_is_told_and_the_set_stands(
    said: Mapping[str, str], message: str
) -> None:
    year = office("national", ROWS, ANSWERS, said)
    assert [one.message for one in judge(year) if one.code == "scheme-misread"] == [
        f"{message}，暂按原来的方案计分"
    ]
    assert year.form.scheme == load_form("national").scheme


def test_points_that_make_no_hundred_are_told() -> None:
    for said in ({"execution_weight": "20"}, {"levels": "产出指标 50、效益指标 30"}):
        found = [
            one for one in judge(office("national", {}, {}, said)) if one.code == "scheme-points"
        ]
        assert [one.field for one in found] == ["scheme.levels"]
    whole = {"execution_weight": "20", "levels": "产出指标 50、效益指标 30"}
    assert "scheme-points" not in [one.code for one in judge(office("national", {}, {}, whole))]


def test_numbers_and_choices_are_told_by_their_own_fields() -> None:
    said = {"execution_weight": "120", "inverse_rule": "随便", "low_execution": "85"}
    year = office("national", {}, {"budget.executed": "860"}, said)
    codes = [one.code for one in judge(year)]
    assert {"above-range", "unreadable"} <= {*codes}
    assert "execution-reason-missing" not in codes
    assert year.form.scheme.execution_weight == 10


def test_each_event_costs_what_the_bureau_says() -> None:
    rows = {"a": (OUTPUT, "=", "0", "10")}
    assert office("national", rows, {"a": "3"}).item("a").score == 0
    said = {"points_per_event": "2"}
    assert office("national", rows, {"a": "3"}, said).item("a").score == 4  # 10 - 3 × 2
    assert office("national", rows, {"a": "3"}, {"points_per_event": "0"}).item("a").score == 0


def test_everything_a_set_says_can_be_said_again() -> None:
    for name in (one.name for one in find_sets(FORMS)):
        form = load_form(name)
        said = {one.address.split(".")[1]: one.fallback for one in form.scheme_fields}
        if not form.levels:
            del said["levels"]
        changed = office(name, {}, {}, said).form.scheme
        assert changed.levels in (form.levels, ())
        assert (changed.grades, changed.tiers, changed.caps, changed.execution_steps) == (
            *(form.scheme.grades, form.scheme.tiers),
            *(form.scheme.caps, form.scheme.execution_steps),
        )
        assert changed.inverse_rule == form.scheme.inverse_rule


def test_a_second_level_has_points_of_its_own() -> None:
    said = {"levels": "产出指标 50、其中成本指标 20、效益指标 40"}
    rows = {
        "a": (OUTPUT, "≥", "1", "30"),
        "b": (OUTPUT, "≤", "1", "10"),
        "c": (EFFECT, "≥", "1", "40"),
    }
    year = office("national", rows, {"own.b.subcategory": "成本指标"}, said)
    told = [one.message for one in judge(year) if one.code == "weights-sum"]
    assert told == [
        "产出指标的权重合计 40 分，应为 50 分，还差 10 分",
        "成本指标的权重合计 10 分，应为 20 分，还差 10 分",
    ]
    unknown = {**rows, "c": (CONTENT, "≥", "1", "40")}
    [found] = [
        one
        for one in judge(office("national", unknown, {}, said))
        if one.code == "category-unknown"
    ]
    assert found.fix == "改成 产出指标、效益指标 中的一个"
