"""Where a year is said to be, it is; and where one way of keeping it fails, another is taken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from perf_tui.core.answers.year import Year
from perf_tui.store.keeping import securing, writing_journal
from perf_tui.store.keeping.keeper import Keeper, journal_path
from perf_tui.store.keeping.opened_file import open_file
from perf_tui.store.keeping.securing import Kept, secure
from perf_tui.store.toml.parsing import MOST_BYTES
from perf_tui.store.years.year_file import YearFile, read_year_file, write_year_file
from support.samples import township

PHONE = "unit.phone"
Break = Callable[..., None]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "2024.toml"
    write_year_file(path, YearFile(township("township"), Year("township", 2024)))
    return path


@pytest.fixture
def keeper(path: Path) -> Keeper:
    return open_file(path, township).keeper


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Break:
    """Lets functions fail from now on, each named by the module that calls it."""

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError

    def break_them(*names: tuple[object, str]) -> None:
        for owner, name in names:
            monkeypatch.setattr(owner, name, fail)

    return break_them


JOURNAL = (writing_journal.JournalWriter, "note")
FILE = (securing, "write_year_file")


def typed(keeper: Keeper) -> Year:
    return keeper.saved.year.with_text(PHONE, "12345")


def test_what_is_in_the_file_is_left_as_it_is(keeper: Keeper, path: Path) -> None:
    before = path.read_bytes()
    assert secure(keeper, keeper.saved.year) == Kept("file", path)
    assert path.read_bytes() == before


def test_what_is_not_goes_into_the_journal(keeper: Keeper, path: Path) -> None:
    before = path.read_bytes()
    assert secure(keeper, typed(keeper)) == Kept("journal", path)
    assert path.read_bytes() == before
    keeper.close()
    remains = open_file(path, township).remains
    assert remains
    assert remains.year
    assert remains.year.text(PHONE) == "12345"


def test_a_journal_is_found_however_long_the_next_start_would_read_it(keeper: Keeper) -> None:
    year = keeper.saved.year.with_text(PHONE, "1" * (MOST_BYTES + 1))
    assert secure(keeper, year).place == "journal"


def test_without_a_journal_it_goes_into_the_file(keeper: Keeper, path: Path, broken: Break) -> None:
    broken(JOURNAL)
    assert secure(keeper, typed(keeper)) == Kept("file", path)
    assert read_year_file(path, township).year.text(PHONE) == "12345"


def test_a_journal_that_cannot_be_read_is_none(keeper: Keeper, path: Path, broken: Break) -> None:
    broken((securing, "read_journal"))
    assert secure(keeper, typed(keeper)) == Kept("file", path)


def test_a_journal_of_another_version_is_none(keeper: Keeper, broken: Break) -> None:
    keeper.note(typed(keeper))
    keeper.content += b"\n"  # as if it had been written since
    broken(JOURNAL)
    assert secure(keeper, typed(keeper)).place == "note"


def test_without_either_it_is_written_down(
    keeper: Keeper, path: Path, broken: Break, tmp_path: Path
) -> None:
    broken(JOURNAL, FILE)
    taken = tmp_path / "2024 没有存进去的内容.txt"
    taken.write_text("其他内容", encoding="utf-8")
    kept = secure(keeper, typed(keeper))
    assert kept == Kept("note", path, tmp_path / "2024 没有存进去的内容1.txt")
    assert kept.note
    assert kept.note.read_text(encoding="utf-8") == f"{PHONE} = 12345\n"
    assert taken.read_text(encoding="utf-8") == "其他内容"


def test_a_note_that_the_disk_has_no_room_for_leaves_nothing_behind(
    keeper: Keeper, path: Path, broken: Break, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken(JOURNAL, FILE)
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    there = set(tmp_path.iterdir())
    monkeypatch.setattr("os.write", lambda *_: 1)
    assert secure(keeper, typed(keeper)) == Kept("nowhere", path)
    assert set(tmp_path.iterdir()) == there


def test_beside_a_file_that_others_have_written_the_journal_is_a_record(
    keeper: Keeper, path: Path
) -> None:
    year = typed(keeper)
    keeper.note(year)
    path.write_text("others", encoding="utf-8")
    assert secure(keeper, year) == Kept("record", path, journal_path(path))
    assert path.read_text(encoding="utf-8") == "others"


def test_a_file_that_others_have_written_is_not_written_over(
    keeper: Keeper, path: Path, broken: Break
) -> None:
    broken(JOURNAL)
    path.write_text("others", encoding="utf-8")
    assert secure(keeper, typed(keeper)).place == "note"
    assert path.read_text(encoding="utf-8") == "others"


def test_what_was_saved_and_is_no_longer_there_is_not_said_to_be(
    keeper: Keeper, path: Path
) -> None:
    path.unlink()
    assert secure(keeper, keeper.saved.year) == Kept("changed", path)


def test_where_nothing_can_be_kept_or_found_that_is_said(
    keeper: Keeper, path: Path, broken: Break, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken(JOURNAL, FILE)
    monkeypatch.setattr(securing, "_notes", lambda _: iter([path.parent]))
    assert secure(keeper, typed(keeper)) == Kept("nowhere", path)
    broken((Keeper, "present"))
    assert secure(keeper, keeper.saved.year) == Kept("nowhere", path)


def test_where_nothing_could_be_typed_all_is_in_the_file(keeper: Keeper, path: Path) -> None:
    second = open_file(path, township).keeper
    assert second.held
    assert secure(second, second.saved.year) == Kept("file", path)
    second.close()
    keeper.close()


def test_an_interrupt_meanwhile_changes_nothing(
    keeper: Keeper, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Keeper, "note", interrupt)
    assert secure(keeper, typed(keeper)) == Kept("file", path)
