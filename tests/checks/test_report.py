"""What the printed report would lack or have wrong."""

from __future__ import annotations

import pytest

from perf_tui.checks.year.printing import gaps_in_passages, goals_left_out, report_after_its_year
from support.forms import fact, form_of, indicator, small_form, stand

FORM = small_form()


@pytest.mark.parametrize(
    ("day", "early"),
    [
        ("2025-04-15", False),
        ("2024-12-31", False),
        ("2024-12-30", True),
        ("2024-04-15", True),
        ("四月", False),
        ("", False),
    ],
)
def test_a_report_is_dated_after_its_year(day: str, early: bool) -> None:
    found = list(report_after_its_year(stand(FORM, {"unit.report_date": day})))
    assert [(one.code, one.severity, one.field) for one in found] == (
        [("date-before-year-end", "warning", "unit.report_date")] if early else []
    )


def test_the_early_day_is_named() -> None:
    (found,) = report_after_its_year(stand(FORM, {"unit.report_date": "20240415"}))
    assert found.message == "成文日期是2024年4月15日，2024 年还没有过完"


def test_a_rate_that_a_passage_words_by_its_sign_leaves_a_gap_too() -> None:
    rate = fact("rate", "增速", kind="percent", unit="%", minimum=-100)
    words = {"key": "growth", "title": "成效", "initials": "cx", "guidance": "写"}
    section = {**words, "sentence": "同比{rate_change}。", "facts": [rate]}
    form = form_of(indicator(), sections=(section,))
    (found,) = gaps_in_passages(stand(form, {}))
    assert (found.code, found.field) == ("blank", "facts.rate")
    assert found.message == "增速还没有填，“成效”里会留下空档"
    assert list(gaps_in_passages(stand(form, {"facts.rate": "-3"}))) == []
    assert list(gaps_in_passages(stand(form, {"sections.growth": "另写。"}))) == []


@pytest.mark.parametrize(
    ("more", "text", "told"),
    [
        ({"required": False}, "", True),
        ({"required": False}, "  ", True),
        ({"required": False}, "办好实事。", False),
        ({"required": False, "optional": True}, "", False),
        ({}, "", False),  # that one is an error already
    ],
)
def test_a_goal_that_the_table_prints_is_asked_for(
    more: dict[str, bool], text: str, told: bool
) -> None:
    words = {"key": "goal", "title": "年初目标", "initials": "ncmb", "guidance": "写"}
    form = form_of(indicator(), sections=({**words, **more},))
    found = list(goals_left_out(stand(form, {"sections.goal": text})))
    assert [(one.severity, one.field, one.message) for one in found] == (
        [("notice", "sections.goal", "年初目标还没有填，自评表里印成“/”")] if told else []
    )
