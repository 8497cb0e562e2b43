"""A file opens where it was left."""

import sys
from pathlib import Path

import pytest

from support.editor import editing
from support.terminal import Terminal

PROGRAM = [sys.executable, "-m", "perf_tui"]


async def test_it_lands_on_the_page_and_field_and_leads_back(year: Path) -> None:
    place = "indicators.satisfaction.actual"
    async with editing(year, place=place) as editor:
        assert editor.screen == "PageScreen"
        assert editor.lines[2].startswith(" 19 ")
        await editor.at_once(*"97", "enter")
        assert editor.open_year.session.year.text(place) == "97"
        await editor.at_once("escape", "enter")
        assert editor.open_year.form.home_of[str(editor.open_year.place)].id == "satisfaction"


async def test_keys_typed_ahead_reach_the_field(year: Path) -> None:
    async with editing(year, place="budget.executed") as editor:
        await editor.at_once("7")
        assert editor.open_year.session.year.text("budget.executed") == "7"


async def test_a_notice_stands_over_the_place(by_hand: Path) -> None:
    async with editing(by_hand, place="budget.executed") as editor:
        assert editor.screen == "NoticeDialog"
        await editor.at_once("enter", "7")
        assert editor.open_year.session.year.text("budget.executed") == "7"


async def test_the_place_is_the_field_one_is_in_and_none_on_the_task_list(year: Path) -> None:
    async with editing(year) as editor:
        places = [editor.open_year.place]
        for keys in (("down", "enter", "down", "down"), ("escape",)):
            await editor.at_once(*keys)
            places.append(editor.open_year.place)
        assert places == [None, "budget.executed", None]


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nothing has been left anywhere yet."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state" / "perf-tui" / "places.toml"


def leave(terminal: Terminal) -> None:
    terminal.press("f10")
    assert terminal.exit_status() == 0


def test_the_program_opens_where_it_was_left(year: Path, state: Path) -> None:
    with Terminal([*PROGRAM, "open", year]) as terminal:
        terminal.wait_for("已完成 ")
        terminal.press("down", "enter", "down", "down")
        terminal.wait_for("38820071.88")
        leave(terminal)
    assert "budget.executed" in state.read_text()
    with Terminal([*PROGRAM, "open", year]) as terminal:
        terminal.wait_for("预算执行")
        terminal.type("30000000")
        terminal.wait_for("30,000,000 元")
        terminal.press("escape")
        leave(terminal)
    assert "executed = 30000000\n" in year.read_text(encoding="utf-8")
    with Terminal([*PROGRAM, "open", year]) as terminal:
        terminal.wait_for("有问题 2")
        leave(terminal)


def test_a_long_passage_opens_where_its_cursor_stood(year: Path, state: Path) -> None:
    section = "sections.duties"
    state.parent.mkdir(parents=True)
    state.write_text(f'[places]\n"{year}" = "{section}"\n')
    with Terminal([*PROGRAM, "open", year]) as terminal:
        terminal.wait_for("职能职责")
        terminal.paste("".join(f"第{n}行\n" for n in range(40)))
        terminal.wait_for("第39行")
        terminal.press(*["up"] * 30, "home")
        terminal.wait_for("第10行")
        leave(terminal)
    with Terminal([*PROGRAM, "open", year]) as terminal:
        terminal.wait_for("第10行")
        terminal.type("此处")
        terminal.wait_for("此处第10行")
        terminal.press("escape")
        terminal.wait_for("已完成 ")
        leave(terminal)
    assert "此处第10行" in year.read_text(encoding="utf-8")


def test_a_place_that_the_form_has_not_is_as_none(year: Path, state: Path) -> None:
    state.parent.mkdir(parents=True)
    state.write_text(f'[places]\n"{year}" = "budget.gone"\n')
    with Terminal([*PROGRAM, "open", year]) as terminal:
        terminal.wait_for("已完成 ")
        leave(terminal)


def test_demo_always_starts_on_the_task_list(tmp_path: Path, state: Path) -> None:
    folder = tmp_path / "demo"
    for _ in range(2):
        with Terminal([*PROGRAM, "demo", "--dir", folder]) as terminal:
            terminal.wait_for("已完成 ")
            terminal.press("enter")
            terminal.wait_for("单位名称")
            leave(terminal)
    assert "unit.name" in state.read_text()


def test_settings_hold_from_the_start_and_the_command_line_wins(
    tmp_path: Path, year: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "perf-tui").mkdir()
    (tmp_path / "perf-tui" / "settings.toml").write_text('theme = "light"\nascii = true\n')
    with Terminal([*PROGRAM, "open", year, "--theme", "ansi"]) as terminal:
        terminal.wait_for("已完成 ")
        terminal.press("f12")
        terminal.wait_for("终端的 16 色（ansi）")
        terminal.wait_for("只用宽度一定的符号")
        terminal.press("escape")
        leave(terminal)
