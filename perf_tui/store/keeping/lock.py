"""Locking a year's file while it is open: a lock of the system on a small file beside it.

The system releases the lock of a process that has died, however it died, so nothing has to be
guessed from process numbers.
"""

from __future__ import annotations

import errno
import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NamedTuple

from perf_tui.store.errors import reason_of
from perf_tui.store.files.atomic import PRIVATE
from perf_tui.store.files.sidecar import sidecar
from perf_tui.store.user.folders import WINDOWS

with suppress(ImportError):  # Windows
    import fcntl

MOST_BYTES = 4096
AT_ONCE = getattr(os, "O_NONBLOCK", 0)  # the lock's name may be that of a pipe


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a file open, on which computer, in which process, and since when."""

    user: str
    host: str
    process: int
    since: str

    @property
    def words(self) -> str:
        """Return this as a part of a sentence."""
        return f"{self.user} 从 {self.since} 起在 {self.host} 上开着（进程 {self.process}）"


class HeldError(Exception):
    """Another program has the file open; `words` say who and since when.

    `elsewhere` is true if that is on another computer, where the program may have ended.
    """

    def __init__(self, words: str, *, elsewhere: bool = False) -> None:
        super().__init__(words)
        self.words, self.elsewhere = words, elsewhere


class Access(NamedTuple):
    """What came of asking for a lock: the lock, or who has it, or why it cannot be had.

    `held` and `trouble` are in words, or empty; `elsewhere` is as in `HeldError`.
    """

    lock: Lock | None = None
    held: str = ""
    trouble: str = ""
    elsewhere: bool = False


NO_LOCK = Access()


@dataclass(frozen=True, slots=True)
class Lock:
    """A lock file at `path`, which is ours as long as the descriptor `file` is open."""

    path: Path
    file: int

    def release(self) -> None:
        """Give the lock back; never raises OSError."""
        with suppress(OSError):  # the stick may be gone
            self.path.unlink()
        with suppress(OSError):
            os.close(self.file)


def ask_for_lock(path: Path, since: str) -> Access:
    """Ask for the lock of the file at `path`; `since` is the time to sign it with."""
    try:
        return Access(take_lock(path, since))
    except HeldError as error:
        return Access(held=error.words, elsewhere=error.elsewhere)
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:  # `name_words` tells it for all companions
            return NO_LOCK
        why = reason_of(error, "没有这个文件夹")
        return Access(trouble=f"{path.parent} 里写不进新的文件，改了可能存不下：{why}")


def take_lock(path: Path, since: str, *, over: bool = False) -> Lock:
    """Take the lock of the file at `path`, sign it with the time `since`, and return it.

    A shared folder may not pass locks on to other computers, so a lock that was signed on another
    one counts as held, unless `over` is set. Raises HeldError if the lock is held, and OSError if
    there can be none.
    """
    lock = lock_path(path)
    while True:
        file = os.open(lock, os.O_CREAT | os.O_RDWR, PRIVATE)
        try:
            _take(file)
            # The process that had it before may have removed the file meanwhile.
            if _is_still(lock, file):
                if not over:
                    _respect_other_computers(file)
                _write_holder(file, since)
                return Lock(lock, file)
        except BaseException:
            os.close(file)
            raise
        os.close(file)


def is_open(path: Path) -> bool:
    """Return whether a program on this computer has the file open that is, or was, at `path`."""
    try:
        file = os.open(lock_path(path), os.O_RDONLY | AT_ONCE)
    except OSError:
        return False
    try:
        _take(file)
    except HeldError:
        return True
    except OSError:
        return False
    finally:
        os.close(file)
    return False


def lock_path(path: Path) -> Path:
    """Return where the lock of the file at `path` lies, or would lie."""
    return sidecar(path, "lock")


def _take(file: int) -> None:
    if WINDOWS:
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        holder = _holder(file)
        raise HeldError(holder.words if holder else "另一个程序正开着") from error


def _respect_other_computers(file: int) -> None:
    holder = _holder(file)
    if holder and holder.host != _names()[1]:
        raise HeldError(holder.words, elsewhere=True)


def _is_still(lock: Path, file: int) -> bool:
    try:
        return os.path.samestat(lock.stat(), os.fstat(file))
    except FileNotFoundError:
        return False


def _write_holder(file: int, since: str) -> None:
    me = Holder(*_names(), os.getpid(), since)
    os.ftruncate(file, 0)
    os.pwrite(file, json.dumps(asdict(me), ensure_ascii=False).encode("utf-8", "replace"), 0)


def _names() -> tuple[str, str]:
    """Return the user and the computer; `getpass` and `socket` would cost the start 3 ms."""
    known = (os.environ.get(name) for name in ("LOGNAME", "USER", "USERNAME"))
    user = next(filter(None, known), "另一个用户")
    return user, os.environ.get("COMPUTERNAME", "") if WINDOWS else os.uname().nodename


def _holder(file: int) -> Holder | None:
    """Return who signed the lock, or None if nobody has yet or it cannot be read."""
    try:
        holder = Holder(**json.loads(os.pread(file, MOST_BYTES, 0)))
    except (OSError, ValueError, TypeError, RecursionError):
        return None
    return holder
