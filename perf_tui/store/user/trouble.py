"""Keeping a report of a bug of ours for whoever mends it; the user is not shown it."""

from __future__ import annotations

import traceback
from contextlib import suppress
from pathlib import Path

from perf_tui.store.files.atomic import write_atomically
from perf_tui.store.user.folders import state_folder


def keep_report(error: BaseException) -> Path | None:
    """Write an error's traceback to a file; return its path, or None if that fails too."""
    with suppress(BaseException):  # what ended the program may end this as well
        report = state_folder() / "last-error.txt"
        lines = "".join(traceback.format_exception(error))
        report.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(report, lines.encode("utf-8", "replace"))
        return report
    return None
