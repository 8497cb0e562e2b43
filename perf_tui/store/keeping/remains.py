"""What an earlier run left in its journal and did not save to the year's file."""

from __future__ import annotations

import errno
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from perf_tui.core.answers.differences import differences
from perf_tui.core.answers.year import Year
from perf_tui.core.form import Form
from perf_tui.store.errors import SaveError, YearError
from perf_tui.store.files.sidecar import digest_of
from perf_tui.store.keeping.backups import copy_of
from perf_tui.store.keeping.history import catch_up
from perf_tui.store.keeping.journal import Journal, parse_journal
from perf_tui.store.keeping.keeper import journal_path
from perf_tui.store.toml.parsing import read_content
from perf_tui.store.years.year_file import YearFile

LONGEST_JOURNAL = 2**24
MOST_NAMED = 5
NOT_THERE = {errno.ENOENT, errno.ENAMETOOLONG}


@dataclass(frozen=True, slots=True)
class Remains:
    """What an earlier run left in its journal, accepted between the times `first` and `last`.

    - `year` is the file's year with it, or None if the journal belongs to another form or year or
      cannot be read at all.
    - `fits` is true if nobody else has changed the file since.
    - `whole` is false if the end of the journal cannot be trusted.
    - `left_at` is where the file was then, or None if it was where it is now.
    """

    year: Year | None
    first: str = ""
    last: str = ""
    fits: bool = False
    whole: bool = True
    left_at: Path | None = None


def find_remains(path: Path, file: YearFile, content: bytes) -> Remains | None:
    """Return what the journal of the file at `path` has and the file has not, or None.

    `content` are the file's bytes and `file` what is in them. A journal of which everything is in
    the file is removed.
    """
    journal = journal_path(path)
    try:
        lines = read_content(journal, LONGEST_JOURNAL)
    except YearError as error:
        cause = error.__cause__
        missing = isinstance(cause, OSError) and cause.errno in NOT_THERE
        return None if missing else Remains(None)
    if not lines:  # killed between creating it and the first line: nothing had been accepted
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
    """Return what a journal, wherever it lies, holds for a file with these bytes."""
    first, last = found.origin.begun, found.entries[-1].at if found.entries else ""
    if (found.origin.form, found.origin.year) != (file.year.form, file.year.year):
        return Remains(None, first, last)
    fits = found.belongs_to(digest_of(content))
    return Remains(found.applied_to(file.year), first, last, fits, found.whole)


def remains_words(path: Path, form: Form, year: Year, remains: Remains) -> str:
    """Return in sentences what an earlier run left, from when, and how far it can be trusted.

    `path`, `form` and `year` are those of the file that has been opened.
    """
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
    """Remove a journal of which everything is in the file."""
    with suppress(OSError):
        journal.unlink()


def _catch_up(path: Path, file: YearFile, journal: Journal) -> None:
    """Add to the history what a program saved that was killed before it could."""
    before = copy_of(path, journal.origin.base, file.form)
    if before is not None and journal.entries:
        with suppress(OSError, SaveError):
            catch_up(path, file.form, before.year, file.year, journal.entries[-1].at)
