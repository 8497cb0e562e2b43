"""Editing, taking back and doing again."""

from __future__ import annotations

from decimal import Decimal

import pytest

from perf_tui.checks import judge
from perf_tui.core.answers.year import Year
from perf_tui.core.session import Change, LockedError, Session
from support.forms import FULL, small_form, stand

FORM = small_form()
DUE, DONE, NAME = "facts.due", "facts.done", "unit.name"


def _session(texts: dict[str, str] | None = None) -> Session:
    return Session(FORM, Year("small", 2024, texts or {}), judge)


def _type(session: Session, address: str, *texts: str) -> None:
    for text in texts:
        session.apply(address, text)
    session.settle(address)


def test_an_edit_answers_with_what_it_led_to() -> None:
    session = _session(FULL)
    assert session.change.field is None
    assert session.change.evaluation.score.total == 100
    change = session.apply(DONE, "45")
    assert change is session.change
    assert change.field == DONE
    assert change.evaluation.score.total == Decimal("81.77")
    assert {finding.code for finding in change.findings if finding.severity == "error"} == {
        "reason-missing"
    }
    assert change.progress["cases"].status == "有问题"


def test_the_keys_of_one_field_are_one_step() -> None:
    session = _session()
    _type(session, DUE, "1", "12", "120")
    _type(session, DONE, "1", "11")
    session.undo()
    assert dict(session.year.texts) == {DUE: "120"}
    session.undo()
    assert dict(session.year.texts) == {}
    assert session.undo() is None
    assert session.redo() is not None
    assert dict(session.year.texts) == {DUE: "120"}
    session.redo()
    assert dict(session.year.texts) == {DUE: "120", DONE: "11"}
    assert session.redo() is None


def test_leaving_a_field_ends_its_step_and_keeps_its_text_plainly() -> None:
    session = _session()
    _type(session, DUE, "１２")
    assert session.year.text(DUE) == "12"
    _type(session, DUE, "13")
    session.undo()
    assert session.year.text(DUE) == "12"
    session.undo()
    assert session.year.text(DUE) == ""


def test_another_field_ends_a_step_too() -> None:
    session = _session()
    session.apply(DUE, "1")
    session.apply(DONE, "1")
    session.apply(DUE, "2")
    session.undo()
    assert dict(session.year.texts) == {DUE: "1", DONE: "1"}


def test_what_cannot_be_read_stays_as_typed() -> None:
    session = _session()
    _type(session, DUE, "十几")
    assert session.year.text(DUE) == "十几"


def test_typing_back_to_the_old_text_leaves_nothing_to_undo() -> None:
    session = _session()
    _type(session, NAME, "云溪镇")
    session.apply(DUE, "1")
    session.apply(DUE, "")
    session.apply(DUE, "2")
    session.undo()
    assert dict(session.year.texts) == {NAME: "云溪镇"}
    session.apply(DUE, "3")
    session.apply(DUE, "")
    session.undo()
    assert dict(session.year.texts) == {}


def test_settling_back_to_the_old_text_leaves_nothing_to_undo() -> None:
    session = _session({DUE: "12"})
    _type(session, DUE, "1", "１２")
    assert session.undo() is None
    assert session.year.text(DUE) == "12"


def test_looking_at_a_field_changes_nothing() -> None:
    session = _session({DUE: " 1,200 "})
    before = session.change
    assert session.settle(DUE) is before
    assert session.apply(DUE, " 1,200 ") is before
    _type(session, DONE, "1")
    session.undo()
    session.settle(DUE)
    assert session.redo() is not None


def test_a_new_edit_clears_what_could_be_redone() -> None:
    session = _session()
    _type(session, DUE, "1")
    session.undo()
    _type(session, DONE, "2")
    assert session.redo() is None
    assert dict(session.year.texts) == {DONE: "2"}


def test_a_step_taken_back_is_not_typed_on() -> None:
    session = _session()
    session.apply(DUE, "1")
    session.undo()
    session.redo()
    session.apply(DUE, "12")
    session.undo()
    assert session.year.text(DUE) == "1"


def test_last_year_is_seen_by_the_rules() -> None:
    last = stand(FORM, {**FULL, "budget.executed": "1000000"})
    session = Session(FORM, Year("small", 2025, FULL), judge, last)
    assert "unit-against-last" in {finding.code for finding in session.change.findings}


TAKEN = {DUE: "90", "pending.facts.due": "2023"}


def test_several_texts_are_one_step_made_at_the_first_place() -> None:
    session = _session({DUE: "1"})
    session.apply(DUE, "12")
    session.put_all({**TAKEN, DONE: "80"})
    assert dict(session.year.texts) == {**TAKEN, DONE: "80"}
    change = session.undo()
    assert change
    assert change.field == DUE
    assert dict(session.year.texts) == {DUE: "12"}
    session.redo()
    assert dict(session.year.texts) == {**TAKEN, DONE: "80"}
    assert session.redo() is None


def test_a_text_that_is_set_is_a_step_of_its_own() -> None:
    session = _session(TAKEN)
    session.apply(DUE, "9")
    session.put(DUE, "95")
    session.apply(DUE, "96")
    session.undo()
    assert dict(session.year.texts) == {DUE: "95"}
    session.undo()
    assert dict(session.year.texts) == {DUE: "9"}


def test_what_was_taken_over_waits_until_it_is_confirmed() -> None:
    session = _session(TAKEN)
    assert session.confirm(DUE)
    assert not session.confirm(DUE)
    assert not session.confirm(DONE)
    assert dict(session.year.texts) == {DUE: "90"}
    change = session.undo()
    assert change
    assert change.field == DUE
    assert dict(session.year.texts) == TAKEN


def test_a_final_year_confirms_and_takes_nothing() -> None:
    session = _session({**TAKEN, "final.date": "2024-04-15"})
    before = session.change
    with pytest.raises(LockedError):
        session.confirm(DUE)
    with pytest.raises(LockedError):
        session.put_all({DONE: "80"})
    assert session.change is before


def test_typing_confirms_even_what_is_typed_back() -> None:
    session = _session(TAKEN)
    _type(session, DUE, "9", "90")
    assert dict(session.year.texts) == {DUE: "90"}
    session.undo()
    assert dict(session.year.texts) == TAKEN
    session.settle(DUE)
    assert dict(session.year.texts) == TAKEN


def test_another_last_year_is_no_step() -> None:
    session = _session(FULL)
    session.apply(DUE, "120")
    last = stand(FORM, {**FULL, "budget.executed": "1000000"})
    change = session.look_back("../2023.toml", last)
    assert change.evaluation.last is last
    assert session.year.text("last.file") == "../2023.toml"
    assert "unit-against-last" in {finding.code for finding in change.findings}
    session.undo()
    assert session.year.text(DUE) == FULL[DUE]
    assert session.year.text("last.file") == "../2023.toml"
    assert session.change.evaluation.last is last


def test_a_year_s_texts_cannot_be_changed_from_outside() -> None:
    texts = {DUE: "1"}
    year = Year("small", 2024, texts)
    texts[DUE] = "2"
    assert year.text(DUE) == "1"
    assert year.with_text(DONE, "").texts == {DUE: "1"}
    assert year.with_text(DUE, "") == Year("small", 2024)


def test_a_value_put_in_is_a_step_of_its_own() -> None:
    session = _session()
    session.apply(DUE, "8")
    session.put(DUE, "12")
    session.apply(DUE, "123")
    assert [_due(session.undo()), _due(session.undo()), _due(session.undo())] == ["12", "8", ""]


def test_a_pause_ends_the_step() -> None:
    session = _session()
    session.apply(DUE, "1")
    session.pause()
    session.apply(DUE, "12")
    assert _due(session.undo()) == "1"


def _due(change: Change | None) -> str:
    assert change is not None
    return change.evaluation.year.text(DUE)


def test_a_year_is_judged_anew_without_an_edit() -> None:
    session = _session(FULL)
    session.apply(DONE, "45")
    again = session.judge_anew()
    assert (again.field, again.evaluation.year) == (None, session.year)
    assert again is session.change
    assert session.undo()
