"""A bug of ours: how it came about is kept for whoever mends it, and not shown."""

from __future__ import annotations

import traceback
from contextlib import suppress
from pathlib import Path

from perf_tui.store.atomic import write_atomically
from perf_tui.store.folders import state_folder


def keep_report(error: BaseException) -> Path | None:
    """Write down where in the program an error arose; None where that fails too."""
    with suppress(BaseException):  # what ended the program may end this as well
        report = state_folder() / "last-error.txt"
        lines = "".join(traceback.format_exception(error))
        report.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(report, lines.encode("utf-8", "replace"))
        return report
    return None
