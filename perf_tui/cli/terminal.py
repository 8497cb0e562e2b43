"""Whether there is a terminal to draw on."""

from __future__ import annotations

import os
import sys

from perf_tui.cli.files import CommandError


def require_terminal() -> None:
    """CommandError where the editor could neither draw nor read keys."""
    seen = sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
    if not seen or os.environ.get("TERM") == "dumb":
        raise CommandError(
            "编辑界面要在终端里用，换到终端窗口再运行；只看结果用 perf-tui score、check 或 export"
        )
