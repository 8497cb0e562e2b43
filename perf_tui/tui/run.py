"""Opening the editor on a year's file."""

from __future__ import annotations

import gc
from pathlib import Path

from perf_tui.store.forms import load_form
from perf_tui.store.years import read_year_file
from perf_tui.tui.app import EvaluationApp
from perf_tui.tui.desk import Desk
from perf_tui.tui.drawing.marks import ASCII, FULL


def run_editor(path: Path, *, ascii_only: bool = False, theme: str | None = None) -> int:
    """Edit the file at `path` until the user leaves; returns the exit status.

    YearError and FormError come from a file that cannot be opened.
    """
    # Collecting garbage while everything is being built costs a tenth of the start.
    gc.disable()
    desk = Desk(path, read_year_file(path, load_form))
    app = EvaluationApp(desk, ASCII if ascii_only else FULL, theme or "dark")
    status = app.run()
    return app.return_code or 0 if status is None else status
