"""Opening the editor on a year's file."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from perf_tui.editing.open_year import OpenYear
from perf_tui.showing.glyphs import ASCII, FULL
from perf_tui.showing.themes import THEMES
from perf_tui.store.forms import forms_beside
from perf_tui.store.keeping.opened_file import open_file
from perf_tui.store.keeping.securing import Ended, Kept, secure
from perf_tui.store.user.places import recall_place, remember_place
from perf_tui.store.user.settings import read_settings
from perf_tui.tui.apps.editor import EditorApp
from perf_tui.tui.apps.ending import INTERRUPTED, no_ending_yet

UNUSABLE = 2


def run_editor(
    path: Path, *, ascii_only: bool = False, theme: str | None = None, resume: bool = True
) -> Ended:
    """Edit the file at `path` until the user leaves. Return how that ended and where the year is.

    `ascii_only` and `theme` override the settings; `resume` starts where the file was last left.
    Raises YearError or FormError if the file cannot be opened.
    """
    settings = read_settings(THEMES)
    open_year = OpenYear(open_file(path, forms_beside(path)))
    place, _, cursor = (recall_place(path) or "" if resume else "").partition(":")
    if place in open_year.form.fields:
        open_year.place, open_year.cursor = place, int(cursor) if cursor.isdecimal() else None
    glyphs = ASCII if ascii_only or settings.ascii_only else FULL
    app = EditorApp(open_year, glyphs, theme or settings.theme or "dark", settings)
    status, bug = _run(app)
    kept = _kept(open_year)
    with suppress(BaseException):
        open_year.keeper.close()
    with suppress(BaseException):
        remember_place(
            open_year.path, open_year.place and f"{open_year.place}{_at(open_year.cursor)}"
        )
    return Ended(status or UNUSABLE * (kept.place != "file"), kept, bug)


def _kept(open_year: OpenYear) -> Kept:
    try:
        return secure(open_year.keeper, open_year.session.year)
    except BaseException:  # noqa: BLE001 — the bug may affect this as well
        return Kept("nowhere", open_year.keeper.path)


def _run(app: EditorApp) -> tuple[int, BaseException | None]:
    """Run the application. Return its exit status and the bug that ended it, or None.

    It raises nothing, because the year has to be secured whatever happened.
    """
    try:
        with no_ending_yet():
            status = app.run(mouse=app.mouse)
    except KeyboardInterrupt:
        return INTERRUPTED, None
    except BaseException as error:  # noqa: BLE001
        return UNUSABLE, app.failure or error
    return UNUSABLE if status is None else status, app.failure


def _at(cursor: int | None) -> str:
    """Return the suffix for a cursor within a passage, empty for a field of one line."""
    return "" if cursor is None else f":{cursor}"
