"""Whether there is a terminal, and what it can do."""

from __future__ import annotations

import os
import sys

from perf_tui.cli.files import CommandError


def is_dumb() -> bool:
    """Whether the terminal declares by `TERM` that it can only print line after line."""
    return os.environ.get("TERM") == "dumb"


def can_draw() -> bool:
    """Whether the program can draw on the terminal and read keys from it."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


def require_terminal() -> None:
    """Raise CommandError if the editor cannot draw on a terminal and read keys from it."""
    if not can_draw():
        raise CommandError(
            "编辑界面要在终端里用，换到终端窗口再运行；没有终端时用 perf-tui fill 填写，"
            "只看结果用 perf-tui score、check 或 export"
        )
