"""Saving the year's file, and the choices if that fails."""

from __future__ import annotations

from pathlib import Path

from perf_tui.core.answers.year import LAST_FILE
from perf_tui.editing.deciding import Choice, Matter
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.refusing import usable_path
from perf_tui.editing.versions import Version, Versions
from perf_tui.store.errors import ChangedError, SaveError
from perf_tui.store.forms import forms_beside
from perf_tui.store.user.places import remember_opened
from perf_tui.store.years.earlier_years import kept_path
from perf_tui.store.years.year_file import read_year_file

UNSAVED = "没有保存成功"


def save(open_year: OpenYear, *, overwrite: bool = False) -> None:
    """Write the file.

    Raises SaveError if it cannot be written, and ChangedError if another program has changed it,
    unless `overwrite` allows replacing that version.
    """
    open_year.note()
    open_year.keeper.save(open_year.session.year, overwrite=overwrite)


def save_rest(open_year: OpenYear) -> None:
    """Save if anything is unsaved. Raises the errors of `save`."""
    if open_year.dirty:
        save(open_year)


def save_elsewhere(open_year: OpenYear, typed: str) -> None:
    """Save under the typed path and go on with the file there.

    If it raises SaveError, or RefusedError for a path that cannot be used, nothing has changed.
    """
    _save_to(open_year, usable_path(typed))


def proposed_elsewhere(open_year: OpenYear) -> Path:
    """Return the path proposed for saving elsewhere."""
    return open_year.path.with_name(f"{open_year.path.stem}-另存{open_year.path.suffix}")


def unsaved(open_year: OpenYear, error: SaveError) -> Matter:
    """Return the choices after a file could not be saved."""
    if not isinstance(error, ChangedError):
        back = Choice("回去接着填" if open_year.editable else "回去，只看")
        elsewhere = Choice("另存到别处", elsewhere=True)
        ways = (back,) if open_year.keeper.saved.newer else (back, elsewhere)
        return Matter(UNSAVED, str(error), ways)
    choices = (
        Choice("看差别", look=lambda: _beside_others(open_year)),
        Choice("另存到别处，两份都留着", elsewhere=True),
        Choice("用这里的覆盖，那一份先备份", lambda: save(open_year, overwrite=True)),
    )
    return Matter("文件被别的程序改过", str(error), choices)


def _save_to(open_year: OpenYear, target: Path) -> None:
    open_year.note()
    year = open_year.session.year
    if last := year.text(LAST_FILE):
        year = year.with_text(LAST_FILE, kept_path(open_year.path.parent / last, target))
    open_year.keeper = open_year.keeper.save_elsewhere(year, target)
    remember_opened(target)
    if year != open_year.session.year:
        open_year.session.turn_to(year)


def _beside_others(open_year: OpenYear) -> Versions:
    """Return the file as another program wrote it, and this year; raises YearError."""
    other = read_year_file(open_year.path, forms_beside(open_year.path)).year
    return Version("文件", other), Version("这里", open_year.session.year)
