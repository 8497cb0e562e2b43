"""Opening a year's file: what state it is in, who has it, what an earlier run left."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from perf_tui.core.form import Form
from perf_tui.core.year import Year
from perf_tui.store.backups import Backup, good_backups
from perf_tui.store.beside import digest_of
from perf_tui.store.errors import YearError, reason_of
from perf_tui.store.journal import parse_journal
from perf_tui.store.keeping import Clock, Keeper, journal_path, local_now
from perf_tui.store.lock import HeldError, Lock, take_lock
from perf_tui.store.toml import read_content
from perf_tui.store.years import YearFile, parse_year

LONGEST_JOURNAL = 2**24


@dataclass(frozen=True, slots=True)
class Remains:
    """What an earlier run left in the journal, accepted from `first` to `last`.

    `year` is the file's with it; None where it belongs to another version of the file, or where
    nothing in it can be read. `whole` is False where its end cannot be trusted.
    """

    year: Year | None
    first: str = ""
    last: str = ""
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


def open_year(path: Path, load_form: Callable[[str], Form], now: Clock = local_now) -> Opened:
    """Open a file for writing; YearError where neither it nor a copy of it can be used."""
    content, file = _read(path, load_form)
    backup, damage = None, ""
    if isinstance(file, YearError) or file.edited_by_hand:
        backup = next(good_backups(path, load_form), None)
    if isinstance(file, YearError):
        if backup is None:
            raise file
        content, file, damage = read_content(backup[0].path), backup[1], str(file)
    lock, held, trouble = _take(path, f"{now():%Y-%m-%d %H:%M}")
    keeper = Keeper(path, file, content, lock=lock, held=held, now=now)
    keeper.trouble = trouble
    remains = None if held else find_remains(path, file, content)
    return Opened(keeper, remains, damage, backup)


def find_remains(path: Path, file: YearFile, content: bytes) -> Remains | None:
    """What the journal has that the file has not; one that tells nothing new is removed."""
    journal = journal_path(path)
    try:
        found = parse_journal(read_content(journal, LONGEST_JOURNAL))
    except YearError as error:
        return None if isinstance(error.__cause__, FileNotFoundError) else Remains(None)
    if found is None:
        return Remains(None)
    if found.whole and found.applied_to(file.year) == file.year:
        with suppress(OSError):
            journal.unlink()
        return None
    fits = found.belongs_to(file.year, digest_of(content))
    first, last = found.origin.begun, found.entries[-1].at if found.entries else ""
    return Remains(found.applied_to(file.year) if fits else None, first, last, found.whole)


def _read(path: Path, load_form: Callable[[str], Form]) -> tuple[bytes, YearFile | YearError]:
    content = b""
    try:
        content = read_content(path)
        return content, parse_year(content, load_form)
    except YearError as error:
        return content, type(error)(f"{path}：{error}")


def _take(path: Path, since: str) -> tuple[Lock | None, str, str]:
    """The lock, else who has it, else why there can be none."""
    try:
        return take_lock(path, since), "", ""
    except HeldError as error:
        return None, error.words, ""
    except OSError as error:
        why = reason_of(error, "没有这个文件夹")
        return None, "", f"{path.parent} 里写不进新的文件，改了可能存不下：{why}"
