"""Writing the journal while somebody types.

What was accepted is handed to the operating system at once, so it survives a kill, a closed window
and a bug of ours. Flushing it to the disk itself matters only in a power cut and takes a fifth of a
second on a slow stick, so a thread does it. A field waits for the flush of the one accepted before
it, so that a power cut takes no more than one.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from perf_tui.core.answers.year import Year
from perf_tui.store.files.atomic import BINARY, PRIVATE, flush_folder, write_all, write_atomically
from perf_tui.store.files.sidecar import put_aside
from perf_tui.store.keeping.journal import JournalEntry, Origin, changes, format_lines

# After so many bytes a journal is written anew, with the result of all its lines in one.
MOST_BYTES = 2**20
if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

T = TypeVar("T")
PATIENCE = 1.0  # seconds to wait for a slow disk before typing goes on all the same


class JournalWriter:
    """Writes what has changed since `base`, the year as its file has it, to the journal at `path`.

    The journal is created at the first change; `noted` is the year as the journal has it. A
    SaveError means that what was accepted is in memory only; the next change writes everything
    anew.
    """

    def __init__(self, path: Path, origin: Origin, base: Year) -> None:
        self._path, self._origin, self._base = path, origin, base
        self.noted = base
        self._room = MOST_BYTES
        self._seal: str | None = ""  # of the last line; None if the journal must be written anew
        self._versions: list[JournalEntry] = []
        self._file: int | None = None
        self._worker: Executor | None = None
        self._flushes: list[Future[None]] = []

    def note(self, year: Year, at: str) -> None:
        """Keep what has changed in `year` since the last call; `at` is the time to write down."""
        texts = changes(self.noted, year)
        if not texts:
            return
        if not self._append(JournalEntry(at, texts)):
            self.write_anew(year, at)
        self.noted = year

    def write_anew(self, year: Year, at: str) -> None:
        """Replace the journal by one with a single entry; a SaveError leaves the old one."""
        self._forget_file()
        self._flushes.clear()
        self._seal = None
        entry = JournalEntry(at, changes(self._base, year))
        data, seal = format_lines([self._origin, entry, *self._versions])
        write_atomically(self._path, data)
        self._seal, self.noted, self._room = seal, year, MOST_BYTES

    def add_version(self, digest: str, year: Year, at: str) -> None:
        """Write down that the file may have this digest from now on, and the year with it."""
        self._versions.append(JournalEntry(at, {}, digest))
        self.write_anew(year, at)

    def remove(self) -> None:
        """Delete the journal, once everything in it is in the file; may raise OSError."""
        self.close()
        self._path.unlink(missing_ok=True)

    def close(self) -> None:
        """Close the journal and leave it; wait until all of it is on the disk itself."""
        self._forget_file()
        if self._worker is not None:
            self._worker.shutdown()
            self._worker = None

    def _append(self, entry: JournalEntry) -> bool:
        """Add a line; return False if the journal has to be written anew instead."""
        if self._seal is None:
            return False
        begins = self._seal == ""
        data, seal = format_lines([self._origin, entry] if begins else [entry], self._seal)
        self._room -= len(data)
        if self._room < 0:
            return False
        try:
            self._await_flushes(PATIENCE)
            if self._file is None:
                how = os.O_CREAT | os.O_EXCL if begins else os.O_APPEND
                self._file = os.open(self._path, os.O_WRONLY | BINARY | how, PRIVATE)
            write_all(self._file, data)
        except FileExistsError:  # an earlier run left it, and the user has not decided yet
            with suppress(OSError):
                put_aside(self._path)
            return False
        except OSError:
            return False
        self._seal = seal
        self._hand_over(os.fsync, self._file)
        if begins:
            self._hand_over(flush_folder, self._path.parent)
        return True

    def _await_flushes(self, longest: float) -> None:
        """Wait at most `longest` seconds for earlier flushes; raise the OSError of a failed one."""
        from concurrent.futures import wait

        done, waiting = wait(self._flushes, longest)
        self._flushes = list(waiting)
        for flush in done:
            flush.result()

    def _hand_over(self, work: Callable[[T], None], argument: T) -> None:
        from concurrent.futures import ThreadPoolExecutor  # too much for the first frame

        self._worker = self._worker or ThreadPoolExecutor(1)
        self._flushes.append(self._worker.submit(work, argument))

    def _forget_file(self) -> None:
        if self._file is not None:
            self._hand_over(os.close, self._file)  # behind the flushes that still need it
            self._file = None
