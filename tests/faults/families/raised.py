"""An error in every function of the store, the session and the editor's floor, one after the other.

The editor is filled in, then the function begins to fail. Whatever comes of it, what was accepted
before is found where the last sentence says that it is, and the status is 0 only if it is in the
file.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from pathlib import Path

from faults.driving import OPEN, drained
from faults.figure import BUG, FALSE_SAVED, FIELD_LOST, Figure
from faults.raising import ALWAYS
from perf_tui.store.keeping.opened_file import open_file
from perf_tui.store.keeping.securing import LEFT_OVER
from perf_tui.store.years.samples import copy_samples
from support.measured import ROOT
from support.samples import township
from support.terminal import Terminal

BEFORE, AFTER = "甲", "乙"
SENTENCES = {"file": "填写的内容都在", "journal": "记在它旁边", "note": LEFT_OVER}
UNKNOWN = "没有查到"  # where the bug is in what looks
WAYS = {
    "always an error": ("RuntimeError", ALWAYS),
    "once out of memory": ("MemoryError", 1),
    "once an interrupt": ("KeyboardInterrupt", 1),
}
KEYS = (f"{AFTER}\r", "\x1b[19~", "\x1bOQ", "\x1b[21~", "\x1b", "\x1b[21~", "\r", "\x1b[21~", "\r")


def every_function(folder: Path, way: str, step: int) -> Iterator[Figure]:
    """Each in a program of its own, `step` further on from one to the next."""
    names = called(folder / "called")
    tried = names[::step]
    found = [trouble_in(folder / str(at), name, way) for at, name in enumerate(tried)]
    troubles = tuple(f"{said} [{name}]" for name, said in zip(tried, found, strict=True) if said)
    more, counts = f"of {len(names)} that are called", {"errors raised": len(found)}
    yield Figure(f"{way} in each function", len(found), troubles, more, counts)


def called(folder: Path) -> list[str]:
    """The functions that take part from the moment on at which they could fail."""
    drive(folder, [])
    return (folder / "report").read_text(encoding="utf-8").split()


def trouble_in(folder: Path, name: str, way: str) -> str:
    """What is wrong after a function has failed in a way, "" for nothing."""
    error, times = WAYS[way]
    year, status, said = drive(folder, [name, error, str(times)])
    if not (folder / "report").exists():
        return "it never failed"
    if "Traceback" in said or status is None:
        return f"{BUG}: status {status}: {said[-300:]}"
    has = places(year)
    if UNKNOWN in said and status and any(BEFORE in texts for texts in has.values()):
        return ""
    where = next((one for one, words in SENTENCES.items() if words in said), "")
    if where == "" or BEFORE not in has[where]:
        kind = FALSE_SAVED if where else FIELD_LOST
        return f"{kind}: said {where or said[-300:]!r}, is in {_in(has)}"
    if status == 0 and (where != "file" or AFTER not in has["file"]):
        return f"{FALSE_SAVED}: status 0, and the text is in {_in(has)}"
    return ""


def _in(has: dict[str, str]) -> list[str]:
    return [
        f"{place} {text}"
        for place, texts in has.items()
        for text in (BEFORE, AFTER)
        if text in texts
    ]


def drive(folder: Path, fault: list[str]) -> tuple[Path, int | None, str]:
    """Type one field, let the fault begin, type another, save, leave; how that ended."""
    year = copy_samples(folder)
    env = {"PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}", "HOME": str(folder), "TMPDIR": str(folder)}
    argv: list[str | Path] = [
        sys.executable,
        "-m",
        "faults.raising",
        year,
        folder / "report",
        *fault,
    ]
    with Terminal(argv, env=env, cwd=folder) as terminal:
        terminal.wait_for(OPEN)
        terminal.press("enter", "down")
        drained(terminal, 0.3)
        terminal.type(f"{BEFORE}\r")
        drained(terminal, 0.5)
        terminal.signal(signal.SIGUSR1)
        for keys in KEYS:
            if terminal.exit_status(0) is not None:
                break
            terminal.send(keys.encode())
            drained(terminal, 0.4)
        if terminal.exit_status(1) is None:
            terminal.signal(signal.SIGTERM)
        status = terminal.exit_status(10)
        terminal.settle()
        return year, status, terminal.text.replace("\n", "")


def places(year: Path) -> dict[str, str]:
    """The two texts, as far as they are in each place where the year may be."""
    opened = open_file(year, township)
    opened.keeper.close()
    saved = opened.keeper.saved.year
    journal = opened.remains.year if opened.remains else None
    notes = "".join(one.read_text(encoding="utf-8") for one in year.parent.glob(f"*{LEFT_OVER}*"))
    return {
        "file": "".join(saved.texts.values()) if not opened.damage else "",
        "journal": "".join(journal.texts.values()) if journal else "",
        "note": notes,
    }
