"""Own words from the generated sentence, and edits taken back and done again."""

import pytest

from perf_tui.core.rewriting import ALREADY, ELSEWHERE
from perf_tui.core.sentences import generated
from perf_tui.editing.answering import accept, warning_to_accept
from perf_tui.editing.desk import Desk
from perf_tui.editing.refusing import RefusedError
from perf_tui.editing.rewriting import rewrite
from perf_tui.editing.undoing import redo, undo

PARAGRAPH = "indicators.medical_insurance.paragraph"
INITIAL, REASON = "budget.initial", "budget.adjustment_reason"


def test_own_words_begin_with_the_generated_sentence(desk: Desk) -> None:
    standing = desk.change.standing
    assert rewrite(desk, PARAGRAPH) == PARAGRAPH
    sentence = generated(standing, standing.form.by_id["medical_insurance"])
    assert desk.session.year.text(PARAGRAPH) == sentence
    with pytest.raises(RefusedError, match=f"{ALREADY}{{rewrite}}"):
        rewrite(desk, PARAGRAPH)


@pytest.mark.parametrize("address", [None, INITIAL])
def test_elsewhere_there_is_nothing_to_rewrite(desk: Desk, address: str | None) -> None:
    with pytest.raises(RefusedError) as refused:
        rewrite(desk, address)
    assert refused.value.told({"rewrite": "按 F1"}) == f"{ELSEWHERE}按 F1"


def test_what_is_taken_back_tells_where_and_what_stands_there(desk: Desk) -> None:
    desk.type(INITIAL, "5")
    desk.leave(INITIAL)
    undone = undo(desk)
    assert (undone.place, undone.words) == (INITIAL, "已撤销：年初预算数，现在是 27393095")
    assert redo(desk).words == "已重做：年初预算数，现在是 5"
    with pytest.raises(RefusedError, match="没有可重做的了"):
        redo(desk)
    undo(desk)
    with pytest.raises(RefusedError, match="没有可撤销的了"):
        undo(desk)


def test_a_reason_is_taken_back_where_it_was_given(desk: Desk) -> None:
    accept(desk, warning_to_accept(desk, REASON), "专项追加")
    undone = undo(desk)
    assert (undone.place, undone.words) == (REASON, "已撤销：说明")


def test_several_fields_are_counted_and_words_named_alone(desk: Desk) -> None:
    desk.session.put_all({INITIAL: "1", "budget.executed": "2"})
    assert undo(desk).words == "已撤销：共 2 栏"
    desk.session.put("sections.duties", "另")
    assert undo(desk).words == "已撤销：职能职责"


def test_what_is_taken_back_is_noted_at_once(desk: Desk) -> None:
    desk.session.put(INITIAL, "1")
    undo(desk)
    assert not desk.unnoted


def test_a_final_year_is_neither_rewritten_nor_undone(desk: Desk) -> None:
    desk.session.lock("2025-04-15 09:00")
    with pytest.raises(RefusedError, match="已定稿"):
        rewrite(desk, PARAGRAPH)
    for again in (undo, redo):
        with pytest.raises(RefusedError, match="已定稿"):
            again(desk)
