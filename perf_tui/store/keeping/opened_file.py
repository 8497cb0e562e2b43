"""Opening a year's file: its state, who else has it open, and what an earlier run left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from perf_tui.core.form import Form
from perf_tui.store.errors import YearError
from perf_tui.store.files.sidecar import link_words, name_words
from perf_tui.store.forms.finding import FoundSet, later_set
from perf_tui.store.keeping.backups import Backup, good_backups
from perf_tui.store.keeping.keeper import Clock, Keeper, local_now, stamp
from perf_tui.store.keeping.left_behind import find_left, is_left, left_words, read_left
from perf_tui.store.keeping.lock import Access, ask_for_lock
from perf_tui.store.keeping.remains import Remains, find_remains
from perf_tui.store.toml.parsing import read_content
from perf_tui.store.years.following import DECLINED
from perf_tui.store.years.year_file import FORM_SET, YearFile, parse_year

NEWER = "它是更新版本的程序存的"


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """An opened file with its keeper, and what the user has to be told about it.

    - `remains` is what an earlier run typed and did not save.
    - `damage` says why the file itself cannot be read, and is empty if it can. If it cannot, the
      keeper holds the newest good backup.
    - `backup` is the newest good backup and the year in it, if the file is damaged or its checksum
      does not fit.
    - `later_set` is a newer version of the form set that the year carries along.
    - `notice` holds sentences, one a line, about the file's name, its links and journals elsewhere.
    """

    keeper: Keeper
    remains: Remains | None = None
    damage: str = ""
    backup: tuple[Backup, YearFile] | None = None
    later_set: FoundSet | None = None
    notice: str = ""

    @property
    def sound(self) -> bool:
        """Return whether there is nothing that the user has to be told."""
        saved = self.keeper.saved
        altered = self.damage or saved.edited_by_hand
        other_set = self.later_set or self.made_with_other
        return not (self.keeper.held or altered or self.remains or other_set or self.notice)

    @property
    def made_with_other(self) -> bool:
        """Whether the form set has another version than when the year was saved with it."""
        saved = self.keeper.saved
        return not saved.year.locked and saved.made_with not in (0, saved.form.version)


def open_file(path: Path, load_form: Callable[[str], Form], now: Clock = local_now) -> OpenedFile:
    """Open the file at `path` for writing, or for reading if another program has it open.

    `load_form` gives the form of a name. Raises YearError if neither the file nor a backup of it
    can be used.
    """
    access = ask_for_lock(path, stamp(now))
    try:
        content, file, backup, damage = _read(path, load_form, access.held)
    except YearError as error:
        if access.lock is not None:
            access.lock.release()
        if is_left(path):
            raise YearError(left_words(path)) from error
        raise
    if file.newer and access.lock is not None:
        access.lock.release()
        access = Access(held=NEWER)
    keeper = Keeper(path, file, content, access=access, now=now)
    opened = OpenedFile(keeper, None, damage, backup)
    return opened if access.held else _looked_around(opened)


def take_over(opened: OpenedFile) -> OpenedFile:
    """Open a file for writing that a program on another computer has open.

    Raises SaveError if that fails.
    """
    opened.keeper.take_over()
    return _looked_around(opened)


def with_left(opened: OpenedFile, old: Path) -> OpenedFile:
    """Return the opened file with what was left beside a file that used to be at `old`."""
    keeper = opened.keeper
    keeper.left_at = old
    return replace(opened, remains=read_left(old, keeper.saved, keeper.content))


def _looked_around(opened: OpenedFile) -> OpenedFile:
    """Return the opened file with what an earlier run left here or where the file was before."""
    keeper = opened.keeper
    of = keeper.path, keeper.saved, keeper.content
    remains, doubtful = find_remains(*of), ""
    if remains is None:
        remains, doubtful = find_left(*of)
    keeper.left_at = remains.left_at if remains else None
    words = (name_words(keeper.path), link_words(keeper.path), doubtful)
    notice = "\n".join(filter(None, words))
    return replace(opened, remains=remains, later_set=_later_set(keeper), notice=notice)


def _later_set(keeper: Keeper) -> FoundSet | None:
    """Return a newer version of the form set in the file, unless it is not to be offered again."""
    saved = keeper.saved
    if FORM_SET not in saved.unknown or saved.year.locked:
        return None
    found = later_set(saved.form, keeper.path.parent)
    declined = found is not None and saved.unknown.get(DECLINED) == found.version
    return None if declined else found


def _read(
    path: Path, load_form: Callable[[str], Form], held: str
) -> tuple[bytes, YearFile, tuple[Backup, YearFile] | None, str]:
    """Return bytes, year, backup and damage; the latter two as in `OpenedFile`.

    If the file cannot be read, bytes and year are those of the backup.
    """
    content = b""
    try:
        content = read_content(path)
        file = parse_year(content, load_form, even_newer=True)
    except YearError as error:
        damage = type(error)(f"{path}：{error}")
        backup = next(good_backups(path, load_form), None)
        if backup is None or held:
            raise damage from error
        return read_content(backup[0].path), backup[1], backup, str(damage)
    altered = file.edited_by_hand
    return content, file, next(good_backups(path, load_form), None) if altered else None, ""
