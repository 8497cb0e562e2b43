"""What one field, or the facts of one indicator, can have wrong."""

from __future__ import annotations

import pytest

from perf_tui.checks.year.fields import constraint_findings, field_findings
from perf_tui.core.explaining.division import divided_by_nothing
from perf_tui.core.findings.finding import SEVERITIES, Finding, errors_of
from support.forms import FULL, fact, one, small_form, stand


def _faults(texts: dict[str, str]) -> list[Finding]:
    return list(field_findings(stand(small_form(), {**FULL, **texts})))


def test_a_full_year_has_no_fault() -> None:
    assert _faults({}) == []


@pytest.mark.parametrize(
    ("address", "text", "code", "message", "fix"),
    [
        ("facts.due", "", "blank", "应办件数还没有填", "到台账里找"),
        ("facts.done", " ", "blank", "办结件数还没有填", "年底的数"),
        ("facts.fires", "", "blank", "火灾次数还没有填", "填上后再导出"),
        (
            "indicators.mood.tier",
            "",
            "blank",
            "完成情况还没有填",
            "填 1、2 或 3：达成、部分达成、未达成",
        ),
        (
            "indicators.mood.coefficient",
            "",
            "blank",
            "得分系数还没有填",
            "达成填 80 到 100，部分达成填 60 到 80，未达成填 0 到 60",
        ),
        (
            "facts.due",
            "8,5",
            "unreadable",
            "应办件数填的「8,5」是 8.5 还是 85？",
            "改成想要的那个",
        ),
        (
            "facts.fires",
            "0.5",
            "not-whole",
            "火灾次数是 0.5次，应为整数",
            "核对是否多了小数点，或单位填错",
        ),
        ("facts.fires", "-1", "below-range", "火灾次数是 -1次，低于最小值 0次", "核对数字和正负号"),
        (
            "indicators.costs.actual",
            "501",
            "above-range",
            "直接填完成值是 501%，高于最大值 500%",
            "核对数字和单位",
        ),
        (
            "unit.report_date",
            "2025-02-30",
            "unreadable",
            "成文日期填的“2025-02-30”不是日历上的日期",
            "按 2025-04-15 的样子填",
        ),
    ],
)
def test_each_fault(address: str, text: str, code: str, message: str, fix: str) -> None:
    (found,) = _faults({address: text})
    assert (found.code, found.severity, found.field) == (code, "error", address)
    assert (found.message, found.fix) == (message, fix)


@pytest.mark.parametrize(
    ("address", "text"),
    [
        ("facts.fires", "2.0"),
        ("facts.fires", "0"),
        ("indicators.costs.actual", "500"),
        ("facts.spent", ""),
        ("indicators.cases.target", "0"),
        ("sections.goal", ""),
    ],
)
def test_what_is_no_fault(address: str, text: str) -> None:
    assert _faults({address: text}) == []


def test_one_field_can_have_two_faults() -> None:
    assert [found.code for found in _faults({"facts.due": "-0.5"})] == ["not-whole", "below-range"]


def test_a_range_may_be_open_on_both_sides() -> None:
    form = one(facts=[fact("part", "增减", kind="number", minimum=None)], measure="part")
    codes = [found.code for found in field_findings(stand(form, {"facts.part": "-5000"}))]
    assert codes == ["blank"] * 4  # the unit's name and the budget


def test_a_shared_field_is_named_once_at_its_first_page() -> None:
    (found,) = _faults({"facts.due": ""})
    assert found.indicator == 1
    assert small_form().indicators[5].shared == ("due", "done")


def test_a_broken_constraint_names_every_field_in_it() -> None:
    evaluation = stand(small_form(), {"facts.due": "7", "facts.done": "8"})
    assert list(constraint_findings(evaluation)) == [
        Finding(
            "constraint",
            "error",
            "办结多于应办",
            "改正其中一个数",
            "facts.due",
            1,
            ("facts.done",),
            rule="done <= due",
        )
    ]


@pytest.mark.parametrize(("due", "done"), [("8", "8"), ("", "8"), ("8", ""), ("7", "好多")])
def test_a_constraint_waits_for_its_figures(due: str, done: str) -> None:
    evaluation = stand(small_form(), {"facts.due": due, "facts.done": done})
    assert list(constraint_findings(evaluation)) == []


def test_a_soft_constraint_only_warns() -> None:
    rule = {"rule": "part > 1", "message": "偏少", "fix": "核对", "severity": "warning"}
    form = one(facts=[fact("part", "件数")], measure="part", constraints=[rule])
    (found,) = constraint_findings(stand(form, {"facts.part": "1"}))
    assert (found.severity, found.places) == ("warning", ("facts.part",))


def test_a_finding_without_a_field_of_its_own_has_its_related_places() -> None:
    assert Finding("a", "notice", "b", "c", related=("x", "y")).places == ("x", "y")


def test_a_blank_says_where_to_look_and_how_to_type() -> None:
    kinds = fact("kinds", "类别", kind="choice", choices=["甲"], required=True)
    due = fact("due", "件数", source="台账", hint="没有填 0", required=True)
    form = one(facts=[kinds, due], measure="due", sentence="[{kinds}]")
    fixes = {found.field: found.fix for found in field_findings(stand(form, {}))}
    assert fixes["facts.kinds"] == "填 1：甲"
    assert fixes["facts.due"] == "到台账里找；没有填 0"


@pytest.mark.parametrize(
    ("message", "fix", "sentence"),
    [
        ("还没有填", "填上", "还没有填。填上。"),
        ("是 1 还是 2？", "改成想要的那个。", "是 1 还是 2？改成想要的那个。"),
        ("出了事", "", "出了事。"),
    ],
)
def test_a_finding_reads_as_sentences_with_single_marks(
    message: str, fix: str, sentence: str
) -> None:
    assert Finding("x", "error", message, fix).sentence == sentence


def test_every_word_of_a_severity_and_the_errors_alone() -> None:
    found = [Finding("x", severity, "出了事", "改") for severity in SEVERITIES]
    assert list(SEVERITIES.values()) == ["必改", "核对", "提示"]
    assert errors_of(found) == (found[0],)


def test_why_nothing_comes_of_full_figures() -> None:
    facts = [fact("part", "实发", required=True), fact("whole", "应发", required=True)]
    form = one(measure="part / (part - whole)", facts=facts, entered=None)
    measure = form.indicators[0].measure
    assert measure is not None
    for part, whole, why in [
        ("3", "3", "按现在的数除数是 0"),
        ("0", "0", "实发、应发是 0"),
        ("3", "", ""),
        ("3", "2", ""),
    ]:
        evaluation = stand(form, {"facts.part": part, "facts.whole": whole})
        assert divided_by_nothing(evaluation, measure) == why
