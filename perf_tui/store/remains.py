"""What an earlier run left in its journal, and what of it a year's file has not."""

from __future__ import annotations

import errno
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from perf_tui.core.differences import differences
from perf_tui.core.form import Form
from perf_tui.core.year import Year
from perf_tui.store.backups import copy_of
from perf_tui.store.beside import digest_of
from perf_tui.store.errors import SaveError, YearError
from perf_tui.store.history import catch_up
from perf_tui.store.journal import Journal, parse_journal
from perf_tui.store.keeping import journal_path
from perf_tui.store.toml import read_content
from perf_tui.store.years import YearFile

LONGEST_JOURNAL = 2**24
MOST_NAMED = 5
NOT_THERE = {errno.ENOENT, errno.ENAMETOOLONG}


@dataclass(frozen=True, slots=True)
class Remains:
    """What an earlier run left in the journal, accepted from `first` to `last`.

    `year` is the file's with it; None where it belongs to another form or year, or where nothing
    in it can be read. `fits` is False where the file has been changed since by others, `whole`
    where the journal's end cannot be trusted. `left_at` is where the file was then, if not here.
    """

    year: Year | None
    first: str = ""
    last: str = ""
    fits: bool = False
    whole: bool = True
    left_at: Path | None = None


def find_remains(path: Path, file: YearFile, content: bytes) -> Remains | None:
    """What the journal has that the file has not; one that tells nothing new is removed."""
    journal = journal_path(path)
    try:
        lines = read_content(journal, LONGEST_JOURNAL)
    except YearError as error:
        cause = error.__cause__
        missing = isinstance(cause, OSError) and cause.errno in NOT_THERE
        return None if missing else Remains(None)
    if not lines:  # killed between making it and the first line: nothing had been accepted
        _remove(journal)
        return None
    found = parse_journal(lines)
    if found is None:
        return Remains(None)
    remains = remains_in(found, file, content)
    if found.whole and remains.year == file.year:
        _catch_up(path, file, found)
        _remove(journal)
        return None
    return remains


def read_journal(path: Path) -> Journal | None:
    """Return the journal of the file at `path`, or None if not even its first line can be trusted.

    Raises YearError if it cannot be read.
    """
    return parse_journal(read_content(journal_path(path), LONGEST_JOURNAL))


def remains_in(found: Journal, file: YearFile, content: bytes) -> Remains:
    """What a journal, wherever it lies, says of a file with this content."""
    first, last = found.origin.begun, found.entries[-1].at if found.entries else ""
    if (found.origin.form, found.origin.year) != (file.year.form, file.year.year):
        return Remains(None, first, last)
    fits = found.belongs_to(digest_of(content))
    return Remains(found.applied_to(file.year), first, last, fits, found.whole)


def remains_words(path: Path, form: Form, year: Year, remains: Remains) -> str:
    """What an earlier run left beside a year, from when, and how far it can be trusted."""
    if remains.year is None:
        return f"{path.name} 旁边的填写记录属于另一张表、另一个年度，或者读不下去，没有用上。"
    found = differences(form, year, remains.year)
    places = "、".join(one.place for one in found[:MOST_NAMED]) or "只有确认"
    more = f"等 {len(found)} 处" if len(found) > MOST_NAMED else ""
    words = f"{remains.first} 到 {remains.last} 填的没有存进 {path.name}：{places}{more}。"
    if remains.left_at:
        words += f"填写记录还在原来的地方，{remains.left_at} 旁边。"
    if not remains.fits:
        words += "这以后文件又被改过，没有自动用上。"
    return words if remains.whole else f"{words}记录的末尾受了损，只用得上前面的。"


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
