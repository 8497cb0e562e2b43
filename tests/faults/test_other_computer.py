"""A file that lies in a shared folder, and a lock that another computer has signed."""

import json
from pathlib import Path

import pytest

from faults.forked import measured
from perf_tui.store.errors import SaveError
from perf_tui.store.keeping import keeper as keeping
from perf_tui.store.keeping.lock import HeldError, lock_path
from perf_tui.store.keeping.opened_file import open_file, take_over
from perf_tui.store.years.samples import copy_samples
from perf_tui.store.years.year_file import read_year_file
from support.editor import editing
from support.samples import township

SIGNED = {"user": "王", "host": "另一台", "process": 7, "since": "2024-11-23 09:48"}
WHO = "王 从 2024-11-23 09:48 起在 另一台 上开着"
NAME = "unit.short_name"


@pytest.fixture
def year(tmp_path: Path) -> Path:
    """A year on which somebody works on another computer."""
    year = copy_samples(tmp_path)
    keeper = open_file(year, township).keeper
    keeper.note(keeper.saved.year.with_text(NAME, "甲"))
    keeper.close()
    lock_path(year).write_text(json.dumps(SIGNED))
    return year


def name_of(year: Path) -> str:
    return read_year_file(year, township).year.text(NAME)


async def test_one_is_asked_and_may_look_only(year: Path) -> None:
    async with editing(year, (100, 30)) as editor:
        assert WHO in editor.text
        await editor.press("enter", "enter", "down")
        await editor.type("乙")
        await editor.press("enter", "f2")
        assert "没有保存" in editor.text
    assert name_of(year) == "健龙镇"
    assert json.loads(lock_path(year).read_text()) == SIGNED


async def test_one_may_go_on_with_what_is_there_and_the_lock_is_ones_own(year: Path) -> None:
    async with editing(year, (100, 30)) as editor:
        await editor.press("down", "enter")
        assert "上次没有保存就结束了" in editor.text
        await editor.press("enter", "f2")
        assert json.loads(lock_path(year).read_text())["host"] != "另一台"
    assert name_of(year) == "甲"
    assert not lock_path(year).exists()


@pytest.mark.parametrize("error", [HeldError("李 开着"), PermissionError(13, "")])
async def test_where_it_cannot_be_taken_one_looks_only(
    year: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(keeping, "take_lock", refuse)
    async with editing(year, (100, 30)) as editor:
        await editor.press("down", "enter")
        assert "没有接手" in editor.text
        assert not editor.open_year.editable
    with pytest.raises(SaveError, match="没有接手"):
        take_over(open_file(year, township))


@pytest.mark.parametrize("command", ["fill", "recover"])
def test_a_command_says_how_the_file_is_had(year: Path, command: str) -> None:
    done = measured(command, year, cwd=year.parent, text=b".q\n")
    assert done.status == 2
    assert WHO in done.err
    assert f"删掉 {lock_path(year)} 再" in done.err
    lock_path(year).unlink()
    assert measured("recover", year, cwd=year.parent).status == 0
    assert name_of(year) == "甲"
