"""A command of the program in a process of its own, with the time and the memory that it took."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from time import process_time
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
# A process's highest memory use starts anew with the program in it, what `wait4` tells does not.
PROGRAM = """
import os, resource, sys, traceback
from perf_tui.cli import main
try:
    status = main(sys.argv[2:])
except BaseException:
    traceback.print_exc()
    status = 1
used = resource.getrusage(resource.RUSAGE_SELF)
high = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
with open(sys.argv[1], "w") as file:
    file.write(f"{used.ru_utime + used.ru_stime} {high.split()[1]}")
os._exit(status)
"""
LONGEST = 60  # seconds until a hang is one
STEPS, SECONDS_FOR_THEM = 10**6, 0.045  # on a PC of today with nothing else to do


class Measured(NamedTuple):
    """Exit status, what was written, seconds of computing, MB of memory at the most."""

    status: int
    out: str
    err: str
    seconds: float
    megabytes: float


def measured(
    *argv: str | Path, cwd: Path, env: Mapping[str, str] | None = None, text: bytes = b""
) -> Measured:
    """Run a command to its end, with `text` on stdin."""
    report = cwd / ".measured"
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, report, *argv],
        input=text,
        capture_output=True,
        check=False,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **(env or {})},
        timeout=LONGEST,
    )
    seconds, kilobytes = map(float, report.read_text().split())
    report.unlink()
    out, err = done.stdout.decode(), done.stderr.decode()
    return Measured(done.returncode, out, err, seconds, kilobytes / 1024)


def pace() -> float:
    """How many times as long as a PC of today this machine, with what else it does, now takes."""
    before = process_time()
    sum(number % 7 for number in range(STEPS))
    return max(1, (process_time() - before) / SECONDS_FOR_THEM)
