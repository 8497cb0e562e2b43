"""Keys that do nothing to be seen and say nothing: every one is pressed in a real terminal."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from perf_tui.tui.keys.bindings import DEFAULTS
from support.program import STARTED, program
from support.states import State
from support.terminal import Terminal

WALKING = ("escape", "enter", "up", "down", "left", "right", "tab", "shift+tab", "home", "end")
EDITING = ("pageup", "pagedown", "backspace", "delete", "space", "5", "a", "中", "ctrl+a", "ctrl+u")
SELECTING = ("ctrl+w", "ctrl+x", "ctrl+v", "ctrl+left", "ctrl+right", "shift+left", "shift+home")
# As some terminals send Shift and a function key; no keyboard has them.
BEYOND = [f"f{n}" for n in range(13, 25)]
ACTIONS = [key for action in DEFAULTS for key in action.keys.split(",") if key not in BEYOND]
KEYS = tuple(dict.fromkeys((*WALKING, *EDITING, *SELECTING, *ACTIONS)))
QUIET = 0.08  # seconds without output after which the screen stands still
ANSWER = 1.0  # seconds in which a key must have shown something
STATUS = 22  # the row in which a main screen talks


def dead_keys(state: State, keys: Sequence[str] = KEYS) -> list[str]:
    """Those of the keys that do nothing at a state.

    After each key the way there is gone again; where it does not lead back to the same screen, the
    next key begins with a new program. What one key says may be left from another that says the
    same, so whatever seems dead gets a program of its own.
    """
    return [key for key in _seemingly_dead(state, keys) if _seemingly_dead(state, [key])]


def _seemingly_dead(state: State, keys: Sequence[str]) -> list[str]:
    dead: list[str] = []
    left = list(keys)
    while left:
        with TemporaryDirectory(prefix="perf-tui-") as folder, _reach(state, Path(folder)) as there:
            start = there.picture
            while left:
                dead += [left[0]] if _is_dead(there, left[0]) else []
                left.pop(0)
                if not _is_back(there, state, start):
                    break
    return dead


def _reach(state: State, folder: Path) -> Terminal:
    """The program, arrived at a state."""
    years = folder / "years"
    years.mkdir()
    state.make(years / "2024.toml")
    argv = () if state.listing else ("open", years / "2024.toml")
    terminal = program(years, *argv)
    terminal.wait_for(state.said if state.notice else STARTED)
    if state.lost:
        years.rename(folder / "elsewhere")
    terminal.press(*state.pressed)
    terminal.wait_for(state.said)
    terminal.settle(QUIET)
    return terminal


def _is_dead(terminal: Terminal, key: str) -> bool:
    """Whether a key changes nothing on the screen."""
    before = terminal.picture
    terminal.press(key)
    end = time.monotonic() + ANSWER
    while terminal.picture == before:
        if terminal.exit_status(0) is not None:
            return False
        if not terminal.read(0.02) and time.monotonic() > end:
            return True
    return False


def _is_back(terminal: Terminal, state: State, start: tuple[object, ...]) -> bool:
    """Whether the program is where it was before, or can be led there again."""
    terminal.settle(QUIET)
    if terminal.exit_status(0) is None and _body(terminal.picture) != _body(start):
        terminal.press("escape", "escape", "escape", "home", *state.pressed)
        terminal.settle(QUIET)
    return terminal.exit_status(0) is None and _body(terminal.picture) == _body(start)


def _body(picture: tuple[object, ...]) -> tuple[object, ...]:
    """What is to be seen but for the words that another key has left."""
    return picture[:STATUS] + picture[STATUS + 1 :]
