"""What was saved stands in the history, even if the program was killed before it could write it."""

from pathlib import Path

import pytest

from faults.every_call import START, begin
from perf_tui.store.keeping import keeper as keeping
from perf_tui.store.keeping.history import history_path, read_history
from perf_tui.store.keeping.opened_file import open_file
from support.samples import township

EXECUTED = START.with_text("budget.executed", "7")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    begin(tmp_path / "2024.toml")
    return tmp_path / "2024.toml"


def killed_behind_the_save(path: Path, patch: pytest.MonkeyPatch) -> None:
    keeper = open_file(path, township).keeper
    keeper.note(EXECUTED)

    def kill(*_: object) -> None:
        raise KeyboardInterrupt

    with patch.context() as patched:
        patched.setattr(keeping, "append_history", kill)
        with pytest.raises(KeyboardInterrupt):
            keeper.save(EXECUTED)
    keeper._lock.release()  # type: ignore[union-attr] # as the system does
    keeper._journal.close()  # type: ignore[union-attr]


def told(path: Path) -> list[str]:
    return [line.partition("  ")[2] for line in read_history(path)]


def test_a_history_that_a_kill_prevented_is_written_at_the_next_start(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed_behind_the_save(path, monkeypatch)
    assert told(path) == []
    for _ in range(2):
        opened = open_file(path, township)
        opened.keeper.close()
        assert opened.remains is None
        assert [line[-7:] for line in told(path)] == ["：空白 → 7"]


def test_a_line_that_was_cut_off_is_left_and_the_next_begins_anew(path: Path) -> None:
    history_path(path).write_text("2024-11-23 09:48  甲：乙")
    keeper = open_file(path, township).keeper
    keeper.save(EXECUTED)
    keeper.close()
    assert [line[-7:] for line in told(path)] == ["甲：乙", "：空白 → 7"]


def test_what_had_been_written_before_the_kill_is_not_written_twice(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed_behind_the_save(path, monkeypatch)
    journal = keeping.journal_path(path).read_bytes()
    open_file(path, township).keeper.close()
    keeping.journal_path(path).write_bytes(journal)
    open_file(path, township).keeper.close()
    assert len(read_history(path)) == 1


def test_without_a_copy_of_what_was_before_nothing_is_made_up(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed_behind_the_save(path, monkeypatch)
    for copy in path.with_name(".2024.toml.backups").iterdir():
        copy.unlink()
    open_file(path, township).keeper.close()
    assert read_history(path) == []


def test_a_journal_without_a_line_bothers_nobody(path: Path) -> None:
    journal = keeping.journal_path(path)
    journal.touch()
    opened = open_file(path, township)
    opened.keeper.close()
    assert opened.remains is None
    assert not journal.exists()


def test_a_history_that_cannot_be_read_is_none(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError

    history_path(path).write_text("2024-11-23 09:48  甲：乙\n")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert read_history(path) == []
