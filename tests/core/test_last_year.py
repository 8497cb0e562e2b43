"""Last year's answers beside this year's, and what taking them over puts where."""

from __future__ import annotations

import pytest

from perf_tui.core.evaluation.last_answers import last_text, last_words, nothing_to_take, taken_over
from perf_tui.core.form import Form
from support.forms import FULL, fact, form_of, indicator, small_form, stand

FORM = small_form()
PASSAGE = "indicators.cases.paragraph"
BEFORE = {
    **FULL,
    "budget.executed": "3600万",
    "facts.spent": "约11.6",
    "facts.done": "十几",
    "unit.report_date": "2023-4-15",
    "indicators.cases.remark": "上年的说明",
}
STANDING = stand(FORM, {}, stand(FORM, BEFORE))


@pytest.mark.parametrize(
    ("address", "words", "text"),
    [
        ("budget.executed", "3,600 万元", "3600"),
        ("facts.spent", "约11.6 万元", "约11.6"),
        ("facts.done", "", ""),
        ("facts.due", "100 件", "100"),
        ("unit.report_date", "2023年4月15日", "2023-04-15"),
        ("indicators.mood.tier", "达成", "达成"),
        ("indicators.cases.remark", "上年的说明", "上年的说明"),
        ("indicators.mood.remark", "", ""),
        ("sections.duties", "负责本镇的各项工作。", "负责本镇的各项工作。"),
        ("sections.spending", "执行3600元，占3600%。", ""),
        (PASSAGE, "", ""),  # it had gaps
    ],
)
def test_what_stands_beside_a_field_and_what_can_be_taken_over(
    address: str, words: str, text: str
) -> None:
    assert last_words(STANDING, address) == words
    assert last_text(STANDING, address) == text


def test_words_of_one_s_own_are_shown_without_what_the_report_adds() -> None:
    evaluation = stand(FORM, {}, stand(FORM, {**FULL, PASSAGE: "自己写的。"}))
    assert last_words(evaluation, PASSAGE) == last_text(evaluation, PASSAGE) == "自己写的。"


@pytest.mark.parametrize("address", ["facts.due", PASSAGE, "sections.spending"])
def test_without_last_year_there_is_nothing(address: str) -> None:
    evaluation = stand(FORM, {})
    assert (last_words(evaluation, address), last_text(evaluation, address)) == ("", "")
    assert taken_over(evaluation, [address]) == {}


def test_a_field_that_meant_something_else_gives_nothing() -> None:
    def form(unit: str, name: str = "one") -> Form:
        facts = [fact("spent", "支出", unit=unit)]
        return form_of(indicator(name, facts=facts, sentence="支出{spent}。"))

    before = {"facts.spent": "5", "indicators.other.paragraph": "别的。"}
    in_wan = stand(form("元"), {}, stand(form("万元"), before))
    assert last_words(in_wan, "facts.spent") == last_text(in_wan, "facts.spent") == ""
    other = stand(form("元"), {}, stand(form("元", "other"), before))
    assert last_words(other, "facts.spent") == "5 元"
    paragraph = "indicators.one.paragraph"
    assert last_words(other, paragraph) == last_text(other, paragraph) == ""


def test_what_is_taken_over_says_which_year_it_is_from() -> None:
    assert taken_over(STANDING, ["facts.due", "facts.done", "facts.spent"]) == {
        "facts.due": "100",
        "pending.facts.due": "2024",
        "facts.spent": "约11.6",
        "pending.facts.spent": "2024",
    }


@pytest.mark.parametrize(
    ("address", "why"),
    [("facts.done", "没有可取的内容"), ("sections.spending", "今年的也会自动生成")],
)
def test_where_nothing_is_taken_over_it_says_why(address: str, why: str) -> None:
    assert taken_over(STANDING, [address]) == {}
    assert why in nothing_to_take(STANDING, address)
