"""A year that is final, that somebody else has open or that a newer program saved stays as it is.

Whatever would change it is refused in a sentence, and nothing is ignored in silence.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from perf_tui.editing import (
    answering,
    backups,
    finality,
    last_year,
    rewriting,
    saving,
    undoing,
)
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.refusing import RefusedError
from perf_tui.store.errors import SaveError
from perf_tui.store.keeping.lock import take_lock
from perf_tui.store.keeping.opened_file import open_file
from perf_tui.store.years.checksum import sealed
from perf_tui.store.years.year_file import read_year_file
from support.samples import township

EXECUTED = "budget.executed"


def _warning(open_year: OpenYear) -> None:
    found = next(one for one in open_year.change.findings if one.severity == "warning")
    answering.accept(open_year, found, "属实")


CHANGES: dict[str, Callable[[OpenYear], object]] = {
    "type": lambda one: one.type(EXECUTED, "1"),
    "adopt": lambda one: answering.adopt(one, EXECUTED),
    "warning_to_accept": lambda one: answering.warning_to_accept(one, EXECUTED),
    "accept": _warning,
    "go_back_to": lambda one: backups.go_back_to(one, *backups.backups_of(one)[0]),
    "make_final": finality.make_final,
    "take": lambda one: last_year.take(one, EXECUTED),
    "take_page": lambda one: last_year.take_page(one, EXECUTED, [EXECUTED]),
    "files_to_choose": last_year.files_to_choose,
    "choose": lambda one: last_year.choose(one, one.path, one.keeper.saved),
    "rewrite": lambda one: rewriting.rewrite(one, "sections.duties"),
    "undo": undoing.undo,
    "redo": undoing.redo,
}
IF_WRITABLE: dict[str, Callable[[OpenYear], object]] = {
    "reopen": lambda one: finality.reopen(one, "数字有误"),
    "turn_to": lambda one: one.turn_to(one.session.year.with_text(EXECUTED, "1")),
}


@pytest.fixture
def saved(path: Path) -> Path:
    """A year with a warning and a backup."""
    keeper = open_file(path, township).keeper
    year = keeper.saved.year.with_text("budget.initial", "5")
    keeper.save(year)
    keeper.close()
    return path


@pytest.fixture(params=["final", "held", "newer"])
def uneditable(saved: Path, request: pytest.FixtureRequest) -> Iterator[OpenYear]:
    """The year, open, for each reason why it cannot be edited."""
    lock = None
    if request.param == "final":
        keeper = open_file(saved, township).keeper
        keeper.save(keeper.saved.year.with_text("final.date", "2025-04-15 09:00"))
        keeper.close()
    elif request.param == "newer":
        saved.write_bytes(sealed(saved.read_bytes().replace(b"format = 1", b"format = 9")))
    else:
        lock = take_lock(saved, "")
    open_year = OpenYear(open_file(saved, township))
    assert not open_year.editable
    yield open_year
    open_year.keeper.close()
    if lock:
        lock.release()


@pytest.mark.parametrize("name", [*CHANGES, *IF_WRITABLE])
def test_whatever_would_change_it_is_refused(uneditable: OpenYear, name: str) -> None:
    if name in IF_WRITABLE and not uneditable.keeper.held:
        return
    before, content = uneditable.session.year, uneditable.path.read_bytes()
    with pytest.raises(RefusedError, match="只能看"):
        (CHANGES | IF_WRITABLE)[name](uneditable)
    uneditable.leave(EXECUTED)
    assert not uneditable.confirm(EXECUTED)
    assert uneditable.session.year == before
    assert uneditable.path.read_bytes() == content
    assert not uneditable.dirty


def test_nothing_is_saved_over_what_somebody_else_has(saved: Path) -> None:
    lock, content = take_lock(saved, ""), saved.read_bytes()
    held = OpenYear(open_file(saved, township))
    with pytest.raises(SaveError):
        saving.save(held, overwrite=True)
    assert saved.read_bytes() == content
    lock.release()


def test_what_is_typed_in_a_copy_saved_elsewhere_is_in_it(saved: Path) -> None:
    lock = take_lock(saved, "")
    held = OpenYear(open_file(saved, township))
    saving.save_elsewhere(held, str(saved.with_name("copy.toml")))
    held.type(EXECUTED, "30000000")
    held.leave(EXECUTED)
    saving.save(held)
    held.keeper.close()
    lock.release()
    assert held.path.name == "copy.toml"
    assert read_year_file(held.path, township).year.text(EXECUTED) == "30000000"


def test_a_newer_file_has_no_copy_elsewhere_either(saved: Path) -> None:
    saved.write_bytes(sealed(saved.read_bytes().replace(b"format = 1", b"format = 9")))
    newer = OpenYear(open_file(saved, township))
    with pytest.raises(SaveError) as error:
        saving.save(newer)
    assert [one.words for one in saving.unsaved(newer, error.value).choices] == ["回去，只看"]
    with pytest.raises(SaveError):
        saving.save_elsewhere(newer, str(saved.with_name("copy.toml")))
    assert not saved.with_name("copy.toml").exists()
