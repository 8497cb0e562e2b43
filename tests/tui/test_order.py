"""Keys have their effect in the order in which they were typed, however fast they come."""

from pathlib import Path

import pytest

from perf_tui.tui.widgets.choices import ChoiceRows
from support.editor import Editor, editing

EXECUTED = "budget.executed"


def value(editor: Editor, address: str) -> str:
    return editor.open_year.session.year.text(address)


@pytest.fixture
def to_executed() -> tuple[str, ...]:
    """From the task list to the budget's last figure."""
    return ("down", "enter", "down", "down")


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [
        (("1", "2", "backspace", "3"), "13"),
        (("1", "2", "left", "3"), "132"),
        (("1", "2", "home", "3", "end", "4"), "3124"),
        (("1", "2", "left", "left", "delete", "5"), "52"),
        (("delete", "7"), "7"),
        (("1", "2", "ctrl+u", "8"), "8"),
    ],
)
async def test_editing_keys_do_not_overtake_characters(
    year: Path, to_executed: tuple[str, ...], keys: tuple[str, ...], wanted: str
) -> None:
    async with editing(year) as editor:
        await editor.at_once(*to_executed, *keys, "enter", *"原因")
        assert value(editor, EXECUTED) == wanted
        assert value(editor, "budget.execution_reason") == "原因"


async def test_a_backspace_before_enter_belongs_to_the_field_that_was_left(
    year: Path, to_executed: tuple[str, ...]
) -> None:
    async with editing(year) as editor:
        await editor.at_once(*to_executed[:3], "enter", *"30", "backspace", "up", "5")
        assert value(editor, EXECUTED) == "3"
        assert value(editor, "budget.adjusted") == "5"


async def test_the_same_holds_in_a_passage(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once("f6", *"zn", "enter", "ctrl+end", "enter", *"甲乙", "backspace", "丙")
        await editor.at_once("home", "丁", "f4")
        assert value(editor, "sections.duties").splitlines()[-1] == "丁甲丙"


async def test_what_is_typed_counts_for_what_is_opened_next(
    year: Path, to_executed: tuple[str, ...]
) -> None:
    async with editing(year, (80, 40)) as editor:
        await editor.at_once(*to_executed, *"30000000", "ctrl+t")
        assert "7.37 = 10 × 30000000 ÷ 40686884.93" in editor.text


async def test_a_second_enter_belongs_to_what_the_first_one_opened(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once("f5", "enter", "enter", "escape")
        assert editor.screen == "HomeScreen"
        await editor.at_once("f6", "1", "enter", *"146", "enter", "enter", *"够", "f2")
        assert value(editor, "facts.cadres_due") == "146"
        assert value(editor, "indicators.village_cadre_pay.deviation_reason") == "够"


@pytest.mark.parametrize("opening", ["f1", "f5", "f6", "f9", "ctrl+e", "ctrl+t"])
async def test_escape_twice_closes_the_dialog_and_the_page(year: Path, opening: str) -> None:
    async with editing(year) as editor:
        await editor.at_once("enter", opening, "escape", "escape", "down", "enter", "5")
        assert value(editor, "budget.initial") == "5"


async def test_a_dialog_that_is_read_to_the_end_takes_no_later_key(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once("enter", "f1", "enter", "f9", "enter", "ctrl+t", "enter", "f4", "9")
        assert value(editor, "budget.initial") == "9"


async def test_go_to_moves_and_narrows_in_the_order_typed(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once("f6", "down", "down", "1", "down", "enter", "4")
        assert value(editor, "facts.dibao_paid") == "287.8"
        assert value(editor, editor.open_year.form.pages[11].addresses[0]) == "4"


async def test_a_figure_deleted_after_a_blank_passage_is_deleted(year: Path) -> None:
    """The editor for figures shows the same text before and after the passage between."""
    async with editing(year) as editor:
        for address in ("indicators.wellbeing.remark", "indicators.wellbeing.deviation_reason"):
            editor.open_year.type(address, "")
        await editor.at_once("f6", *"18", "enter", "down", "down", "down", "down", "down", "up")
        await editor.at_once("up", "delete")
        assert value(editor, "indicators.wellbeing.coefficient") == ""


async def test_enter_in_an_empty_passage_goes_on_and_in_a_full_one_breaks_the_line(
    year: Path,
) -> None:
    async with editing(year) as editor:
        await editor.at_once("f6", *"14", "enter", "up", "end", *["down"] * 7)
        screen = editor.app.screen
        await editor.at_once("enter")
        assert "15 政策宣传知晓率" in editor.text
        assert screen is editor.app.screen
        await editor.at_once("f6", *"zn", "enter", "enter", *"又一条", "f4")
        assert value(editor, "sections.duties").endswith("其他工作。\n又一条")


async def test_undo_and_redo_cross_fields_and_pages_and_show_the_place(
    year: Path, to_executed: tuple[str, ...]
) -> None:
    async with editing(year) as editor:
        await editor.at_once(*to_executed, *"1234", "enter", *"原因", "f4", *"140", "f4")
        await editor.at_once("ctrl+z")
        assert value(editor, "facts.cadres_due") == "145"
        assert "1 村（社区）干部务工补助发放" in editor.text
        await editor.at_once("ctrl+z", "ctrl+z")
        assert value(editor, EXECUTED) == "38820071.88"
        assert "> 执行率偏低的原因" not in editor.text
        assert ">*全年执行数" in editor.text
        assert not editor.open_year.dirty
        await editor.at_once("ctrl+z")
        assert "没有可撤销的了" in editor.text
        await editor.at_once("ctrl+y", "ctrl+y", "ctrl+y", "ctrl+y")
        assert "没有可重做的了" in editor.text
        assert value(editor, "facts.cadres_due") == "140"
        assert value(editor, "budget.execution_reason") == "原因"


async def test_undo_works_from_the_task_list(year: Path, to_executed: tuple[str, ...]) -> None:
    async with editing(year) as editor:
        await editor.at_once(*to_executed, *"1234", "escape", "ctrl+z")
        assert ">*全年执行数" in editor.text
        assert value(editor, EXECUTED) == "38820071.88"


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("30000000\r\n", "30000000"),
        ("3000\n4000", "3000；4000"),
        ("\u200b３，０００", "3000"),
        ("12\x1b[31m", "12[31m"),
    ],
)
async def test_a_paste_replaces_the_figure_and_drops_nothing_that_can_be_seen(
    year: Path, to_executed: tuple[str, ...], pasted: str, kept: str
) -> None:
    async with editing(year) as editor:
        await editor.at_once(*to_executed)
        await editor.paste(pasted)
        await editor.at_once("enter")
        assert value(editor, EXECUTED) == kept


@pytest.mark.parametrize("keys", [("down", "enter"), ("enter",)])
async def test_what_is_stripped_of_a_paste_is_told_until_the_next_key(
    year: Path, keys: tuple[str, ...]
) -> None:
    async with editing(year) as editor:
        await editor.at_once(*keys)
        await editor.paste("1\x1b2\u202e")
        assert "粘贴的内容里有看不见的字符，已经去掉" in editor.text
        await editor.at_once("3")
        assert "看不见的字符" not in editor.text
        await editor.paste("1\r\n")
        assert "看不见的字符" not in editor.text


async def test_a_paste_of_lines_stays_lines_only_where_a_passage_has_lines(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once("down", "enter", *["down"] * 3)
        await editor.paste("一\r\n二\t三")
        await editor.at_once("f6", *"zygz", "backspace", "backspace", "escape")
        assert value(editor, "budget.execution_reason") == "一 二 三"
        await editor.at_once("f6", *"ygjy", "enter", "ctrl+end")
        await editor.paste("\n三是\r\n四是")
        assert value(editor, "sections.suggestions").splitlines()[-2:] == ["三是", "四是"]


@pytest.mark.parametrize("opening", ["f5", "f6"])
async def test_a_double_click_chooses_once(year: Path, opening: str) -> None:
    async with editing(year) as editor:
        await editor.at_once(opening)
        await editor.pilot.click(ChoiceRows, offset=(3, 0), times=2)
        await editor.quiet()
        assert editor.screen == "PageScreen"
        await editor.at_once("escape", "enter")
        assert editor.screen == "PageScreen"


async def test_a_full_width_space_of_an_input_method_is_typed_like_any_character(
    year: Path,
) -> None:
    async with editing(year, place="budget.executed") as editor:
        await editor.at_once(*"38　820　071.88", "enter")
        assert editor.open_year.session.year.text("budget.executed") == "38820071.88"
        await editor.at_once("ctrl+g", *"zn", "enter", *"甲　乙")
        assert editor.open_year.session.year.text("sections.duties").endswith("甲　乙")
