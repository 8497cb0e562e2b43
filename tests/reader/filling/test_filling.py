"""What a report answers of the form: nothing wrong, and whatever found no field is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from perf_tui.core.form import Form
from perf_tui.core.form.own import form_for, own_at
from perf_tui.reader.claims import claims_of
from perf_tui.reader.filling import Filled, filled_from
from perf_tui.reader.word import word_lines
from support.rendered import report_bytes
from support.samples import SAMPLES, opened, township

REPORT = """\
云水县青石镇人民政府
2024年度整体支出绩效自评报告
一、基本情况
（一）职能职责
贯彻上级决定。
（二）单位设置
青石镇内设机构5个。
（三）预算及支出情况
年初预算数2000万元，调整预算数2100万元，执行数1995万元，执行率95.00%。
二、主要成效
固定资产投资完成1500万元，同比下降3.5%。
三、绩效评价情况及结论
（一）绩效评价情况
1.农村道路安全隐患整治及时率（5分）
排查道路交通隐患12处，与派出所开展联合执法约40次，隐患整治及时率95%，高于92%的目标。\
未得满分的原因：2处待施工。得4.75分。
2.森林火灾发生次数（8分）
投入防火资金3.5万元，栽树900株，全年未发生森林火灾。得8分。
3.群众纠纷处置及时率（5分）
受理来信来访23件，排查纠纷224件，调解成功223件，及时处置220件，处置及时率100%。得5分。
4.无人机巡河覆盖率（2分）
巡河12次。得2分。
（二）绩效评价结论
总分95分，等级为“优”。
四、存在的问题
人手少。
云水县青石镇人民政府
2025年4月10日
"""


@pytest.fixture
def form() -> Form:
    return township("township")


def read(text: str, form: Form) -> Filled:
    return filled_from(claims_of(text.splitlines()), form)


def test_figures_go_where_their_unit_and_words_lead(form: Form) -> None:
    texts = read(REPORT, form).year(form, 2024).texts
    wanted = {
        "unit.name": "云水县青石镇人民政府",
        "unit.short_name": "青石镇",
        "unit.report_date": "2025-04-10",
        "budget.initial": "20000000",
        "budget.adjusted": "21000000",
        "budget.executed": "19950000",
        "facts.office_count": "5",
        "facts.fixed_investment": "1500",
        "facts.fixed_investment_growth": "-3.5",
        "facts.road_hazards": "12",
        "facts.joint_enforcement": "约40",
        "indicators.road_hazards.actual": "95",
        "indicators.road_hazards.target": "92",
        "indicators.road_hazards.deviation_reason": "2处待施工",
        "facts.fire_prevention_funds": "3.5",
        "facts.forest_fire_count": "0",
        "facts.visits_received": "23",
        "facts.disputes": "224",
        "facts.disputes_settled": "223",
        "facts.disputes_on_time": "220",
        "sections.duties": "贯彻上级决定。",
    }
    assert {at: texts.get(at) for at in wanted} == wanted
    # Facts give it, so that nobody has to type it.
    assert "indicators.disputes.actual" not in texts
    # The target of the form stays where the report names none.
    assert "indicators.forest_fires.target" not in texts


def test_only_what_words_led_to_has_to_be_confirmed(form: Form) -> None:
    guessed = {one.address: one.guessed for one in read(REPORT, form).taken}
    assert guessed["facts.disputes"]
    assert not guessed["budget.executed"]
    assert not guessed["sections.duties"]


def test_what_found_no_field_is_told_with_its_line(form: Form) -> None:
    lines = REPORT.splitlines()
    unread = read(REPORT, form).unread
    assert [one.text for one in unread] == ["栽树900株", "4.无人机巡河覆盖率（2分）"]
    for quote in unread:
        assert quote.text in lines[quote.line - 1]


def test_words_are_kept_unless_the_figures_make_the_same(form: Form) -> None:
    texts = read(REPORT, form).year(form, 2024).texts
    assert "栽树900株" in texts["indicators.forest_fires.paragraph"]
    assert "sections.spending" not in texts
    assert "sections.conclusion" not in texts


def test_the_score_is_computed_and_not_among_the_words(form: Form) -> None:
    text = REPORT.replace("全年未发生森林火灾。得8分。", "全年未发生森林火灾。\n巡护到村。得8分。")
    words = read(text, form).year(form, 2024).texts["indicators.forest_fires.paragraph"]
    assert words == "投入防火资金3.5万元，栽树900株，全年未发生森林火灾。\n巡护到村。"


def test_another_time_is_not_the_year(form: Form) -> None:
    text = REPORT.replace(
        "受理来信来访23件，排查纠纷224件",
        "上半年受理来信来访9件，排查纠纷100件。2023年排查纠纷300件，2024年受理来信来访23件，排查纠纷224件",
    )
    texts = read(text, form).year(form, 2024).texts
    assert (texts["facts.visits_received"], texts["facts.disputes"]) == ("23", "224")


def test_a_part_is_no_answer(form: Form) -> None:
    text = REPORT.replace(
        "4.无人机巡河覆盖率（2分）\n巡河12次。",
        "4.辖区群众合作医疗参保率（5分）\n参保21512人，其中新参保500人。\n",
    )
    assert "500" not in read(text, form).year(form, 2024).texts.values()


def test_the_same_number_of_something_else_is_unread(form: Form) -> None:
    text = REPORT.replace("栽树900株", "栽树900株，改造房屋23件")
    assert "改造房屋23件" in [one.text for one in read(text, form).unread]


def test_no_number_is_used_for_two_fields(form: Form) -> None:
    taken = [one for one in read(REPORT, form).taken if one.guessed]
    told = [one.at for one in taken if not one.address.startswith("unit.")]
    assert len(told) == len(set(told))


@pytest.mark.parametrize("text", ["", "一句话。", "一、基本情况\n没有数。"])
def test_what_is_no_report_fills_nothing(form: Form, text: str) -> None:
    filled = read(text, form)
    assert [one for one in filled.taken if one.guessed] == []
    assert filled.unread == ()


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_report_of_our_own_comes_back_as_it_was_typed(sample: Path, form: Form) -> None:
    change = opened(sample)
    typed, evaluation = change.evaluation.year, change.evaluation
    filled = filled_from(claims_of(word_lines(report_bytes(evaluation, ".docx"))), form)
    read = filled.year(form, typed.year)
    wrong = {
        at: (text, typed.text(at))
        for at, text in read.texts.items()
        if text != typed.text(at) and not form.fields[at].wordy
    }
    assert wrong == {}
    asked = {at for at, field in form.fields.items() if field.numeric and at.startswith("facts.")}
    assert {at for at in asked if typed.text(at)} <= read.texts.keys()
    assert filled.unread == ()
    # What the figures make anyway is not taken for anybody's own words.
    if "facts.forest_fire_count" in typed.texts:
        assert "indicators.forest_fires.paragraph" not in read.texts


def test_more_indicators_than_any_report_has_are_told(form: Form) -> None:
    lines = [f"{number}.第{number}项率（1分）" for number in range(1, 150)]
    assert len(read("\n".join(lines), form).unread) == 149


def test_a_date_that_never_was_and_a_rate_alone_fill_nothing(form: Form) -> None:
    text = REPORT.replace("2025年4月10日", "2025年4月31日")
    text = text.replace("调整预算数2100万元，执行数1995万元，", "")
    texts = read(text, form).year(form, 2024).texts
    assert "unit.report_date" not in texts
    assert "budget.executed" not in texts


def test_a_name_alone_is_answered_by_nothing(form: Form) -> None:
    assert (
        read("1.森林火灾发生次数（8分）\n2.农村道路安全隐患整治及时率（5分）\n", form).taken == ()
    )


def test_the_budget_told_again_is_not_unread(form: Form) -> None:
    again = "执行数1995万元，执行率95.00%，栽树900株"
    assert [one.text for one in read(REPORT.replace("栽树900株", again), form).unread] == [
        "栽树900株",
        "4.无人机巡河覆盖率（2分）",
    ]


def test_a_figure_told_again_is_not_unread(form: Form) -> None:
    again = REPORT.replace("栽树900株", "栽树900株，投入防火资金3.5万元")
    assert len(read(again, form).unread) == 2


def test_an_office_has_no_short_name(form: Form) -> None:
    text = REPORT.replace("青石镇人民政府", "财政局")
    assert "unit.short_name" not in read(text, form).year(form, 2024).texts


def test_a_target_that_is_the_forms_own_stays_with_the_form(form: Form) -> None:
    texts = read(REPORT.replace("高于92%的目标", "达到100%的目标"), form).year(form, 2024).texts
    assert "indicators.road_hazards.target" not in texts


def test_a_form_that_measures_nothing_by_words_takes_no_zero(form: Form) -> None:
    text = REPORT.replace("全年未发生森林火灾", "全年没有别的火情，无人受伤")
    assert "facts.forest_fire_count" not in read(text, form).year(form, 2024).texts


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (":问卷300份,得5分,知晓率95%。", "问卷300份,知晓率95%。"),
        ("。问卷300份,知晓率95%,得5分。", "问卷300份,知晓率95%。"),
        ("问卷300份，知晓率95%，得5分。", "问卷300份，知晓率95%。"),
    ],
)
def test_words_go_on_behind_the_name_and_are_whole_without_the_score(
    words: str, kept: str, form: Form
) -> None:
    texts = read(f"1.政策宣传知晓率（5分）{words}\n", form).year(form, 2024).texts
    assert texts["indicators.policy_awareness.paragraph"] == kept


def test_words_of_an_indicator_without_facts_keep_their_numbers() -> None:
    own = {own_at("own1", "name"): "巡查水库座次", own_at("own1", "unit"): "座次"}
    form = form_for(township("national"), own)
    claims = claims_of(["1.巡查水库", "权重10分，巡查水库座次436座次，整改隐患12处。得10分。"])
    (item,) = claims.items
    filled = filled_from(claims, form, [(form.by_id["own1"], item)])
    texts = filled.year(form, 2024).texts
    assert texts["indicators.own1.paragraph"] == "权重10分，巡查水库座次436座次，整改隐患12处。"
    assert filled.unread == ()


def test_what_is_known_from_elsewhere_makes_the_same_words() -> None:
    own = {
        own_at("own1", "name"): "巡查",
        own_at("own1", "unit"): "次",
        own_at("own1", "target"): "9",
    }
    form = form_for(township("national"), own)
    claims = claims_of(["1.巡查（10分）", "巡查，年度指标值为≥9次，全年完成9次。本项得10分。"])
    matched = [(form.by_id["own1"], claims.items[0])]
    known = {"indicators.own1.actual": "9"}
    taken = filled_from(claims, form, matched, known).taken
    assert "indicators.own1.paragraph" not in {one.address for one in taken}


def test_a_heading_of_points_alone_is_an_indicator_without_a_name(form: Form) -> None:
    claims = claims_of(["（5分）", "问卷300份。得5分。"])
    matched = [(form.by_id["policy_awareness"], claims.items[0])]
    texts = filled_from(claims, form, matched).year(form, 2024).texts
    assert texts["indicators.policy_awareness.paragraph"] == "问卷300份。"
