"""The last look at a page."""

from __future__ import annotations

from perf_tui.checks import judge
from perf_tui.core.answers.year import Year
from perf_tui.core.session import Session
from perf_tui.showing.review import ReviewEntry, entries_of
from support.forms import FULL, small_form
from support.samples import page_of


def test_values_gaps_and_what_was_accepted_stand_in_the_order_of_the_page() -> None:
    texts = {**FULL, "budget.adjusted": "150", "budget.executed": ""}
    (shift,) = (
        finding
        for finding in Session(small_form(), Year("small", 2024, texts), judge).change.findings
        if finding.code == "budget-shift"
    )
    texts[f"accepted.{shift.key}"] = "上级追加"
    change = Session(small_form(), Year("small", 2024, texts), judge).change
    assert list(entries_of(change, page_of(change, "budget"))) == [
        ReviewEntry("年初预算", "100 万元", "value"),
        ReviewEntry("调整预算", "150 万元", "value"),
        ReviewEntry("执行数", "还没有填", "blank"),
        ReviewEntry("已说明的提醒", f"{shift.message}：上级追加", "accepted"),
    ]


def test_the_text_that_a_section_will_print_is_shown_unless_the_words_are_ones_own() -> None:
    def said(texts: dict[str, str]) -> list[ReviewEntry]:
        change = Session(small_form(), Year("small", 2024, texts), judge).change
        return list(entries_of(change, page_of(change, "spending")))

    (made,) = said({**FULL, "sections.spending": ""})
    assert made.label == "自动生成的文字"
    assert "执行" in made.words
    (own,) = said({**FULL, "sections.spending": "另写的一段。"})
    assert own.words == "另写的一段。"
