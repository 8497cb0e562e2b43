"""Folders that may not be written any more, or are gone, under a user who is not root."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from faults.driving import OPEN, drained, save_elsewhere, started
from faults.figure import FALSE_SAVED, FIELD_LOST, Figure
from perf_tui.store.years.samples import copy_samples
from perf_tui.store.years.year_file import read_year_file
from support.samples import township
from support.terminal import Terminal

NOBODY = 65534
AS_NOBODY = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")


def _read_only(year: Path) -> None:
    year.parent.chmod(0o555)


def _file_read_only(year: Path) -> None:
    year.chmod(0o444)


def _folder_gone(year: Path) -> None:
    shutil.rmtree(year.parent)


def _folder_moved(year: Path) -> None:
    year.parent.rename(year.parent.with_name("moved"))


FAULTS: dict[str, Callable[[Path], None]] = {
    "folder read-only": _read_only,
    "file read-only": _file_read_only,
    "folder removed": _folder_gone,
    "folder moved away": _folder_moved,
}


def lost_while_typing(folder: Path) -> Iterator[Figure]:
    """In the middle of typing: said at saving, nothing said to be saved, saved elsewhere."""
    for number, (name, fault) in enumerate(FAULTS.items()):
        place = folder / str(number)
        year, other = _begun(place), place / "other.toml"
        with _editor(year) as terminal:
            terminal.wait_for(OPEN)
            terminal.press("enter", "down")
            terminal.type("一\r")
            drained(terminal, 0.3)
            fault(year)
            terminal.type("二\r")
            terminal.press("f2")
            terminal.wait_for("没有保存成功")
            troubles = [FALSE_SAVED] if "已保存到" in terminal.text else []
            drained(terminal, 0.2)
            save_elsewhere(terminal, other)
            status = terminal.exit_status()
        texts = read_year_file(other, township).year.texts
        if (texts["unit.short_name"][-1], texts["unit.finance_section"]) != ("一", "二"):
            troubles.append(f"{FIELD_LOST}: elsewhere is {texts}")
        if status != 0:
            troubles.append(f"status {status}")
        if year.parent.exists():
            year.parent.chmod(0o755)
        yield Figure(f"{name} while typing, saved elsewhere", 1, tuple(troubles))


def known_at_opening(folder: Path) -> Iterator[Figure]:
    """A folder that may not be written is told at once, and the year can be looked at."""
    year = _begun(folder / "closed")
    _read_only(year)
    with _editor(year) as terminal:
        terminal.wait_for("写不进新的文件")
        terminal.press("f10")
        status = terminal.exit_status()
    year.parent.chmod(0o755)
    troubles = () if status == 0 else (f"status {status}",)
    yield Figure("folder read-only from the start", 1, troubles)


def _begun(place: Path) -> Path:
    year = copy_samples(place / "years")
    if os.geteuid() == 0:
        for one in (place.parent, place, *place.rglob("*")):
            os.chown(one, NOBODY, NOBODY)
    return year


def _editor(year: Path) -> Terminal:
    """The editor, never under root, whom nothing stops."""
    return started(year, *(AS_NOBODY if os.geteuid() == 0 else ()))


FAMILIES = (lost_while_typing, known_at_opening)
