"""The list of what was found, and F8: to every field that takes part, round the end, and back."""

from pathlib import Path

from perf_tui.editing.problems import problems_of
from perf_tui.tui.screens.findings import FindingsDialog
from perf_tui.tui.screens.page import PageScreen
from perf_tui.tui.widgets.choices import ChoiceRows
from support.editor import Editor, editing


def at(editor: Editor) -> str | None:
    screen = editor.app.screen
    return screen.active if isinstance(screen, PageScreen) else None


async def test_the_list_goes_to_each_field_that_takes_part(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once("f5")
        assert "预算调整的原因（3 栏之 1，左右键换一栏）" in editor.text
        await editor.at_once("right", "enter")
        assert at(editor) == "budget.initial"
        await editor.at_once("f5", "right", "right", "enter")
        assert at(editor) == "budget.adjusted"
        await editor.at_once("f5", "left", "left", "left", "enter")
        assert at(editor) == "budget.adjustment_reason"


async def test_the_list_says_in_full_what_stands_beside_the_field(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once("f5")
        words = "财政会问原因。核对两个预算数；无误就在“预算调整的原因”里写明。"
        assert words in joined(editor)
        await editor.at_once("down")
        assert words not in joined(editor)
        assert "材料备好后写明文件名或存放处。" in joined(editor)


def joined(editor: Editor) -> str:
    return "".join(line.strip("| ") for line in editor.lines)


async def test_f5_comes_back_to_the_row_one_left_by_enter(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once("f5", "down", "down", "down", "enter")
        assert "F5 回到检查结果的这一条" in editor.text
        await editor.at_once("f5")
        assert cursor(editor) == 3


async def test_f5_comes_back_to_what_follows_once_that_row_is_mended(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once("f5", "enter", *"年中追加专项", "f5")
        dialog = editor.app.screen
        assert isinstance(dialog, FindingsDialog)
        assert cursor(editor) == 0
        assert dialog.listed[0].indicator == 1


def cursor(editor: Editor) -> int:
    return editor.app.screen.query_one(ChoiceRows).cursor


async def test_f8_says_which_one_it_is_and_when_it_goes_round(year: Path) -> None:
    async with editing(year) as editor:
        for address in ("facts.cadres_due", "facts.disputes"):
            editor.open_year.type(address, "")
        total = len(problems_of(editor.open_year))
        await editor.at_once("f8")
        assert f"第 1 处，共 {total} 处" in editor.text
        await editor.at_once("shift+f8")
        assert f"前面没有了，转到最后一处；第 {total} 处" in editor.text
        await editor.at_once("f8")
        assert "后面没有了，回到第一处；第 1 处" in editor.text
