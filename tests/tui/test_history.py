"""Undo and redo go to where the change was, and say what they did."""

from pathlib import Path

from support.editor import editing


async def test_undo_goes_to_the_field_on_its_page_and_says_what_it_holds(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once("down", "enter", *"5", "enter", "escape", "ctrl+g", *"19", "enter")
        await editor.at_once("ctrl+z")
        assert editor.open_year.place == "budget.initial"
        assert "已撤销：年初预算数，现在是 27393095" in editor.text
        await editor.at_once("escape", "ctrl+y")
        assert editor.open_year.place == "budget.initial"
        assert "已重做：年初预算数，现在是 5" in editor.text


async def test_undo_of_a_blank_and_with_nothing_left(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once("ctrl+z")
        assert "没有可撤销的了" in editor.text
        await editor.at_once("ctrl+y")
        assert "没有可重做的了" in editor.text
        await editor.at_once("down", "enter", "delete", "ctrl+z", "ctrl+y")
        assert "已重做：年初预算数，现在是 空白" in editor.text
