"""Writing the year's file, and what there is to choose where that fails."""

from __future__ import annotations

from pathlib import Path

from perf_tui.core.year import LAST_FILE
from perf_tui.editing.deciding import Choice, Matter
from perf_tui.editing.desk import Desk
from perf_tui.editing.refusing import usable_path
from perf_tui.editing.versions import Version, Versions
from perf_tui.store.errors import ChangedError, SaveError
from perf_tui.store.forms import load_form
from perf_tui.store.last_year import kept_path
from perf_tui.store.places import remember_opened
from perf_tui.store.years import read_year_file

UNSAVED = "没有保存成功"


def save(desk: Desk, *, overwrite: bool = False) -> None:
    """Write the file; SaveError says why it could not be written, ChangedError that another
    program has written it, whose version only `overwrite` replaces.
    """
    desk.note()
    desk.keeper.save(desk.session.year, overwrite=overwrite)


def save_rest(desk: Desk) -> None:
    """Save if anything is unsaved; SaveError as of `save`."""
    if desk.dirty:
        save(desk)


def save_elsewhere(desk: Desk, typed: str) -> None:
    """Save under another name and go on there.

    SaveError and RefusedError, where it is no path, leave everything as it is.
    """
    with usable_path():
        _save_to(desk, Path(typed.strip()).expanduser())


def proposed_elsewhere(desk: Desk) -> Path:
    """The name that is proposed for saving elsewhere."""
    return desk.path.with_name(f"{desk.path.stem}-另存{desk.path.suffix}")


def unsaved(desk: Desk, error: SaveError) -> Matter:
    """What can be done where the file could not be saved."""
    if not isinstance(error, ChangedError):
        ways = Choice("回去接着填"), Choice("另存到别处", elsewhere=True)
        return Matter(UNSAVED, str(error), ways)
    choices = (
        Choice("看差别", look=lambda: _beside_others(desk)),
        Choice("另存到别处，两份都留着", elsewhere=True),
        Choice("用这里的覆盖，那一份先备份", lambda: save(desk, overwrite=True)),
    )
    return Matter("文件被别的程序改过", str(error), choices)


def _save_to(desk: Desk, target: Path) -> None:
    desk.note()
    year = desk.session.year
    if last := year.text(LAST_FILE):
        year = year.with_text(LAST_FILE, kept_path(desk.path.parent / last, target))
    desk.keeper = desk.keeper.save_elsewhere(year, target)
    remember_opened(target)
    if year != desk.session.year:
        desk.session.turn_to(year)


def _beside_others(desk: Desk) -> Versions:
    """What somebody else wrote into the file, beside this; YearError where it cannot be read."""
    other = read_year_file(desk.path, load_form).year
    return Version("文件", other), Version("这里", desk.session.year)
