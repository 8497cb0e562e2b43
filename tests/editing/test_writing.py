"""Own words from the generated sentence, and edits taken back and done again."""

import pytest

from perf_tui.core.wording.sentences import generated
from perf_tui.editing.answering import accept, warning_to_accept
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.refusing import RefusedError
from perf_tui.editing.rewriting import ALREADY, ELSEWHERE, rewrite
from perf_tui.editing.undoing import redo, undo

PARAGRAPH = "indicators.medical_insurance.paragraph"
INITIAL, REASON = "budget.initial", "budget.adjustment_reason"


def test_own_words_begin_with_the_generated_sentence(open_year: OpenYear) -> None:
    evaluation = open_year.change.evaluation
    assert rewrite(open_year, PARAGRAPH) == PARAGRAPH
    sentence = generated(evaluation, evaluation.form.by_id["medical_insurance"])
    assert open_year.session.year.text(PARAGRAPH) == sentence
    with pytest.raises(RefusedError, match=f"{ALREADY}{{rewrite}}"):
        rewrite(open_year, PARAGRAPH)


@pytest.mark.parametrize("address", [None, INITIAL])
def test_elsewhere_there_is_nothing_to_rewrite(open_year: OpenYear, address: str | None) -> None:
    with pytest.raises(RefusedError) as refused:
        rewrite(open_year, address)
    assert refused.value.worded({"rewrite": "按 F1"}) == f"{ELSEWHERE}按 F1"


def test_what_is_taken_back_tells_where_and_what_stands_there(open_year: OpenYear) -> None:
    open_year.type(INITIAL, "5")
    open_year.leave(INITIAL)
    undone = undo(open_year)
    assert (undone.place, undone.words) == (INITIAL, "已撤销：年初预算数，现在是 27393095")
    assert redo(open_year).words == "已重做：年初预算数，现在是 5"
    with pytest.raises(RefusedError, match="没有可重做的了"):
        redo(open_year)
    undo(open_year)
    with pytest.raises(RefusedError, match="没有可撤销的了"):
        undo(open_year)


def test_a_reason_is_taken_back_where_it_was_given(open_year: OpenYear) -> None:
    accept(open_year, warning_to_accept(open_year, REASON), "专项追加")
    undone = undo(open_year)
    assert (undone.place, undone.words) == (REASON, "已撤销：说明")


def test_several_fields_are_counted_and_words_named_alone(open_year: OpenYear) -> None:
    open_year.session.put_all({INITIAL: "1", "budget.executed": "2"})
    assert undo(open_year).words == "已撤销：共 2 栏"
    open_year.session.put("sections.duties", "另")
    assert undo(open_year).words == "已撤销：职能职责"


def test_what_is_taken_back_is_noted_at_once(open_year: OpenYear) -> None:
    open_year.session.put(INITIAL, "1")
    undo(open_year)
    assert not open_year.unnoted


def test_a_final_year_is_neither_rewritten_nor_undone(open_year: OpenYear) -> None:
    open_year.session.lock("2025-04-15 09:00")
    with pytest.raises(RefusedError, match="已定稿"):
        rewrite(open_year, PARAGRAPH)
    for again in (undo, redo):
        with pytest.raises(RefusedError, match="已定稿"):
            again(open_year)
