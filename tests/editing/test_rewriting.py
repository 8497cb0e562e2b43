"""Where a passage can be begun from the sentence that the facts make."""

import pytest

from perf_tui.editing.rewriting import (
    ALREADY,
    ELSEWHERE,
    GAPS,
    NOTHING,
    first_draft,
    why_no_draft,
)
from support.forms import FULL, small_form, stand

FORM = small_form()
HOW = "按 Ctrl+R"


@pytest.mark.parametrize(
    ("address", "draft"),
    [
        ("indicators.cases.paragraph", "应办100件，办结100件，办结率100%。"),
        ("sections.spending", "执行"),
    ],
)
def test_the_sentence_of_the_facts_is_the_first_draft(address: str, draft: str) -> None:
    evaluation = stand(FORM, FULL)
    assert why_no_draft(evaluation, address, HOW) == ""
    assert first_draft(evaluation, address).startswith(draft)


@pytest.mark.parametrize(
    ("address", "changes", "why"),
    [
        (None, {}, ELSEWHERE + HOW),
        ("facts.due", {}, ELSEWHERE + HOW),
        ("sections.duties", {}, NOTHING),
        ("indicators.cases.paragraph", {"indicators.cases.paragraph": "自己写。"}, ALREADY + HOW),
        ("indicators.cases.paragraph", {"facts.done": ""}, GAPS + HOW),
    ],
)
def test_elsewhere_it_says_what_to_do(
    address: str | None, changes: dict[str, str], why: str
) -> None:
    assert why_no_draft(stand(FORM, {**FULL, **changes}), address, HOW) == why


def test_where_nothing_is_generated_there_is_no_draft() -> None:
    evaluation = stand(FORM, FULL)
    assert [first_draft(evaluation, at) for at in (None, "facts.due", "sections.duties")] == [
        ""
    ] * 3
