"""The work of `every_call` as a program of its own, which tells line by line what its user hears.

It can be killed from outside at any call. Where its stdin is closed the caller tells by the exit
status whether an error came that nobody had thought of.
"""

from __future__ import annotations

import concurrent.futures.thread  # noqa: F401 — nothing is to be imported while calls fail
import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import tomli_w  # noqa: F401

from faults.every_call import Screen, work
from perf_tui.store.errors import YearError
from support.measured import ROOT
from support.samples import township


def main() -> None:
    """Do the work on the file that is named, with texts of the length that is."""
    path, length = Path(sys.argv[1]), int(sys.argv[2])
    township("township")
    screen = Screen()

    def tell() -> None:
        # By calls that the store never makes.
        os.writev(1, [json.dumps(asdict(screen)).encode() + b"\n"])

    os.getpriority(os.PRIO_PROCESS, 0)  # in a log: from here on it is the store
    try:
        work(path, screen, length, tell)
    except YearError:
        screen.gone = True
    os.getpriority(os.PRIO_PROCESS, 0)
    tell()


def heard(path: Path, *before: str | Path, length: int = 1) -> tuple[int, Screen]:
    """Its exit status and what its user had heard by the end, begun by the command `before`."""
    done = subprocess.run(
        [*before, sys.executable, "-m", "faults.worker", path, str(length)],
        check=False,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}"},
        timeout=120,
    )
    *_, last = [b"{}", *done.stdout.splitlines()]
    return done.returncode, Screen(**json.loads(last))


if __name__ == "__main__":
    main()
