"""The program as people start it: a process in a real pseudo-terminal, with a home of its own."""

import sys
from pathlib import Path

from support.terminal import Terminal

ROOT = Path(__file__).parents[2]
STARTED = "F10离开"


def program(folder: Path, *argv: str | Path, rows: int = 24, columns: int = 80) -> Terminal:
    """`perf-tui` with arguments, in a folder that is also its home."""
    env = {
        "PYTHONPATH": str(ROOT),
        **dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"), str(folder)),
    }
    command = [sys.executable, "-m", "perf_tui", *argv]
    return Terminal(command, rows=rows, columns=columns, env=env, cwd=folder)
