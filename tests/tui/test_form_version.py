"""A newer version of the year's form set is offered where the file is opened."""

from __future__ import annotations

from pathlib import Path

import pytest

from perf_tui.store.years.year_file import read_year_file
from support.editor import editing
from support.form_sets import two_versions
from support.samples import township


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return two_versions(tmp_path)


async def test_it_is_taken_by_enter_also_from_a_page_that_has_another_id(path: Path) -> None:
    async with editing(path) as editor:
        await editor.press("escape")  # stays with the version before
        await editor.at_once("f6", "3", "enter")
        await editor.type("2")
        await editor.at_once("enter", "f2", "f10")
    async with editing(path, place="facts.forest_fire_count") as editor:
        assert "表单有新的版本：甲县" in editor.text
        await editor.at_once("enter")
        assert "已换成表单第 2 版" in editor.text
        assert "森林草原火灾发生次数" in editor.lines[2]
    file = read_year_file(path, township)
    assert (file.form.version, file.year.text("facts.forest_fire_count")) == (2, "2")


async def test_all_changes_are_read_and_it_is_asked_again(path: Path) -> None:
    async with editing(path) as editor:
        assert "另有" in editor.text
        await editor.at_once("down", "enter")
        assert "看全部改动" in editor.text
        assert "森林草原火灾发生次数" in editor.text
        await editor.at_once("escape")
        assert "下次打开再问" in editor.text
        await editor.at_once("down", "down", "enter")
        assert editor.screen == "HomeScreen"
    assert read_year_file(path, township).form.version == 1
