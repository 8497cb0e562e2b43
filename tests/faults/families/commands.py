"""Commands without a terminal, and what they send."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from faults.driving import drained
from faults.figure import BUG, Figure
from faults.poor import ARGUMENTS, POOR, SHELL, command, run
from perf_tui.store.years.samples import copy_samples
from support.measured import ROOT
from support.terminal import Terminal

UNWANTED = ("Traceback", "Exception ignored", "Error", "程序出了错")


def without_terminal(folder: Path) -> Iterator[Figure]:
    """Every command in every poor environment, and with everything closed or full."""
    troubles, runs = [], 0
    for name, (_, status) in ARGUMENTS.items():
        expected = [("{command} </dev/null", env, {status}) for env in POOR]
        expected += [(shell, {}, {0, 2}) for shell in SHELL.values()]
        for shell, env, allowed in expected:
            place = folder / str(runs)
            place.mkdir()
            done = run(place, shell.format(command=command(name, place)), env)
            runs += 1
            bad = [word for word in UNWANTED if word in done.stderr + done.stdout]
            if bad or done.returncode not in allowed:
                troubles.append(f"{BUG}: {name} {shell} {env} {done.returncode} {bad}")
    yield Figure("no terminal, closed or full streams", runs, tuple(troubles))


def nothing_sent(folder: Path) -> Iterator[Figure]:
    """The system's calls of a run: none leads out of the machine."""
    if not (strace := shutil.which("strace")):
        yield Figure("sockets that lead out", 0, skipped="no strace")
        return
    log, year = folder / "calls", copy_samples(folder)
    program = [sys.executable, "-m", "perf_tui"]
    traced: list[str | Path] = [strace, "-f", "-o", log, "-e", "trace=network", *program]
    runs: tuple[list[str | Path], ...]
    runs = (["check", year], ["export", year, "-o", folder / "out.docx"], ["open", year])
    for argv in runs:
        with Terminal([*traced, *argv], env={"PYTHONPATH": str(ROOT)}, cwd=folder) as terminal:
            drained(terminal, 4)
            if argv[0] == "open":
                terminal.press("f10")
            terminal.exit_status()
        calls = [line for line in log.read_text().splitlines() if "(" in line]
        leading = tuple(call for call in calls if "AF_UNIX" not in call and "AF_" in call)
        yield Figure(f"sockets that lead out: {argv[0]}", 1, leading, f"{len(calls)} calls")
