"""Where what was typed is, once the program ends: found by looking, not by what should be there.

However it ends – a bug of ours, a signal, a full disk –, everything is tried to keep the year, the
least first, and what the user hears is what was then found.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, TypeAlias

from perf_tui.core.year import Year
from perf_tui.store.atomic import PRIVATE
from perf_tui.store.beside import digest_of
from perf_tui.store.journal import changes
from perf_tui.store.keeping import Keeper, journal_path
from perf_tui.store.remains import read_journal
from perf_tui.store.years import write_year_file

LEFT_OVER = "没有存进去的内容"
MOST_NAMES = 100
Place: TypeAlias = Literal["file", "journal", "record", "note", "changed", "nowhere"]


@dataclass(frozen=True, slots=True)
class Kept:
    """`place` says where the year of a `file` is: in it, in the journal beside it, in a `note`.

    "record": in the journal at `note`, but others have changed the file since, so that it can be
    looked at and not be taken up. "changed": it had been saved, and by now the file is another one
    or cannot be read. "nowhere": it could not be kept, or not be found.
    """

    place: Place
    file: Path
    note: Path | None = None


@dataclass(frozen=True, slots=True)
class Ended:
    """How the work on a year ended: the exit status, where the year is, the bug if one ended it."""

    status: int
    kept: Kept
    bug: BaseException | None = None


def secure(keeper: Keeper, year: Year) -> Kept:
    """Keep a year that may not be kept yet; where it was found in the end."""
    for way in (_as_it_is, Keeper.note, _save, _note_down):
        with suppress(BaseException):
            way(keeper, year)
        for look in (_in_file, _in_journal, _in_note):
            with suppress(BaseException):
                if kept := look(keeper, year):
                    return kept
    return Kept("nowhere", keeper.path)


def _as_it_is(_: Keeper, __: Year) -> None:
    """Mostly nothing is left to be done."""


def _in_file(keeper: Keeper, year: Year) -> Kept | None:
    if keeper.held:  # nothing could be typed
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
    """Whether the journal, read as the next start will read it, makes this year of the file."""
    found = read_journal(keeper.path)
    if found is None or not found.belongs_to(digest_of(keeper.content)):
        return False
    return found.applied_to(keeper.saved.year) == year


def _save(keeper: Keeper, year: Year) -> None:
    """Write the file itself without its companions, unless others have written it meanwhile."""
    if keeper.present() == keeper.content:
        file = replace(keeper.saved, year=year, edited_by_hand=False)
        keeper.content, keeper.saved = write_year_file(keeper.path, file), file


def _note_down(keeper: Keeper, year: Year) -> None:
    """Write what the file has not as plain lines, by the simplest means there are."""
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
    """The names that such a note may have: beside the file, else where anything can be written."""
    names = [f"{keeper.path.stem} {LEFT_OVER}{number or ''}.txt" for number in range(MOST_NAMES)]
    yield from (keeper.path.parent / name for name in names)
    elsewhere = Path(tempfile.gettempdir())  # there may be none
    yield from (elsewhere / name for name in names)


def _is_note(note: Path, keeper: Keeper, year: Year) -> bool:
    try:
        return note.read_bytes() == _lines(keeper, year) != b""
    except OSError:
        return False


def _lines(keeper: Keeper, year: Year) -> bytes:
    told = changes(keeper.saved.year, year).items()
    return "".join(f"{at} = {text}\n" for at, text in told).encode("utf-8", "replace")
