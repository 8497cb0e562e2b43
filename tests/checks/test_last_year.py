"""What last year's answers say about this year's."""

from __future__ import annotations

import pytest

from perf_tui.checks.year.last_year import LAST_YEAR_RULES
from perf_tui.core.findings.finding import Finding
from support.forms import small_form, stand

FORM = small_form()
LONG = "负责本镇经济、社会、民生和安全各项工作的落实。"


def _found(address: str, before: str, now: str) -> list[Finding]:
    evaluation = stand(FORM, {address: now}, stand(FORM, {address: before}))
    return [finding for rule in LAST_YEAR_RULES for finding in rule(evaluation)]


@pytest.mark.parametrize(
    ("before", "now", "times", "suggestion"),
    [
        ("36000000", "3882.01", "十", "38820100"),
        ("36000000", "约3882.01", "十", "约38820100"),
        ("36000000", "3600", "一万", "36000000"),
        ("3600", "36000000", "一万", "3600"),
        ("36000000", "3600000", "十", "36000000"),
        ("100", "1000", "十", "100"),
        ("100", "100000", "十", ""),
        ("1", "1000000000", "一万", ""),
        ("100", "999", None, ""),
        ("100", "11", None, ""),
        ("", "1000", None, ""),
        ("0", "1000", None, ""),
        ("100", "", None, ""),
        ("100", "0", None, ""),
    ],
)
def test_money_in_another_unit(before: str, now: str, times: str | None, suggestion: str) -> None:
    found = _found("budget.executed", before, now)
    assert [finding.suggestion for finding in found] == ([suggestion] if times else [])
    assert [finding.message for finding in found] == (
        [f"执行数与上年相差{times}倍以上，是不是单位填错了"] if times else []
    )


def test_the_unit_is_named() -> None:
    (found,) = _found("facts.spent", "5", "50000")
    assert (found.code, found.severity, found.indicator) == ("unit-against-last", "warning", 3)
    assert found.fix == "核对后改正；本栏单位是万元，可以带单位填，如 3882.01万元"


def test_counts_may_change() -> None:
    assert _found("facts.due", "1", "5000") == []


@pytest.mark.parametrize("address", ["sections.duties", "indicators.cases.paragraph"])
def test_a_passage_left_as_it_was(address: str) -> None:
    (found,) = _found(address, LONG, f"{LONG}\n")
    assert (found.code, found.severity, found.field) == ("unchanged-text", "warning", address)
    assert found.message == f"{FORM.fields[address].label}与上年一字不差"
    assert found.indicator == FORM.home_of[address].number


@pytest.mark.parametrize(
    ("address", "before", "now"),
    [
        ("sections.duties", LONG, f"{LONG}新增一项。"),
        ("sections.duties", "同上年。", "同上年。"),
        ("sections.duties", "", LONG),
        ("sections.duties", LONG, ""),
        ("indicators.cases.remark", LONG, LONG),
    ],
)
def test_texts_that_are_no_leftovers(address: str, before: str, now: str) -> None:
    assert _found(address, before, now) == []


@pytest.mark.parametrize(("length", "found"), [(19, 0), (20, 1)])
def test_short_passages_may_well_be_the_same(length: int, found: int) -> None:
    assert len(_found("sections.duties", "无" * length, "无" * length)) == found


def test_what_was_taken_over_is_to_be_confirmed() -> None:
    pending = {"pending.facts.due": "2023", "pending.facts.done": "2023", "pending.gone": "2023"}
    evaluation = stand(FORM, {"facts.due": "90", **pending})
    (found,) = (finding for rule in LAST_YEAR_RULES for finding in rule(evaluation))
    assert (found.code, found.severity, found.field) == ("unconfirmed", "error", "facts.due")
    assert (found.message, found.indicator) == ("应办件数待确认，取自 2023 年", 1)
    assert found.open


def test_the_file_of_another_unit() -> None:
    (found,) = _found("unit.name", "健龙镇", "云溪镇")
    assert (found.code, found.severity, found.field) == ("other-unit", "notice", "unit.name")
    assert found.message == "上年的文件是“健龙镇”的，不是本单位的"


@pytest.mark.parametrize(("before", "now"), [("云溪镇", "云溪镇"), ("", "云溪镇"), ("云溪镇", "")])
def test_the_file_of_this_unit_or_of_nobody(before: str, now: str) -> None:
    assert _found("unit.name", before, now) == []


def test_without_last_year_there_is_nothing_to_say() -> None:
    evaluation = stand(FORM, {"sections.duties": LONG, "budget.executed": "5"})
    assert [finding for rule in LAST_YEAR_RULES for finding in rule(evaluation)] == []
