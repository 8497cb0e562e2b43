"""Opening a year's file: what state it is in, who has it, what an earlier run left."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from perf_tui.core.differences import differences
from perf_tui.core.form import Form
from perf_tui.core.year import Year
from perf_tui.store.backups import Backup, copy_of, good_backups
from perf_tui.store.beside import digest_of
from perf_tui.store.errors import SaveError, YearError
from perf_tui.store.history import catch_up
from perf_tui.store.journal import Journal, parse_journal
from perf_tui.store.keeping import Clock, Keeper, journal_path, local_now, stamp
from perf_tui.store.lock import Access, ask_for_lock
from perf_tui.store.toml import read_content
from perf_tui.store.years import YearFile, parse_year

LONGEST_JOURNAL = 2**24
MOST_NAMED = 5
NEWER = "它是更新版本的程序存的"


@dataclass(frozen=True, slots=True)
class Remains:
    """What an earlier run left in the journal, accepted from `first` to `last`.

    `year` is the file's with it; None where it belongs to another form or year, or where nothing
    in it can be read. `fits` is False where the file has been changed since by others, `whole`
    where the journal's end cannot be trusted.
    """

    year: Year | None
    first: str = ""
    last: str = ""
    fits: bool = False
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Opened:
    """A file with its keeper, and what the user has to hear about it.

    `damage` says why the file itself cannot be read; its keeper then holds the newest good backup.
    `backup` is that, also where the file can be read and its checksum does not fit.
    """

    keeper: Keeper
    remains: Remains | None = None
    damage: str = ""
    backup: tuple[Backup, YearFile] | None = None

    @property
    def sound(self) -> bool:
        """Whether there is nothing that the user has to hear."""
        altered = self.damage or self.keeper.saved.edited_by_hand
        return not (self.keeper.held or altered or self.remains)


def open_year(path: Path, load_form: Callable[[str], Form], now: Clock = local_now) -> Opened:
    """Open a file for writing; YearError where neither it nor a copy of it can be used."""
    access = ask_for_lock(path, stamp(now))
    try:
        content, file, backup, damage = _read(path, load_form, access.held)
    except YearError:
        if access.lock is not None:
            access.lock.release()
        raise
    if file.newer and access.lock is not None:
        access.lock.release()
        access = Access(held=NEWER)
    keeper = Keeper(path, file, content, access=access, now=now)
    remains = None if access.held else find_remains(path, file, content)
    return Opened(keeper, remains, damage, backup)


def take_over(opened: Opened) -> Opened:
    """The same file for writing, which another computer has not given back; SaveError if it cannot
    be.
    """
    keeper = opened.keeper
    keeper.take_over()
    return replace(opened, remains=find_remains(keeper.path, keeper.saved, keeper.content))


def find_remains(path: Path, file: YearFile, content: bytes) -> Remains | None:
    """What the journal has that the file has not; one that tells nothing new is removed."""
    journal = journal_path(path)
    try:
        lines = read_content(journal, LONGEST_JOURNAL)
    except YearError as error:
        return None if isinstance(error.__cause__, FileNotFoundError) else Remains(None)
    if not lines:  # killed between making it and the first line: nothing had been accepted
        _remove(journal)
        return None
    found = parse_journal(lines)
    if found is None:
        return Remains(None)
    first, last = found.origin.begun, found.entries[-1].at if found.entries else ""
    if (found.origin.form, found.origin.year) != (file.year.form, file.year.year):
        return Remains(None, first, last)
    year = found.applied_to(file.year)
    if found.whole and year == file.year:
        _catch_up(path, file, found)
        _remove(journal)
        return None
    return Remains(year, first, last, found.belongs_to(digest_of(content)), found.whole)


def _remove(journal: Path) -> None:
    """Remove a journal that tells nothing new."""
    with suppress(OSError):
        journal.unlink()


def _catch_up(path: Path, file: YearFile, journal: Journal) -> None:
    """A program may have been killed between the save and its history."""
    before = copy_of(path, journal.origin.base, file.form)
    if before is not None and journal.entries:
        with suppress(OSError, SaveError):
            catch_up(path, file.form, before.year, file.year, journal.entries[-1].at)


def remains_words(path: Path, form: Form, year: Year, remains: Remains) -> str:
    """What an earlier run left beside a year, from when, and how far it can be trusted."""
    if remains.year is None:
        return f"{path.name} 旁边的填写记录属于另一张表、另一个年度，或者读不下去，没有用上。"
    found = differences(form, year, remains.year)
    places = "、".join(one.place for one in found[:MOST_NAMED]) or "只有确认"
    more = f"等 {len(found)} 处" if len(found) > MOST_NAMED else ""
    words = f"{remains.first} 到 {remains.last} 填的没有存进 {path.name}：{places}{more}。"
    if not remains.fits:
        words += "这以后文件又被改过，没有自动用上。"
    return words if remains.whole else f"{words}记录的末尾受了损，只用得上前面的。"


def _read(
    path: Path, load_form: Callable[[str], Form], held: str
) -> tuple[bytes, YearFile, tuple[Backup, YearFile] | None, str]:
    """The file's bytes and year, its newest good copy where that is needed, what is damaged.

    Where the file cannot be read, bytes and year are those of the copy.
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
