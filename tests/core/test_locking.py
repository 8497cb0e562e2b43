"""A final year stays as it is until it is opened again."""

import pytest

from perf_tui.checks import judge
from perf_tui.core.answers.year import Year
from perf_tui.core.session import LockedError, Session
from support.forms import small_form


def session() -> Session:
    return Session(small_form(), Year("small", 2024, {"facts.due": "8"}), judge)


def test_nothing_changes_and_nothing_is_taken_back_while_final() -> None:
    one = session()
    one.apply("facts.due", "9")
    one.lock("2025-01-31 09:00")
    locked = one.year
    with pytest.raises(LockedError):
        one.apply("facts.due", "10")
    with pytest.raises(LockedError):
        one.put("accepted.x", "y")
    with pytest.raises(LockedError):
        one.look_back("2023.toml", one.change.evaluation)
    assert one.undo() is None
    assert one.redo() is None
    assert one.year == locked
    assert one.year.locked


def test_a_session_goes_on_with_another_version_and_without_the_steps_before() -> None:
    one = session()
    one.apply("facts.due", "9")
    other = Year("small", 2024, {"facts.done": "7"})
    one.turn_to(other)
    assert one.year == other
    assert one.undo() is None


def test_each_reopening_keeps_its_reason_and_time() -> None:
    one = session()
    for day in ("01", "02"):
        one.lock(f"2025-02-{day} 09:00")
        one.unlock("数字有误", f"2025-02-{day} 10:00")
    assert one.year.record("final") == {
        "reopened_1": "2025-02-01 10:00 数字有误",
        "reopened_2": "2025-02-02 10:00 数字有误",
    }
    one.apply("facts.due", "10")
    assert one.year.text("facts.due") == "10"


def test_a_pause_makes_a_step_of_its_own() -> None:
    one = session()
    one.apply("facts.due", "81")
    one.pause()
    one.apply("facts.due", "812")
    one.undo()
    assert one.year.text("facts.due") == "81"


def test_put_is_one_step_beside_what_is_being_typed() -> None:
    one = session()
    one.apply("facts.due", "81")
    one.put("facts.due", "9")
    one.undo()
    assert one.year.text("facts.due") == "81"
