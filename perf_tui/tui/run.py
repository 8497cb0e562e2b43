"""Opening the editor on a year's file."""

from __future__ import annotations

from pathlib import Path

from perf_tui.store.forms import load_form
from perf_tui.store.opening import open_year
from perf_tui.store.places import recall_place, remember_place
from perf_tui.store.settings import read_settings
from perf_tui.tui.app import EvaluationApp
from perf_tui.tui.desk import Desk
from perf_tui.tui.drawing.marks import ASCII, FULL
from perf_tui.tui.terminal_input import read_faithfully
from perf_tui.tui.themes import THEMES


def run_editor(
    path: Path, *, ascii_only: bool = False, theme: str | None = None, resume: bool = True
) -> int:
    """Edit the file at `path` until the user leaves; returns the exit status.

    `ascii_only` and `theme` win over the settings; `resume` starts where the file was last left.
    YearError and FormError come from a file that cannot be opened, a bug of ours as itself.
    """
    settings = read_settings(THEMES)
    desk = Desk(open_year(path, load_form))
    place, _, cursor = (recall_place(path) or "" if resume else "").partition(":")
    if place in desk.form.fields:
        desk.place, desk.cursor = place, int(cursor) if cursor.isdecimal() else None
    marks = ASCII if ascii_only or settings.ascii_only else FULL
    app = EvaluationApp(desk, marks, theme or settings.theme or "dark", settings)
    read_faithfully()
    try:
        status = app.run()
    finally:
        desk.keeper.close()
    if app.failure is not None:
        raise app.failure
    remember_place(desk.path, desk.place and f"{desk.place}{_at(desk.cursor)}")
    return app.return_code or 0 if status is None else status


def _at(cursor: int | None) -> str:
    """The cursor's place within a passage; a field of one line is opened whole."""
    return "" if cursor is None else f":{cursor}"
