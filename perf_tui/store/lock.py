"""Who has a year's file open: a lock of the system's on a small file beside it.

The system takes it back from a process that has died, however it died; nothing has to be guessed
from process numbers.
"""

from __future__ import annotations

import getpass
import json
import os
import platform
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from perf_tui.store.atomic import PRIVATE
from perf_tui.store.beside import beside

with suppress(ImportError):  # Windows
    import fcntl

WINDOWS = os.name == "nt"
MOST_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a file open, on which computer, since when."""

    user: str
    host: str
    process: int
    since: str

    @property
    def words(self) -> str:
        """In a sentence."""
        return f"{self.user} 从 {self.since} 起在 {self.host} 上开着（进程 {self.process}）"


class HeldError(Exception):
    """Somebody else has the file open; `words` say who and since when."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


@dataclass(frozen=True, slots=True)
class Lock:
    """A file that is ours as long as its descriptor is open."""

    path: Path
    file: int

    def release(self) -> None:
        """Let others have the file."""
        with suppress(OSError):  # the stick may be gone
            self.path.unlink()
        with suppress(OSError):
            os.close(self.file)


def take_lock(path: Path, since: str) -> Lock:
    """The lock of the file at `path`; HeldError where another has it, OSError where none can be."""
    lock = beside(path, "lock")
    while True:
        file = os.open(lock, os.O_CREAT | os.O_RDWR, PRIVATE)
        try:
            _take(file)
            # Whoever had it before us may have removed the name meanwhile.
            if _is_still(lock, file):
                _sign(file, since)
                return Lock(lock, file)
        except BaseException:
            os.close(file)
            raise
        os.close(file)


def _take(file: int) -> None:
    if WINDOWS:
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise HeldError(_holder(file)) from error


def _is_still(lock: Path, file: int) -> bool:
    try:
        return os.path.samestat(lock.stat(), os.fstat(file))
    except FileNotFoundError:
        return False


def _sign(file: int, since: str) -> None:
    user = "另一个用户"
    with suppress(OSError, KeyError, ImportError):  # a user without a name
        user = getpass.getuser()
    me = Holder(user, platform.node(), os.getpid(), since)
    os.ftruncate(file, 0)
    os.pwrite(file, json.dumps(asdict(me), ensure_ascii=False).encode("utf-8", "replace"), 0)


def _holder(file: int) -> str:
    """Who signed; somebody has just come who has not signed yet, or a file system garbled it."""
    try:
        return Holder(**json.loads(os.pread(file, MOST_BYTES, 0))).words
    except (OSError, ValueError, TypeError, RecursionError):
        return "另一个程序正开着"
