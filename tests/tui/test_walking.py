"""Walking by keys: the task list, the pages, the dialogs, and back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from perf_tui.tui.keys.bindings import ACTIONS, LEAVE
from perf_tui.tui.screens.findings import FindingsDialog
from perf_tui.tui.screens.page import PageScreen
from perf_tui.tui.widgets.choices import ChoiceRows
from support.editor import Editor, editing
from support.samples import township

SIZES = [(80, 24), (120, 40), (60, 20), (20, 5)]
PAGES = township("township").pages
DIALOGS = {
    "f1": "ReadingDialog",
    "f5": "FindingsDialog",
    "f6": "GoToDialog",
    "f12": "SettingsDialog",
    "ctrl+p": "PaletteDialog",
    "ctrl+g": "GoToDialog",
    "f9": "PreviewDialog",
    "ctrl+e": "ExportDialog",
    "ctrl+t": "ReadingDialog",
}


def at(editor: Editor) -> str | None:
    """The address of the field being typed in, None on the task list."""
    screen = editor.app.screen
    return screen.active if isinstance(screen, PageScreen) else None


def shown(editor: Editor) -> Callable[[str], bool]:
    """Whether the field at an address is to be filled as things stand."""
    return lambda address: editor.open_year.form.fields[address].asked(
        editor.open_year.session.year.texts
    )


def cursor(editor: Editor) -> int:
    return editor.app.screen.query_one(ChoiceRows).cursor


@pytest.mark.parametrize("size", [SIZES[0], SIZES[-1]], ids=str)
async def test_from_a_page_through_every_dialog_and_back(year: Path, size: tuple[int, int]) -> None:
    async with editing(year, size) as editor:
        await editor.at_once("down", "enter")
        await through_every_dialog(editor)
        assert at(editor) == "budget.initial"
        await editor.at_once("escape")
        assert editor.screen == "HomeScreen"
        assert cursor(editor) == 1


async def test_from_the_task_list_through_every_dialog_and_back(year: Path) -> None:
    async with editing(year) as editor:
        await through_every_dialog(editor)
        assert cursor(editor) == 0


async def through_every_dialog(editor: Editor) -> None:
    below = editor.screen
    for key, dialog in DIALOGS.items():
        await editor.at_once(key)
        assert editor.screen == dialog
        await editor.at_once("escape")
        assert editor.screen == below


@pytest.mark.parametrize("size", SIZES[:3], ids=str)
async def test_the_active_field_and_what_is_typed_are_in_sight_at_every_size(
    year: Path, size: tuple[int, int]
) -> None:
    async with editing(year, size) as editor:
        await editor.at_once("f4", "f4", "f4")
        for _ in range(14):
            await editor.at_once("down")
            focused = editor.app.screen.focused
            assert focused is not None
            assert focused.region.y >= 3
            shown = editor.app.screen.find_widget(focused).visible_region
            assert shown.height == focused.size.height


async def test_enter_walks_the_fields_of_every_page_but_those_seldom_filled_and_not_asked_for(
    year: Path,
) -> None:
    asked = "budget.adjustment_reason"
    async with editing(year) as editor:
        await editor.at_once("enter")
        for page in PAGES[:4]:
            walked = (
                at
                for at in filter(shown(editor), page.addresses)
                if at == asked or not editor.open_year.form.fields[at].seldom
            )
            for address in walked:
                assert at(editor) == address
                await editor.at_once("enter")
        assert at(editor) == PAGES[4].addresses[0]
        assert not editor.open_year.dirty


async def test_what_enter_passes_over_is_reached_by_the_arrow_and_stays_once_filled(
    year: Path,
) -> None:
    remark = "indicators.medical_insurance.remark"
    async with editing(year, place=remark) as editor:
        await editor.at_once("down", *"80")
        assert at(editor) == "indicators.medical_insurance.target"
        await editor.at_once("up", "enter")
        assert at(editor) == "indicators.medical_insurance.target"


async def test_a_target_that_cannot_be_read_leaves_the_title_open(year: Path) -> None:
    async with editing(year, place="indicators.medical_insurance.target") as editor:
        await editor.at_once(*"未定", "down")
        assert "目标 待定" in editor.text
        assert "None" not in editor.text


async def test_arrows_and_tab_move_by_fields_and_stop_or_go_on_at_the_ends(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once("down", "enter", "down", "tab")
        assert at(editor) == "budget.executed"
        await editor.at_once("up", "shift+tab", "up", "up", "shift+tab")
        assert at(editor) == "budget.initial"
        await editor.at_once(*["tab"] * 5)
        assert at(editor) == PAGES[2].addresses[0]


async def test_f3_and_f4_turn_pages_and_end_on_the_task_list(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once("f4", "f4", "f4")
        assert at(editor) == PAGES[2].addresses[0]
        await editor.at_once("f3", "f3")
        assert at(editor) == PAGES[0].addresses[0]
        await editor.at_once("f3")
        assert at(editor) is None
        await editor.at_once("end", "enter")
        assert at(editor) == PAGES[-1].addresses[0]
        await editor.at_once("f4")
        assert at(editor) is None
        await editor.at_once("f3")
        assert at(editor) == PAGES[-2].addresses[0]


async def test_the_list_keeps_its_cursor_within_its_rows(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once("up")
        assert cursor(editor) == 0
        await editor.at_once("pagedown", "down")
        assert cursor(editor) == 11
        await editor.at_once("end", "down", "pagedown")
        assert cursor(editor) == len(PAGES) - 1
        assert PAGES[-1].title in editor.text
        await editor.at_once("pageup", "home")
        assert cursor(editor) == 0


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("5", "major_accidents"),
        ("14", "budget_execution"),
        ("yszxl", "budget_execution"),
        ("满意", "satisfaction"),
        ("DWXX", "unit"),
        ("１４", "budget_execution"),
        ("05", "major_accidents"),
        ("ＤＷＸＸ", "unit"),
        ("(社区)", "village_cadre_pay"),
        ("zn", "duties"),
    ],
)
async def test_go_to_takes_number_name_and_initials(year: Path, typed: str, page: str) -> None:
    async with editing(year) as editor:
        await editor.at_once("ctrl+g", *typed, "enter")
        screen = editor.app.screen
        assert isinstance(screen, PageScreen)
        assert screen.page.id == page


async def test_go_to_moves_by_arrows_and_says_when_nothing_matches(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once("f4", "f6", "1", "down", "enter")
        assert at(editor) == PAGES[11].addresses[0]
        await editor.at_once("f6", *"qqq", "enter")
        assert "没有这样的项" in editor.text
        await editor.at_once("backspace", "backspace", "backspace", *"19", "enter")
        assert at(editor) == PAGES[20].addresses[0]


async def test_the_list_of_findings_jumps_to_the_place(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once("down", "enter", "down", "down", *"30000000", "f5")
        assert "必改 2 处" in editor.text
        dialog = editor.app.screen
        assert isinstance(dialog, FindingsDialog)
        place = "indicators.budget_execution.deviation_reason"
        wanted = [one.field for one in dialog.listed].index(place)
        await editor.at_once("home", *["down"] * wanted, "enter")
        assert at(editor) == place
        assert "得 4.10 分，低于权重 5 分" in editor.text


async def test_nothing_found_leaves_a_list_in_which_enter_does_nothing(year: Path) -> None:
    async with editing(year) as editor:
        for address in editor.open_year.form.fields:
            if ".evidence." in address and "own" not in address:
                editor.open_year.type(address, "档案室")
        for goal in ("initial_goal", "achieved_goal"):
            editor.open_year.type(f"sections.{goal}", "办好民生实事。")
        await editor.at_once("down", "enter", "end")
        for _ in editor.open_year.form.pages[1].addresses[:4]:
            await editor.at_once("down")
        await editor.at_once(*"年中追加专项", "f5")
        assert "检查结果：没有发现问题" in editor.text
        await editor.at_once("enter", "escape", "f8")
        assert "没有缺漏，也没有问题" in editor.text


@pytest.mark.parametrize(("key", "step"), [("f8", 1), ("shift+f8", -1), ("f20", -1)])
async def test_f8_goes_round_every_problem_of_the_whole_year(
    year: Path, key: str, step: int
) -> None:
    async with editing(year) as editor:
        for address in ("facts.cadres_due", "facts.disputes", "sections.duties"):
            editor.open_year.type(address, "")
        places = dict.fromkeys(
            one.places[0] for one in editor.open_year.change.findings if one.open
        )
        walk = editor.open_year.form.walk
        wanted = sorted(places, key=lambda place: step * walk[place])
        assert len(wanted) > 3
        seen = []
        for _ in (*wanted, wanted[0]):
            await editor.at_once(key)
            seen.append(at(editor))
        assert seen == [*wanted, wanted[0]]


async def test_f1_is_about_the_field_and_lists_every_action(year: Path) -> None:
    async with editing(year, (120, 60)) as editor:
        await editor.at_once("f4", "f4", "f4", "f1")
        assert "本栏：应发补助人数（人）" in editor.text
        for action in (*ACTIONS, LEAVE):
            assert action.label in editor.text
        await editor.at_once("enter")
        assert at(editor) == "facts.cadres_due"
