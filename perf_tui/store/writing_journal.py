"""Writing the journal while somebody types.

What was accepted is handed to the system at once, where a killed program, a closed window and a
bug of ours leave it. Flushing it to the disk itself, which only a power cut needs and which takes
a fifth of a second on a slow stick, happens in a thread; a field waits for the flush of the one
accepted before it, so that no power cut takes more than one.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from perf_tui.core.year import Year
from perf_tui.store.atomic import BINARY, PRIVATE, flush_folder, write_all, write_atomically
from perf_tui.store.beside import put_aside
from perf_tui.store.journal import Entry, Origin, changes, format_lines

# A journal that has grown so long is written anew, with what came of it in one line.
MOST_BYTES = 2**20
if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

T = TypeVar("T")
PATIENCE = 1.0  # seconds for a disk that takes ever longer, before typing goes on all the same


class JournalWriter:
    """Puts what changed since `base`, the year as the file has it, into the journal at `path`.

    Nothing is there before anything has changed. SaveError: what was accepted is in memory only;
    the next change writes everything anew. `noted` is the year as the journal has it.
    """

    def __init__(self, path: Path, origin: Origin, base: Year) -> None:
        self._path, self._origin, self._base = path, origin, base
        self.noted = base
        self._room = MOST_BYTES
        self._seal: str | None = ""  # of the last line; None: what is there has to be replaced
        self._versions: list[Entry] = []
        self._file: int | None = None
        self._worker: Executor | None = None
        self._flushes: list[Future[None]] = []

    def note(self, year: Year, at: str) -> None:
        """Keep what has changed since the last time."""
        texts = changes(self.noted, year)
        if not texts:
            return
        if not self._append(Entry(at, texts)):
            self.write_anew(year, at)
        self.noted = year

    def write_anew(self, year: Year, at: str) -> None:
        """Put one line in place of whatever is there, which stays if that fails."""
        self._forget_file()
        self._flushes.clear()
        self._seal = None
        entry = Entry(at, changes(self._base, year))
        data, seal = format_lines([self._origin, entry, *self._versions])
        write_atomically(self._path, data)
        self._seal, self.noted, self._room = seal, year, MOST_BYTES

    def add_version(self, digest: str, year: Year, at: str) -> None:
        """The file may have this digest from now on, or may not."""
        self._versions.append(Entry(at, {}, digest))
        self.write_anew(year, at)

    def remove(self) -> None:
        """Everything in it is in the file now."""
        self.close()
        self._path.unlink(missing_ok=True)

    def close(self) -> None:
        """Leave the journal as it is, once it is on the disk itself."""
        self._forget_file()
        if self._worker is not None:
            self._worker.shutdown()
            self._worker = None

    def _append(self, entry: Entry) -> bool:
        """Add a line and return whether that was possible; otherwise all has to be written anew."""
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
        """Wait for what was written before; OSError where it did not reach the disk."""
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
