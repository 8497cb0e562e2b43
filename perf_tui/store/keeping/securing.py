"""Keeping what was typed when the program ends, and finding out where it is.

However the program ends – by a bug of ours, a signal, a full disk –, one way of keeping the year
after the other is tried, the least intrusive first. After each, the disk is searched, and the user
is told what was found, not what should be there.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, TypeAlias

from perf_tui.core.answers.year import Year
from perf_tui.store.files.atomic import PRIVATE
from perf_tui.store.files.sidecar import digest_of
from perf_tui.store.keeping.journal import changes
from perf_tui.store.keeping.keeper import Keeper, journal_path
from perf_tui.store.keeping.remains import read_journal
from perf_tui.store.years.year_file import write_year_file

LEFT_OVER = "没有存进去的内容"
MOST_NAMES = 100
Place: TypeAlias = Literal["file", "journal", "record", "note", "changed", "nowhere"]


@dataclass(frozen=True, slots=True)
class Kept:
    """Where the year of `file` was found when the program ended; `place` is one of these:

    - "file": in the file.
    - "journal": in the journal beside the file.
    - "record": in the journal at `note`; since others have changed the file, it can be looked at
      but not taken up.
    - "note": in the text file at `note`.
    - "changed": it had been saved, but the file has been changed since or cannot be read.
    - "nowhere": it could not be kept, or could not be found.
    """

    place: Place
    file: Path
    note: Path | None = None


@dataclass(frozen=True, slots=True)
class Ended:
    """How the work on a year ended: the exit status, where the year is, and the bug, if any."""

    status: int
    kept: Kept
    bug: BaseException | None = None


def secure(keeper: Keeper, year: Year) -> Kept:
    """Keep a year that may not be on disk yet, and return where it was found; never raises."""
    for way in (_as_it_is, Keeper.note, _save, _note_down):
        with suppress(BaseException):
            way(keeper, year)
        for look in (_in_file, _in_journal, _in_note):
            with suppress(BaseException):
                if kept := look(keeper, year):
                    return kept
    return Kept("nowhere", keeper.path)


def _as_it_is(_: Keeper, __: Year) -> None:
    """Do nothing: mostly the year is on disk already."""


def _in_file(keeper: Keeper, year: Year) -> Kept | None:
    if keeper.held:  # opened for reading only
        return Kept("file", keeper.path)
    if keeper.saved.year != year:
        return None
    return Kept("file" if keeper.present() == keeper.content else "changed", keeper.path)


def _in_journal(keeper: Keeper, year: Year) -> Kept | None:
    if not _journal_holds(keeper, year):
        return None
    if keeper.present() == keeper.content:
        return Kept("journal", keeper.path)
    return Kept("record", keeper.path, journal_path(keeper.path))


def _in_note(keeper: Keeper, year: Year) -> Kept | None:
    written = (note for note in _notes(keeper) if _is_note(note, keeper, year))
    return next((Kept("note", keeper.path, note) for note in written), None)


def _journal_holds(keeper: Keeper, year: Year) -> bool:
    """Return whether the next start will make this year of the file and its journal."""
    found = read_journal(keeper.path)
    if found is None or not found.belongs_to(digest_of(keeper.content)):
        return False
    return found.applied_to(keeper.saved.year) == year


def _save(keeper: Keeper, year: Year) -> None:
    """Write only the file, without backups or history, unless others have written it meanwhile."""
    if keeper.present() == keeper.content:
        file = replace(keeper.saved.with_year(year), edited_by_hand=False)
        keeper.content, keeper.saved = write_year_file(keeper.path, file), file


def _note_down(keeper: Keeper, year: Year) -> None:
    """Write what is not in the file to a text file, by the simplest means there are."""
    lines = _lines(keeper, year)
    for note in _notes(keeper):
        with suppress(OSError):
            file = os.open(note, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE)
            try:
                if os.write(file, lines) == len(lines):
                    return
            finally:
                os.close(file)
                if note.stat().st_size != len(lines):  # nothing half written stays
                    note.unlink()


def _notes(keeper: Keeper) -> Iterator[Path]:
    """Yield the paths for such a text file: beside the year's file, then in a temporary folder."""
    names = [f"{keeper.path.stem} {LEFT_OVER}{number or ''}.txt" for number in range(MOST_NAMES)]
    yield from (keeper.path.parent / name for name in names)
    elsewhere = Path(tempfile.gettempdir())  # raises if there is none
    yield from (elsewhere / name for name in names)


def _is_note(note: Path, keeper: Keeper, year: Year) -> bool:
    try:
        return note.read_bytes() == _lines(keeper, year) != b""
    except OSError:
        return False


def _lines(keeper: Keeper, year: Year) -> bytes:
    told = changes(keeper.saved.year, year).items()
    return "".join(f"{at} = {text}\n" for at, text in told).encode("utf-8", "replace")
