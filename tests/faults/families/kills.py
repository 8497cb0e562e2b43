"""kill -9 at a random moment while somebody types, saves, exports; then the next start."""

from __future__ import annotations

import random
import signal
import time
from collections.abc import Iterator
from pathlib import Path

from faults.driving import OPEN, RECOVERY, drained, started
from faults.figure import Figure
from faults.killed import Desk, look
from perf_tui.store.forms import load_form
from perf_tui.store.years.samples import copy_samples
from perf_tui.store.years.year_file import parse_year
from perf_tui.tui.drawing.frame import SAVED
from support.terminal import Terminal

FIELDS = ("unit.name", "unit.short_name", "unit.finance_section", "unit.contact", "unit.phone")
LABELS = ("单位名称", "单位简称", "财政归口科室", "联系人", "联系电话", "成文日期")
ACTIONS = ("type", "type", "type", "type", "save", "save", "export")
LONGEST = {"type": 0.06, "save": 0.06, "export": 0.5}  # seconds in which the kill comes
MOST_STEPS = 4
EXPORTING, THERE = "导出报告到", "就覆盖它"


def at_random(folder: Path, seed: int, kills: int) -> Iterator[Figure]:
    """So many kills, each of a program of its own that goes on where the last one ended."""
    dice, path = random.Random(seed), copy_samples(folder)
    texts = dict(parse_year(path.read_bytes(), load_form).year.texts)
    open_year, most = Desk(path, [texts]), 0
    for _ in range(kills):
        _until_killed(open_year, dice)
        look(open_year)
        most = max(most, open_year.lost)
    counts = {"kills": kills, "fields lost by a kill": most}
    more = f"{most} field lost at most"
    yield Figure(f"kill -9 at random, seed {seed}", kills, tuple(open_year.troubles), more, counts)


def _until_killed(open_year: Desk, dice: random.Random) -> None:
    remains = open_year.saved < len(open_year.versions) - 1
    with started(open_year.path) as terminal:
        terminal.wait_for(RECOVERY if remains else OPEN)
        if remains:
            terminal.press("enter")
            terminal.wait_for("还没有存")
        terminal.press("enter")
        open_year.row = 0
        _wait_for_row(terminal, open_year)
        for _ in range(dice.randrange(MOST_STEPS)):
            _settle(terminal, open_year, _begin(terminal, open_year, dice))
        action = _begin(terminal, open_year, dice)
        time.sleep(dice.uniform(0, LONGEST[action]))
        terminal.signal(signal.SIGKILL)
        terminal.exit_status()
        drained(terminal, 0)
        said_saved = terminal.lines[0].endswith(SAVED)
    if action == "type" or not said_saved:
        return
    open_year.saved = len(open_year.versions) - 1


def _begin(terminal: Terminal, open_year: Desk, dice: random.Random) -> str:
    """Send the keys of an action, at once."""
    action = dice.choice(ACTIONS)
    open_year.flying = None
    if action == "save":
        terminal.press("f2")
    elif action == "export":
        terminal.press("ctrl+e")
        terminal.wait_for(EXPORTING)
        terminal.press("enter")
    else:
        address, text = FIELDS[open_year.row], f"{dice.randrange(1000):03}"
        open_year.flying = (
            address,
            open_year.versions[-1].get(address, "") + text,
        )  # typed behind what is there
        terminal.type(text)
        terminal.press("enter")
    return action


def _settle(terminal: Terminal, open_year: Desk, action: str) -> None:
    """Wait until the screen says that it is done."""
    if action == "save":
        terminal.wait_until(lambda lines: lines[0].endswith(SAVED))
        open_year.saved = len(open_year.versions) - 1
    elif action == "export":
        terminal.wait_until(lambda lines: _shows(lines, THERE) or not _shows(lines, EXPORTING))
        if THERE in terminal.text:
            terminal.press("enter")
            terminal.wait_until(lambda lines: not _shows(lines, EXPORTING))
    elif open_year.flying:
        address, text = open_year.flying
        open_year.row += 1
        _wait_for_row(terminal, open_year)
        open_year.versions.append(open_year.versions[-1] | {address: text})
        open_year.flying = None
        if open_year.row == len(FIELDS):
            terminal.press(*["up"] * len(FIELDS))
            open_year.row = 0
            _wait_for_row(terminal, open_year)


def _shows(lines: list[str], words: str) -> bool:
    return any(words in line for line in lines)


def _wait_for_row(terminal: Terminal, open_year: Desk) -> None:
    label = LABELS[open_year.row]
    terminal.wait_until(lambda lines: any(x.startswith(">") and label in x for x in lines))
