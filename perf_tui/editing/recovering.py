"""Recovering what an earlier run left, or a backup, into a file that nobody has open."""

from __future__ import annotations

from pathlib import Path

from perf_tui.core.answers.year import Year
from perf_tui.editing.refusing import RefusedError
from perf_tui.store.errors import SaveError
from perf_tui.store.forms import forms_beside
from perf_tui.store.keeping.backups import list_backups, read_backup
from perf_tui.store.keeping.left_behind import is_left
from perf_tui.store.keeping.opened_file import OpenedFile, with_left
from perf_tui.store.keeping.remains import Remains
from perf_tui.store.years.year_file import YearFile

UNTOUCHED = "{path} 没有动："
BUSY = f"{UNTOUCHED}{{free}}再取回"
STILL_THERE = "{path} 还在原处，用 perf-tui recover {path} 取回，不用 --base"
NOTHING_LEFT = "{path} 那里没有能取回的填写记录，核对它原来的位置"
OF_ITS_OWN = "{path} 自己有没存完的填写记录，先用 perf-tui recover {path} 取回"
FOREIGN = f"{UNTOUCHED}{{left}} 的填写记录属于另一张表、另一个年度，或者读不下去"
NO_BACKUP = "{path} 没有第 {number} 份完好的备份，用 perf-tui recover {path} --backups 看有哪些"


def year_left(remains: Remains) -> Year | None:
    """Return the year with what was left, or None if it does not fit the file as it is now."""
    return remains.year if remains.fits else None


def require_left(path: Path) -> None:
    """Raise RefusedError unless only the journal of the file at `path` is still there."""
    if path.exists():
        raise RefusedError(STILL_THERE, path=str(path))
    if not is_left(path):
        raise RefusedError(NOTHING_LEFT, path=str(path))


def require_free(opened: OpenedFile) -> None:
    """Raise RefusedError if somebody else has the file open."""
    keeper = opened.keeper
    if keeper.held:
        raise RefusedError(BUSY, path=str(keeper.path), free=keeper.once_free)


def with_left_at(opened: OpenedFile, left: Path) -> OpenedFile:
    """Return the opened file with what was left at the path `left`, where it used to be.

    Raises RefusedError if that cannot be used, or if something was left beside the file itself.
    """
    path = str(opened.keeper.path)
    if opened.remains is not None and opened.remains.left_at is None:
        raise RefusedError(OF_ITS_OWN, path=path)
    opened = with_left(opened, left)
    if opened.remains is None or opened.remains.year is None:
        raise RefusedError(FOREIGN, path=path, left=str(left))
    return opened


def recovered(opened: OpenedFile) -> YearFile:
    """Return the file with what was left; raise RefusedError if that does not fit."""
    keeper, remains = opened.keeper, opened.remains
    if remains is None:
        return keeper.saved
    year = year_left(remains)
    if year is None:
        how = "打开它可以看这份记录，或放在一边"
        if remains.left_at:
            how = "这几处照原来的材料核对着填"
        raise RefusedError("{path} 没有动；{how}", path=str(keeper.path), how=how)
    return keeper.saved.with_year(year)


def put_in_place(opened: OpenedFile) -> None:
    """Save the file with what was left, and back up the version before.

    Raises RefusedError if what was left does not fit, SaveError if something cannot be written.
    """
    keeper, file = opened.keeper, recovered(opened)
    if opened.backup and opened.damage:
        keeper.restore(*opened.backup)
    if file.year != keeper.saved.year:
        keeper.take_up(file.year)
        keeper.save(file.year)
    if keeper.trouble:
        raise SaveError(keeper.trouble)


def backup_numbered(path: Path, number: int) -> YearFile:
    """Return the backup with this number; raise RefusedError if it is missing or damaged."""
    for backup in list_backups(path):
        if backup.number == number and (file := read_backup(backup, forms_beside(path))):
            return file
    raise RefusedError(NO_BACKUP, path=str(path), number=str(number))
