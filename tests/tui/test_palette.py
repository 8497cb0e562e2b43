"""Every action by its name, its description or its initials."""

from pathlib import Path

import pytest

from perf_tui.tui.keys.bindings import DEFAULTS
from support.editor import editing


def test_every_action_has_words_and_the_initials_of_its_name() -> None:
    for action in DEFAULTS:
        assert action.words, action.name
        assert len(action.initials) == len(action.label), action.name
        assert action.initials.isascii()
        assert action.initials.islower()


async def test_it_lists_every_action_with_its_keys(year: Path) -> None:
    async with editing(year, (80, 40)) as editor:
        await editor.at_once("ctrl+p")
        for action in DEFAULTS:
            if action.name != "palette":
                shown = [line for line in editor.lines if f"{action.label} " in line]
                assert any(action.key_names in line for line in shown), action.name


@pytest.mark.parametrize("key", ["ctrl+p", "f11"])
@pytest.mark.parametrize(
    ("typed", "screen"),
    [
        ("检查", "FindingsDialog"),
        ("ｊｃ", "FindingsDialog"),
        ("拼音", "GoToDialog"),
        ("WORD", "ExportDialog"),
        ("配色", "SettingsDialog"),
        ("xyx", "PageScreen"),
    ],
)
async def test_enter_does_what_was_found_on_the_screen_below(
    year: Path, key: str, typed: str, screen: str
) -> None:
    async with editing(year) as editor:
        await editor.at_once(key, *typed, "enter")
        assert editor.screen == screen
        if screen != "PageScreen":
            await editor.at_once("escape")
            assert editor.screen == "HomeScreen"


async def test_keys_typed_ahead_reach_what_the_action_opens(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once("ctrl+p", *"zd", "enter", *"14", "enter", "7")
        place = editor.open_year.place
        assert place is not None
        assert place in editor.open_year.form.pages[15].addresses
        assert editor.open_year.session.year.text(place) == "7"


async def test_the_name_comes_before_the_description(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once("enter", "7", "ctrl+p", *"重做")
        shown = [line for line in editor.lines if "Ctrl+" in line]
        assert "重做" in shown[0].split()[1]
        assert len(shown) == 1


async def test_arrows_choose_and_leaving_is_among_the_actions(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once("ctrl+p", "up", "down", "up", *"说明", "up", "escape")
        assert editor.screen == "HomeScreen"
        await editor.at_once("ctrl+p", *"qqq", "enter")
        assert "没有这样的动作，换个词试试" in editor.text
        await editor.at_once(*["backspace"] * 3, *"lk", "enter")
        assert editor.app.return_value == 0
