"""Two programs on one file, and a file that others change."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from faults.driving import OPEN, RECOVERY, drained, started
from faults.figure import ALTERED, FALSE_SAVED, FIELD_LOST, Figure
from perf_tui.store.keeping.backups import list_backups
from perf_tui.store.years.samples import copy_samples
from perf_tui.store.years.year_file import read_year_file, write_year_file
from support.samples import township
from support.terminal import Terminal

HELD = "正被别人开着"
CHANGED = "文件被别的程序改过"


def second_opener(folder: Path) -> Iterator[Figure]:
    """Is told who has the file and since when, and changes nothing; a dead first one is no bar."""
    year = copy_samples(folder)
    before, troubles = year.read_bytes(), []
    with started(year) as first:
        first.wait_for(OPEN)
        with started(year) as second:
            second.wait_for(HELD)
            second.wait_for("起在")
            second.wait_for(f"进程 {first.pid}")
            second.press("enter", "enter", "down")
            second.type("乙\r")
            second.press("f2")
            drained(second, 0.5)
            if year.read_bytes() != before:
                troubles.append(f"{ALTERED}: by the second opener")
            if "已保存到" in second.text:
                troubles.append(FALSE_SAVED)
        _type(first, "甲")
        first.press("f2")
        first.wait_for("已保存到")
        first.signal(signal.SIGKILL)
        first.exit_status()
    with started(year) as third:
        third.wait_for(OPEN)
        drained(third, 0.5)
        if HELD in third.text or RECOVERY in third.text:
            troubles.append("a dead program bars the way")
    if not read_year_file(year, township).year.text("unit.short_name").endswith("甲"):
        troubles.append(f"{FIELD_LOST}: the first one's")
    yield Figure("two programs on one file", 1, tuple(troubles))


def changed_by_another(folder: Path) -> Iterator[Figure]:
    """Nothing is overwritten silently; what is overwritten when told to is kept as a copy."""
    year = copy_samples(folder)
    with started(year) as terminal:
        terminal.wait_for(OPEN)
        _type(terminal, "甲")
        file = read_year_file(year, township)
        changed = replace(file, year=file.year.with_text("unit.contact", "丙"))
        theirs = write_year_file(year, changed)
        terminal.press("f2")
        terminal.wait_for(CHANGED)
        kept = year.read_bytes() == theirs
        troubles = [] if kept else [f"{ALTERED}: silently overwritten"]
        terminal.press("down", "down", "enter")
        terminal.wait_for("已保存到")
        terminal.press("f10")
        terminal.exit_status()
    if not read_year_file(year, township).year.text("unit.short_name").endswith("甲"):
        troubles.append(f"{FIELD_LOST}: ours")
    if theirs not in [backup.path.read_bytes() for backup in list_backups(year)]:
        troubles.append(f"{ALTERED}: theirs has no copy")
    yield Figure("file changed by another program", 1, tuple(troubles))


def _type(terminal: Terminal, text: str) -> None:
    """Put a text behind the short name."""
    terminal.press("enter", "down")
    drained(terminal, 0.3)
    terminal.type(f"{text}\r")
    drained(terminal, 0.3)


FAMILIES = (second_opener, changed_by_another)
