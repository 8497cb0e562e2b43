"""What one field, or the facts of one indicator, can have wrong."""

from __future__ import annotations

import pytest

from perf_tui.core.findings import Finding
from perf_tui.core.validation import constraint_findings, field_findings
from support.forms import FULL, fact, one, small_form, stand


def _faults(texts: dict[str, str]) -> list[Finding]:
    return list(field_findings(stand(small_form(), {**FULL, **texts})))


def test_a_full_year_has_no_fault() -> None:
    assert _faults({}) == []


@pytest.mark.parametrize(
    ("address", "text", "code", "message", "fix"),
    [
        ("facts.due", "", "blank", "应办件数还没有填", "台账"),
        ("facts.done", " ", "blank", "办结件数还没有填", "年底的数"),
        ("facts.fires", "", "blank", "火灾次数还没有填", "填上后再导出"),
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
            "“2025-02-30”不是日历上的日期，按 2025-04-15 的样子填",
            "改正成文日期",
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
    standing = stand(small_form(), {"facts.due": "7", "facts.done": "8"})
    assert list(constraint_findings(standing)) == [
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
    standing = stand(small_form(), {"facts.due": due, "facts.done": done})
    assert list(constraint_findings(standing)) == []


def test_a_soft_constraint_only_warns() -> None:
    rule = {"rule": "part > 1", "message": "偏少", "fix": "核对", "severity": "warning"}
    form = one(facts=[fact("part", "件数")], measure="part", constraints=[rule])
    (found,) = constraint_findings(stand(form, {"facts.part": "1"}))
    assert (found.severity, found.places) == ("warning", ("facts.part",))


def test_a_finding_without_a_field_of_its_own_has_its_related_places() -> None:
    assert Finding("a", "notice", "b", "c", related=("x", "y")).places == ("x", "y")
