"""The terminal is closed, the program is told to end, or has a bug."""

from __future__ import annotations

import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from faults.driving import OPEN, drained
from faults.figure import BUG, FIELD_LOST, Figure
from perf_tui.store.keeping.opened_file import open_file
from perf_tui.store.years.samples import copy_samples
from support.measured import ROOT
from support.samples import township
from support.terminal import Terminal

TIMES = 10  # each
LONGEST = 1.0  # seconds
BUG_IN_READING = """
import perf_tui.tui.actions.looking as reading
async def fail(_): return 1 // 0
reading.working = fail
"""
NO_SAVING = """
import perf_tui.store.keeping.keeper as keeping
from perf_tui.store.errors import SaveError
def refuse(*_): raise SaveError("磁盘满了")
keeping.write_year_file = refuse
"""
RUN = "import sys\nfrom perf_tui.cli import main\n{fault}\nsys.exit(main(['open', sys.argv[1]]))"
MUCH = b"\x1b[200~" + b"9" * 2**22 + b"\x1b[201~"


def _without_memory(terminal: Terminal) -> None:
    """It gets no more than it has, and much to read."""
    status = Path(f"/proc/{terminal.pid}/status").read_text(encoding="utf-8")
    has = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmSize"))
    resource.prlimit(terminal.pid, resource.RLIMIT_AS, (has * 1024, has * 1024))
    with suppress(BrokenPipeError, OSError):
        terminal.send(MUCH)


ENDINGS: dict[str, tuple[str, Callable[[Terminal], None]]] = {
    "terminal closed": ("", Terminal.hang_up),
    "SIGTERM": ("", lambda terminal: terminal.signal(signal.SIGTERM)),
    "SIGINT": ("", lambda terminal: terminal.signal(signal.SIGINT)),
    "SIGQUIT": ("", lambda terminal: terminal.signal(signal.SIGQUIT)),
    "no memory": ("", _without_memory),
    "terminal closed, nothing can be saved": (NO_SAVING, Terminal.hang_up),
    "SIGTERM, nothing can be saved": (NO_SAVING, lambda one: one.signal(signal.SIGTERM)),
    "bug in our own handler": (BUG_IN_READING, lambda terminal: terminal.press("ctrl+t")),
}


def every_ending(folder: Path) -> Iterator[Figure]:
    """What was typed is found again, the status is not 0, and it takes no second."""
    for name, (fault, end) in ENDINGS.items():
        found = [_one(folder / f"{name} {at}", fault, end) for at in range(TIMES)]
        troubles = tuple(trouble for _, troubles in found for trouble in troubles)
        slowest = max(seconds for seconds, _ in found)
        yield Figure(name, len(found), troubles, f"{slowest:.2f} s at most")


def _one(folder: Path, fault: str, end: Callable[[Terminal], None]) -> tuple[float, list[str]]:
    year = copy_samples(folder)
    env = {"PYTHONPATH": str(ROOT), "HOME": str(folder)}
    with Terminal([sys.executable, "-c", RUN.format(fault=fault), year], env=env) as terminal:
        terminal.wait_for(OPEN)
        terminal.press("enter", "down")
        drained(terminal, 0.3)
        terminal.type("一\r二")
        drained(terminal, 0.4)
        end(terminal)
        begun = time.perf_counter()
        status = terminal.exit_status()
        seconds = time.perf_counter() - begun
    troubles = [] if status not in (0, None) else [f"status {status}"]
    if seconds > LONGEST:
        troubles.append(f"{seconds:.2f} s")
    opened = open_file(year, township)
    opened.keeper.close()
    saved = opened.keeper.saved.year
    known = opened.remains.year if opened.remains and opened.remains.year else saved
    if (
        not known.text("unit.short_name").endswith("一")
        or known.text("unit.finance_section") != "二"
    ):
        troubles.append(f"{FIELD_LOST}: {known.texts}")
    if opened.damage:
        troubles.append(f"{BUG}: {opened.damage}")
    return seconds, troubles


FAMILIES = (every_ending,)
