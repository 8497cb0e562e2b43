"""The program in a pseudo-terminal while it is treated badly."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from faults.figure import ALTERED, BUG, FALSE_SAVED
from perf_tui.store.forms import load_form
from perf_tui.store.keeping.opened_file import open_file
from perf_tui.tui.drawing.frame import FINAL, SAVED
from support.measured import ROOT
from support.terminal import Terminal

OPEN = "F1说明"
DIALOG = "Esc"  # every dialog says how it is closed
RECOVERY = "上次没有保存就结束了"
# Sizes in which nothing can be read, and some in which everything can.
SIZES = ((1, 1), (5, 20), (2, 300), (200, 3), (1, 80), (24, 1), (24, 80), (60, 200))
FUNCTIONS = [f"{shift}f{number}" for shift in ("", "shift+") for number in range(1, 13)]
CHORDS = [f"ctrl+{letter}" for letter in "abdefgklnoprtuvwxyz"]
MOVES = ["enter", "tab", "shift+tab", "up", "down", "left", "right", "home", "end", "escape"]
EDITS = ["backspace", "delete", "pageup", "pagedown", "space"]
TYPED = list("0123456789.,-%（）甲乙万元约近aZ[]{}\\'\"=*#")
TABLES = ["shift+f4", "shift+f5", "shift+f6", "shift+f6", "shift+f12"]
ON_TABLES = ["insert", "ctrl+a", "delete", "ctrl+x", "ctrl+w", "ctrl+u", "ctrl+z", "ctrl+y"]
DEFINED = [
    *("≥95%", "5", "0", "-3", "1e9", "无", "定性", "{完成值}[b]|", "加分项", "甲、乙", "名" * 200),
    *("2", "3", "6", "优 80、良 90", "不评等级", "产出指标 60、加分项 +5", "达成 100-80"),
    "一级指标\t三级指标\t指标值\t分值\n产出指标\t培训\t≥80人\t50\n效益指标\t就业\t≥5人\t40\n",
    "三级指标\t指标值\r\n培训人次\t≥90\r\n",
]
LEAVING = {"f10", "ctrl+q"}
PATIENCE = 60  # half seconds
One = Callable[[Terminal, random.Random], int]
ENOUGH = 25  # keys between two looks


def drained(terminal: Terminal, quiet: float = 1.5) -> bytes:
    """All that the program writes until it is quiet."""
    sent = b""
    while piece := terminal.read(quiet):
        sent += piece
    return sent


def started(path: Path, *before: str | Path) -> Terminal:
    """The editor on a file, begun by another command where one stands `before` it."""
    home = str(path.parent)
    env = {"PYTHONPATH": str(ROOT), "HOME": home, "XDG_STATE_HOME": "", "XDG_CONFIG_HOME": ""}
    command = [*before, sys.executable, "-m", "perf_tui", "open", path]
    return Terminal(command, env=env, cwd=path.parent)


def settle(terminal: Terminal) -> None:
    """Wait until the program has nothing to do: busy machines make it silent, but not idle."""
    for _ in range(PATIENCE):
        before = _spent(terminal)
        drained(terminal, 0.5)
        if before == _spent(terminal):
            return


def _spent(terminal: Terminal) -> tuple[str, ...]:
    """Its state, and the time that the system has given to it so far; "S" where it only waits."""
    try:
        stat = Path(f"/proc/{terminal.pid}/stat").read_text(encoding="utf-8")
    except OSError:
        return ()  # it has ended
    fields = stat.rpartition(")")[2].split()
    return ("S", *fields[11:13]) if fields[0] == "S" else (fields[0], str(time.monotonic()))


def save_elsewhere(terminal: Terminal, other: Path) -> None:
    """From a refused saving on, by keys: into another file, then out."""
    terminal.press("down", "enter")
    terminal.wait_for("另存为")
    terminal.press(*["backspace"] * 200)
    terminal.type(f"{other}\r")
    terminal.wait_for(f"已保存到 {other.name}")
    terminal.press("f10")


def squeeze(terminal: Terminal, rows: int, columns: int) -> None:
    """Give the terminal a size in which the test's own screen could draw nothing."""
    terminal._set_size(rows, columns)
    drained(terminal, 0.02)
    terminal._pending.clear()


def unfold(terminal: Terminal, rows: int = 24, columns: int = 80) -> None:
    """Back to a size in which everything can be read, by another one, so that all is drawn anew."""
    squeeze(terminal, rows + 1, columns + 1)
    terminal.resize(rows, columns)


def _descriptors(terminal: Terminal) -> int:
    """How many files the program has open."""
    return len(list(Path(f"/proc/{terminal.pid}/fd").iterdir()))


def used_after(terminal: Terminal, rounds: int) -> tuple[int, int]:
    """Memory and open files after so many rounds of what a user does all day, at leisure."""
    for _ in range(rounds):
        terminal.type("1")
        for key in ("backspace", "f4", "f3", "f2"):
            terminal.press(key)
            drained(terminal, 0.02)
        for key in ("f1", "f5", "f9", "ctrl+t", "ctrl+p"):
            terminal.press(key)
            terminal.wait_for(DIALOG)
            drained(terminal, 0.02)
            terminal.press("escape")
            terminal.wait_until(lambda lines: not any(DIALOG in line for line in lines))
    return terminal.memory(), _descriptors(terminal)


@dataclass(slots=True)
class Monkey:
    """What became of keys pressed at random by `press`; `troubles` break the promise."""

    press: One
    keys: int = 0
    kills: int = 0
    endings: int = 0
    looked: int = 0
    crashes: int = 0
    troubles: list[str] = field(default_factory=list)


def play(path: Path, keys: int, seed: int, one: One | None = None) -> Monkey:
    """Press `keys` keys at random; whenever the program says that all is saved, so it must be.

    Now and then it is killed at once. However it ends, the file is whole. `one` presses one and
    says for how many it counts.
    """
    dice, monkey = random.Random(seed), Monkey(one or _one_key)
    while monkey.keys < keys and not monkey.troubles:
        with started(path) as terminal:
            # The bar is gone behind a dialog of some themes, and its keys may be other ones by now.
            terminal.wait_until(lambda lines: any(map(_is_there, lines)))
            _play_once(terminal, path, monkey, dice, keys)
        _look(path, monkey, saved=False)
    return monkey


def _is_there(line: str) -> bool:
    return "离开" in line or RECOVERY in line


def _play_once(
    terminal: Terminal, path: Path, monkey: Monkey, dice: random.Random, keys: int
) -> None:
    while monkey.keys < keys:
        try:
            for _ in range(ENOUGH):
                monkey.keys += monkey.press(terminal, dice)
            drained(terminal, 0.02)
        except (BrokenPipeError, OSError):
            pass
        status = terminal.exit_status(0)
        if status is not None:
            monkey.endings += 1
            if status not in (0, 2) or _error(path):
                monkey.crashes += 1
                monkey.troubles.append(
                    f"{BUG}: status {status} after {monkey.keys} keys: {_error(path)}"
                )
            return
        if dice.random() < 0.05:
            unfold(terminal)
            settle(terminal)
            if terminal.exit_status(0) is not None:
                continue
            asked = any(RECOVERY in line for line in terminal.lines)
            saved = terminal.lines[0].endswith((SAVED, FINAL)) and not asked
            terminal.close()
            monkey.kills += 1
            _look(path, monkey, saved=saved)
            return


def _one_key(terminal: Terminal, dice: random.Random) -> int:
    chance = dice.random()
    if chance < 0.005:
        squeeze(terminal, *dice.choice(SIZES))
    elif chance < 0.01:
        terminal.paste("".join(dice.choices([*TYPED, "\x1b", "\n", "\u202e"], k=200)))
    elif chance < 0.5:
        terminal.type(dice.choice(TYPED))
    else:
        keys = dice.choice((FUNCTIONS, CHORDS, MOVES, MOVES, MOVES, EDITS))
        key = dice.choice(keys)
        if key not in LEAVING or dice.random() < 0.1:
            terminal.press(key)
    return 1


def one_key_on_tables(terminal: Terminal, dice: random.Random) -> int:
    """A key for the table of indicators, a definition or the scheme; else any other one.

    What is said of an indicator or the scheme is pasted, as a clerk's tables are.
    """
    chance = dice.random()
    if chance < 0.15:
        terminal.press(dice.choice(TABLES))
    elif chance < 0.4:
        terminal.press(dice.choice(ON_TABLES))
    elif chance < 0.55:
        terminal.paste(dice.choice(DEFINED))
    else:
        return _one_key(terminal, dice)
    return 1


def _error(path: Path) -> str:
    """What the program wrote down of a bug of its own."""
    found = path.parent / ".local" / "state" / "perf-tui" / "last-error.txt"
    return found.read_text(encoding="utf-8") if found.exists() else ""


def _look(path: Path, monkey: Monkey, *, saved: bool) -> None:
    """Whether the file is whole, and has all that the screen said was saved."""
    monkey.looked += 1
    if error := _error(path):
        monkey.troubles.append(f"{BUG}: within {monkey.keys} keys: {error}")
    opened = open_file(path, load_form)
    opened.keeper.close()
    if opened.damage or opened.keeper.saved.edited_by_hand:
        monkey.troubles.append(f"{ALTERED}: after {monkey.keys} keys: {opened.damage}")
    if saved and opened.remains is not None:
        monkey.troubles.append(f"{FALSE_SAVED}: after {monkey.keys} keys")
