"""Whatever names a key names the one that is in force."""

import re
from pathlib import Path

import pytest

from perf_tui.store.user.settings import Settings
from perf_tui.tui.keys.bindings import ACTIONS, DEFAULTS, key_name
from support.editor import Editor, editing
from support.states import STATES, Make, State, final, sample

# Every action by a key that is nobody's by default.
USED = {key for action in DEFAULTS for key in action.keys.split(",")}
FUNCTION = [f"{modifier}f{n}" for modifier in ("ctrl+", "shift+", "") for n in range(1, 25)]
FREE = [key for key in FUNCTION if key not in USED]
REBOUND = dict(zip((action.name for action in DEFAULTS), FREE, strict=False))
NEW_KEY = {key: REBOUND[one.name] for one in DEFAULTS for key in one.keys.split(",")}
USUAL = {key_name(key) for key in NEW_KEY}
ANY = "|".join(map(re.escape, USUAL))
NAMED = re.compile(rf"(?<![+0-9A-Za-z])(?:{ANY})(?![0-9A-Za-z])|\^[A-Z]")
PLACES = [state for state in STATES if not (state.lost or state.listing)]


async def reach(editor: Editor, state: State) -> None:
    """Goes to a state by the keys in force."""
    await editor.at_once(*(NEW_KEY.get(key, key) for key in state.pressed))


def usual_keys(editor: Editor) -> list[str]:
    """The keys named on the screen that do nothing any more."""
    return NAMED.findall(editor.text)


def test_there_are_enough_keys_for_all() -> None:
    assert len(REBOUND) == len(DEFAULTS)
    assert not set(REBOUND.values()) & set(NEW_KEY)


@pytest.mark.parametrize("state", PLACES, ids=lambda state: state.name)
async def test_no_place_names_a_key_that_was_taken_from_its_action(
    tmp_path: Path, state: State
) -> None:
    state.make(path := tmp_path / "2024.toml")
    async with editing(path, (80, 60), settings=Settings(keys=REBOUND)) as editor:
        await reach(editor, state)
        assert state.said in editor.text or state.said in USUAL
        assert usual_keys(editor) == []


@pytest.mark.parametrize(
    ("make", "keys"),
    [
        (sample, ""),
        (sample, "f6 '01 enter"),
        (sample, "f6 'zn enter"),
        (sample, "f6 '147"),
        (final, "f6 '01 enter"),
    ],
)
async def test_nor_does_anything_that_an_action_says(tmp_path: Path, make: Make, keys: str) -> None:
    state = State("", make, keys)
    state.make(path := tmp_path / "2024.toml")
    async with editing(path, (80, 60), settings=Settings(keys=REBOUND)) as editor:
        await reach(editor, state)
        for action in ACTIONS:
            await editor.at_once(REBOUND[action.name])
            assert usual_keys(editor) == [], action.name
            if editor.screen.endswith("Dialog"):
                await editor.at_once("escape")


async def test_by_default_they_are_named_so_that_the_sweep_can_fail(year: Path) -> None:
    async with editing(year, (120, 40)) as editor:
        assert {"F1", "F10", "^E"} <= set(usual_keys(editor))
        await editor.at_once("f6", *"123", *"0.9541", "enter", "up")
        assert {"Ctrl+K", "Ctrl+N"} <= set(usual_keys(editor))
