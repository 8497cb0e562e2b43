"""A file that another computer may have open, and one that a version to come has saved."""

import json
from pathlib import Path

import pytest

from faults.every_call import START, begin
from perf_tui.store.errors import SaveError
from perf_tui.store.keeping import keeper as keeping
from perf_tui.store.keeping.lock import HeldError, lock_path
from perf_tui.store.keeping.opened_file import open_file, take_over
from perf_tui.store.years.checksum import sealed
from support.samples import township

SIGNED = {"user": "王", "host": "另一台", "process": 7, "since": "2024-11-23 09:48"}
MORE = START.with_text("budget.executed", "7")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    begin(tmp_path / "2024.toml")
    return tmp_path / "2024.toml"


def test_a_lock_of_another_computer_is_taken_over_only_when_told_to(path: Path) -> None:
    lock_path(path).write_text(json.dumps(SIGNED))
    opened = open_file(path, township)
    assert opened.keeper.elsewhere
    with pytest.raises(SaveError, match=r"另一台.*删掉 .*lock 再打开来改"):
        opened.keeper.save(MORE)
    assert json.loads(lock_path(path).read_text()) == SIGNED
    taken = take_over(opened)
    taken.keeper.save(MORE)
    assert json.loads(lock_path(path).read_text())["host"] != "另一台"
    taken.keeper.close()
    assert not lock_path(path).exists()


@pytest.mark.parametrize("error", [HeldError("李 开着"), PermissionError(13, "")])
def test_where_it_cannot_be_taken_over_it_stays(
    path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise error

    lock_path(path).write_text(json.dumps(SIGNED))
    opened = open_file(path, township)
    monkeypatch.setattr(keeping, "take_lock", refuse)
    with pytest.raises(SaveError, match="没有接手"):
        take_over(opened)
    assert opened.keeper.held


def test_a_newer_file_is_read_and_written_nowhere(path: Path) -> None:
    newer = sealed(path.read_bytes().replace(b"format = 1", b"format = 9"))
    path.write_bytes(newer)
    keeper = open_file(path, township).keeper
    assert (keeper.saved.newer, keeper.saved.year) == (True, START)
    with pytest.raises(SaveError, match="升级程序以后再打开来改"):
        keeper.save(MORE)
    other = path.with_name("b.toml")
    with pytest.raises(SaveError, match="升级程序再存"):
        keeper.save_elsewhere(MORE, other)
    assert path.read_bytes() == newer
    assert not other.exists()
    assert not lock_path(other).exists()
    assert not lock_path(path).exists()


def test_a_newer_file_that_somebody_has_open_is_theirs(path: Path) -> None:
    first = open_file(path, township).keeper
    path.write_bytes(sealed(path.read_bytes().replace(b"format = 1", b"format = 9")))
    assert "起在" in open_file(path, township).keeper.held
    first.close()


def test_another_place_is_left_free_where_no_lock_could_be_had(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "")

    keeper = open_file(path, township).keeper
    monkeypatch.setattr("perf_tui.store.keeping.lock.take_lock", refuse)
    monkeypatch.setattr(keeping, "write_year_file", lambda *_: refuse_to_save())
    with pytest.raises(SaveError, match="磁盘满了"):
        keeper.save_elsewhere(MORE, path.with_name("b.toml"))


def refuse_to_save() -> bytes:
    raise SaveError("磁盘满了")
