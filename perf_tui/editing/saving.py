"""Writing the year's file, and what there is to choose where that fails."""

from __future__ import annotations

from pathlib import Path

from perf_tui.core.answers.year import LAST_FILE
from perf_tui.editing.deciding import Choice, Matter
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.refusing import usable_path
from perf_tui.editing.versions import Version, Versions
from perf_tui.store.errors import ChangedError, SaveError
from perf_tui.store.forms import load_form
from perf_tui.store.user.places import remember_opened
from perf_tui.store.years.earlier_years import kept_path
from perf_tui.store.years.year_file import read_year_file

UNSAVED = "没有保存成功"


def save(open_year: OpenYear, *, overwrite: bool = False) -> None:
    """Write the file; SaveError says why it could not be written, ChangedError that another
    program has written it, whose version only `overwrite` replaces.
    """
    open_year.note()
    open_year.keeper.save(open_year.session.year, overwrite=overwrite)


def save_rest(open_year: OpenYear) -> None:
    """Save if anything is unsaved; SaveError as of `save`."""
    if open_year.dirty:
        save(open_year)


def save_elsewhere(open_year: OpenYear, typed: str) -> None:
    """Save under another name and go on there.

    SaveError and RefusedError, where it is no path, leave everything as it is.
    """
    with usable_path():
        _save_to(open_year, Path(typed.strip()).expanduser())


def proposed_elsewhere(open_year: OpenYear) -> Path:
    """The name that is proposed for saving elsewhere."""
    return open_year.path.with_name(f"{open_year.path.stem}-另存{open_year.path.suffix}")


def unsaved(open_year: OpenYear, error: SaveError) -> Matter:
    """What can be done where the file could not be saved."""
    if not isinstance(error, ChangedError):
        ways = Choice("回去接着填"), Choice("另存到别处", elsewhere=True)
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
    """What somebody else wrote into the file, beside this; YearError where it cannot be read."""
    other = read_year_file(open_year.path, load_form).year
    return Version("文件", other), Version("这里", open_year.session.year)
