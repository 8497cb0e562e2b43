"""Words of the user's own beside the figures of the form."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from perf_tui.checks import judge
from perf_tui.checks.year.words import WORDS_RULES
from perf_tui.core.evaluation.evaluation import Evaluation, evaluate
from perf_tui.core.findings.finding import Finding
from perf_tui.core.form import Indicator, Section
from perf_tui.core.wording.sentences import (
    generated,
    indicator_passage,
    passage_of,
    section_passage,
)
from support.forms import FULL, form_of, indicator, small_form, stand
from support.samples import SAMPLES, opened

FORM = small_form()
PARAGRAPH = "indicators.cases.paragraph"
WIDE = str.maketrans("0123456789.%", "０１２３４５６７８９．％")
RESULT = {"key": "end", "title": "结论", "initials": "jl", "guidance": "写"} | {
    "sentence": "总分{total}分，等级“{grade}”。"
}


def _found(evaluation: Evaluation) -> list[Finding]:
    return [finding for rule in WORDS_RULES for finding in rule(evaluation)]


def _said(own: str, at: str = PARAGRAPH, **texts: str) -> list[str]:
    changed = {key.replace("__", "."): text for key, text in texts.items()}
    return [one.message for one in _found(stand(FORM, {**FULL, **changed, at: own}))]


def _verdict(own: str) -> list[Finding]:
    form = form_of(indicator(), sections=(RESULT,))
    texts = {**FULL, "indicators.one.actual": "60", "sections.end": own}
    return _found(stand(form, texts))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("wide", [False, True])
def test_what_is_generated_agrees_with_its_fields(path: Path, wide: bool) -> None:
    evaluation = opened(path).evaluation
    form, year = evaluation.form, evaluation.year
    owners: tuple[Indicator | Section, ...] = (*form.indicators, *form.sections)
    for owner in owners:
        if owner.sentence is not None and not evaluation.readings.words(passage_of(owner)):
            text = generated(evaluation, owner)
            year = year.with_text(passage_of(owner), text.translate(WIDE) if wide else text)
    rewritten = evaluate(form, year)
    assert len(rewritten.year.texts) > len(evaluation.year.texts)
    assert _found(rewritten) == []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_what_is_printed_agrees_too_and_prints_the_same_again(path: Path) -> None:
    evaluation = opened(path).evaluation
    form, year = evaluation.form, evaluation.year
    for one in form.indicators:
        year = year.with_text(passage_of(one), indicator_passage(evaluation, one))
    rewritten = evaluate(form, year)
    assert _found(rewritten) == []
    for one in form.indicators:
        if not evaluation.item(one.id).blank:
            assert indicator_passage(rewritten, one) == indicator_passage(evaluation, one)
    for section in form.sections:
        assert section_passage(rewritten, section) == section_passage(evaluation, section)


@pytest.mark.parametrize(
    ("own", "odd"),
    [
        ("办结100件，目标90%，权重30分，得30分。", []),
        ("应办100件，办结88件。", ["88"]),
        ("应办99件，办结88件，还是88件。", ["88", "99"]),
        ("2024年4月15日办结１００件，比2023年多。", []),
        ("办结约100件，占2024年的全部，2025是新的一年。", []),
        ("　\n", []),
        ("", []),
    ],
)
def test_a_number_that_no_field_has_is_asked_about(own: str, odd: list[str]) -> None:
    assert _said(own) == [f"文中的 {number} 与各栏的数对不上" for number in odd]


def test_money_agrees_in_either_unit() -> None:
    at = "indicators.costs.paragraph"
    assert _said("支出90万元，预算1000000元，占90%。", at) == []
    assert _said("支出91万元，预算1000001元。", at) == [
        "文中的 91 与各栏的数对不上",
        "文中的 1000001 与各栏的数对不上",
    ]


def test_what_the_reason_or_a_remark_says_may_be_said_again() -> None:
    own = "其中12件超期，涉及7个村。"
    assert len(_said(own)) == 2
    texts = {"indicators__cases__deviation_reason": "12件超期"}
    assert _said(own, **texts, indicators__cases__remark="7个村") == []


@pytest.mark.parametrize(
    ("own", "odd"),
    [
        ("上年办结率80%，今年100%，提高20个百分点。", ["20"]),
        ("比上年的80%提高20个百分点，达到100%。", []),
        ("较2023年提高20个百分点，去年办结64件。", []),
        ("办结64件，占80%。", ["64", "80"]),
        ("同比多办20件，同期应办80件。", []),
    ],
)
def test_last_year_s_figures_belong_where_last_year_is_named(own: str, odd: list[str]) -> None:
    last = stand(FORM, {**FULL, "facts.due": "80", "facts.done": "64"})
    now = stand(FORM, {**FULL, PARAGRAPH: own})
    messages = [one.message for one in _found(replace(now, last=last))]
    assert messages == [f"文中的 {number} 与各栏的数对不上" for number in odd]


def test_a_page_that_last_year_had_not_has_no_figures_of_it() -> None:
    at = "sections.spending"
    now = stand(FORM, {**FULL, at: "去年执行93元。"})
    last = stand(FORM, {**FULL, "budget.executed": "93"})
    assert _found(replace(now, last=last)) == []
    other = stand(form_of(indicator()), {"budget.executed": "93"})
    assert len(_found(replace(now, last=other))) == 1


def test_how_far_a_result_is_from_its_target_and_what_is_left_of_the_budget() -> None:
    assert _said("超过目标10个百分点。") == []
    at = "sections.spending"
    texts = {"budget__initial": "80", "budget__executed": "93"}
    assert _said("追加20元，增长25%，结余7元。", at, **texts) == []
    assert len(_said("追加20元，增长25%。", at, budget__initial="")) == 2


@pytest.mark.parametrize(
    ("own", "odd"),
    [
        ("支出1，234元，预算１０，０００，０００元。", []),
        ("支出1，235元。", ["1235"]),
        ("分别为1，234，10000000元，1234，999元。", ["999"]),
    ],
)
def test_a_full_width_comma_parts_thousands_or_numbers(own: str, odd: list[str]) -> None:
    texts = {"facts__spent": "0.1234", "facts__allowed": "1000"}
    assert _said(own, "indicators.costs.paragraph", **texts) == [
        f"文中的 {number} 与各栏的数对不上" for number in odd
    ]


def test_what_a_measure_takes_from_another_page_is_known() -> None:
    at = "indicators.rate.paragraph"
    assert _said("执行80元，预算100元。", at, budget__executed="80") == []


def test_passages_that_nothing_generates_are_free() -> None:
    assert _said("管12345人。", "sections.duties") == []
    assert _said("执行123元。", "sections.spending") == ["文中的 123 与各栏的数对不上"]
    assert _said("执行100元，得10分，总分100分。", "sections.spending") == []


def test_a_finding_is_a_warning_at_the_passage_and_each_number_is_accepted_alone() -> None:
    texts = {**FULL, PARAGRAPH: "办结88件，应办99件。"}
    first, second = judge(stand(FORM, texts))
    assert (first.severity, first.field, first.indicator) == ("warning", PARAGRAPH, 1)
    accepted = {f"accepted.{first.key}": "乡里另有台账"}
    assert [one.open for one in judge(stand(FORM, {**texts, **accepted}))] == [False, True]
    assert first.key != second.key


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ("本项得分30分。", []),
        ("得30.00分。", []),
        ("满分30分，得28分。", ["文中写得 28 分，算出来是 30 分"]),
        ("上半年得28分，全年得30分。", []),
    ],
)
def test_another_score_than_the_computed_one_is_asked_about(own: str, said: list[str]) -> None:
    assert _said(own) == said


def test_nothing_is_computed_yet_to_be_contradicted() -> None:
    assert _said("得28分。", facts__done="") == []
    form = form_of(indicator(), sections=(RESULT,))
    assert _found(stand(form, {"sections.end": "总分28分，等级为差。"})) == []


@pytest.mark.parametrize(
    ("own", "codes"),
    [
        ("总分64分，等级为“中”。", []),
        ("总分为100分，我镇得64.00分，评为中等。", []),
        ("工作开展得好。", []),
        ("总分95分。", ["total-in-words"]),
        ("评价等级为优。", ["grade-in-words"]),
        ("自评得分95分，评为“优”，执行率得分10分。", ["total-in-words", "grade-in-words"]),
        ("总分64分，执行率得分9.5分。", ["number-in-words"]),
    ],
)
def test_a_conclusion_has_the_computed_total_and_grade(own: str, codes: list[str]) -> None:
    found = _verdict(own)
    assert [one.code for one in found] == codes
    assert all((one.severity == "error") == (one.code != "number-in-words") for one in found)


def test_what_is_said_of_a_wrong_conclusion() -> None:
    total, grade = _verdict("总分95分，等级为优。")
    assert total.message == "文中的总分是 95 分，算出来是 64.00 分"
    assert grade.message == "文中的等级是“优”，算出来是“中”"
    assert total.field == grade.field == "sections.end"


def test_a_capped_total_is_the_total() -> None:
    form = form_of(indicator(), sections=(RESULT,), caps=[{"execution_below": 80, "total": 50}])
    texts = {**FULL, "budget.executed": "70", "indicators.one.actual": "100"}
    assert _found(stand(form, {**texts, "sections.end": "总分50分。"})) == []
    assert len(_found(stand(form, {**texts, "sections.end": "总分97分。"}))) == 1
