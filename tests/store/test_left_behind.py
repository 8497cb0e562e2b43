"""A file that was moved or renamed after a crash finds what had been typed into it."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from perf_tui.core.answers.year import Year
from perf_tui.store.errors import SaveError, YearError
from perf_tui.store.keeping import left_behind
from perf_tui.store.keeping.keeper import Keeper, journal_path
from perf_tui.store.keeping.left_behind import left_in
from perf_tui.store.keeping.lock import lock_path, take_lock
from perf_tui.store.keeping.opened_file import OpenedFile, open_file, with_left
from perf_tui.store.keeping.remains import remains_words
from perf_tui.store.user.places import remember_opened
from perf_tui.store.years.listing import years_in
from perf_tui.store.years.year_file import YearFile, read_year_file, write_year_file
from support.samples import township

START = Year("township", 2024, {"unit.name": "云溪镇"})
TYPED = START.with_text("budget.executed", "77")


@pytest.fixture(autouse=True)
def new_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture
def killed(tmp_path: Path) -> Path:
    """A file whose program was killed after a figure had been typed."""
    path = tmp_path / "old" / "2024.toml"
    path.parent.mkdir()
    write_year_file(path, YearFile(township("township"), START))
    keeper = open_file(path, township).keeper
    keeper.note(TYPED)
    keeper.close()
    return path


@pytest.fixture
def moved(killed: Path) -> Path:
    """The same file in another folder; the program knows where it was."""
    remember_opened(killed)
    return killed.rename(_folder(killed.parent.with_name("new")) / killed.name)


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


def looked_at(path: Path) -> OpenedFile:
    opened = open_file(path, township)
    opened.keeper.close()
    return opened


def take_up(opened: OpenedFile) -> Keeper:
    assert opened.remains is not None
    assert opened.remains.year is not None
    opened.keeper.take_up(opened.remains.year)
    return opened.keeper


def test_a_renamed_file_finds_it_and_once_taken_up_it_is_not_offered_again(killed: Path) -> None:
    copy = killed.with_name("copy.toml")
    copy.write_bytes(killed.read_bytes())
    opened = open_file(killed.rename(killed.with_name("健龙.toml")), township)
    assert opened.remains is not None
    assert opened.remains.fits
    assert (opened.remains.year, opened.remains.left_at) == (TYPED, killed)
    keeper = take_up(opened)
    assert not journal_path(killed).exists()
    keeper.save(TYPED)
    keeper.close()
    assert looked_at(copy).sound
    assert read_year_file(copy, township).year == START


def test_a_moved_file_finds_it_where_the_program_has_opened_it(moved: Path, killed: Path) -> None:
    found = looked_at(moved).remains
    assert found is not None
    assert (found.year, found.fits, found.left_at) == (TYPED, True, killed)
    assert f"{killed} 旁边" in remains_words(moved, township("township"), START, found)
    keeper = take_up(open_file(moved, township))
    keeper.close()
    assert not journal_path(killed).exists()
    beside = looked_at(moved).remains
    assert beside is not None
    assert (beside.year, beside.left_at) == (TYPED, None)


def test_it_is_not_gone_before_it_is_in_the_new_place(
    moved: Path, killed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise SaveError("磁盘满了")

    opened = open_file(moved, township)
    with monkeypatch.context() as patch:
        patch.setattr("perf_tui.store.keeping.writing_journal.write_atomically", refuse)
        with pytest.raises(SaveError):
            take_up(opened)
    opened.keeper.close()
    assert journal_path(killed).exists()
    assert looked_at(moved).remains is not None


def test_put_aside_it_stays_where_it_was_and_is_not_offered_again(
    moved: Path, killed: Path
) -> None:
    opened = open_file(moved, township)
    assert opened.keeper.set_aside() == killed.with_name(".2024.toml.journal.1")
    opened.keeper.close()
    assert looked_at(moved).sound


def test_a_file_that_is_still_there_keeps_its_own(killed: Path) -> None:
    remember_opened(killed)
    copy = _folder(killed.parent.with_name("new")) / killed.name
    copy.write_bytes(killed.read_bytes())
    assert looked_at(copy).sound


def test_a_file_that_was_changed_since_is_told_and_not_touched(moved: Path, killed: Path) -> None:
    write_year_file(moved, YearFile(township("township"), START.with_text("budget.initial", "5")))
    opened = looked_at(moved)
    assert opened.remains is None
    assert f"{killed} 旁边有" in opened.notice
    assert "对不上" in opened.notice
    other = moved.rename(moved.with_name("another.toml"))
    assert looked_at(other).sound
    write_year_file(other, YearFile(township("township"), Year("township", 2023)))
    assert looked_at(other.rename(moved)).sound


@pytest.mark.parametrize("garbage", [b"", b"garbage\n"])
def test_a_journal_that_cannot_be_read_is_not_used(
    moved: Path, killed: Path, garbage: bytes
) -> None:
    journal_path(killed).write_bytes(garbage)
    assert looked_at(moved).sound
    journal_path(killed).unlink()
    journal_path(killed).mkdir()
    assert looked_at(moved).sound


def test_a_journal_that_is_gone_again_says_nothing(moved: Path, killed: Path) -> None:
    opened = looked_at(moved)
    journal_path(killed).unlink()
    assert with_left(opened, killed).remains is None


def test_what_another_program_has_open_is_left_to_it(moved: Path, killed: Path) -> None:
    lock = take_lock(killed, "9:48")
    assert looked_at(moved).sound
    assert list(left_in(killed.parent)) == []
    lock.release()
    lock_path(killed).write_text("left by a kill")
    assert not looked_at(moved).sound
    lock_path(killed).unlink()
    os.mkfifo(lock_path(killed))
    assert not looked_at(moved).sound


def test_a_lock_that_the_system_cannot_give_is_nobodys(
    moved: Path, killed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: int) -> None:
        raise OSError(38, "")

    lock_path(killed).touch()
    monkeypatch.setattr("perf_tui.store.keeping.lock._take", refuse)
    assert list(left_in(killed.parent)) == [killed]
    assert moved.exists()


def test_places_that_cannot_be_looked_at_are_passed_over(
    moved: Path, killed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> bool:
        raise PermissionError(13, "")

    monkeypatch.setattr(left_behind, "known_places", lambda: [Path("/no\0where"), killed])
    assert not looked_at(moved).sound
    monkeypatch.setattr(Path, "is_file", refuse)
    assert looked_at(moved).sound


def test_a_place_that_does_not_answer_is_not_waited_for(
    moved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer_late(_: Path) -> bool:
        time.sleep(1)
        return False

    monkeypatch.setattr(left_behind, "PATIENCE", 0.01)
    monkeypatch.setattr(left_behind, "is_left", answer_late)
    assert looked_at(moved).sound


def test_the_shelf_names_what_is_left_of_a_file_that_is_gone(moved: Path, killed: Path) -> None:
    (listed,) = years_in(killed.parent)
    assert (listed.path, listed.state) == (killed, "缺文件")
    assert f"perf-tui recover {killed} --base 新位置" in listed.trouble
    with pytest.raises(YearError, match=r"没有存完的填写记录，但 2024\.toml 不在这里"):
        open_file(killed, township)
    assert moved.exists()
