"""Who has a year's file open: a lock of the system's on a small file beside it.

The system takes it back from a process that has died, however it died; nothing has to be guessed
from process numbers.
"""

from __future__ import annotations

import errno
import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NamedTuple

from perf_tui.store.atomic import PRIVATE
from perf_tui.store.beside import beside
from perf_tui.store.errors import reason_of
from perf_tui.store.folders import WINDOWS

with suppress(ImportError):  # Windows
    import fcntl

MOST_BYTES = 4096
AT_ONCE = getattr(os, "O_NONBLOCK", 0)  # whatever it is that has the lock's name


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
    """Somebody else has the file open; `words` say who and since when.

    `elsewhere`: on another computer, whose programs this system may know nothing of.
    """

    def __init__(self, words: str, *, elsewhere: bool = False) -> None:
        super().__init__(words)
        self.words, self.elsewhere = words, elsewhere


class Access(NamedTuple):
    """What came of asking for a lock: it, else `held` by whom, else the `trouble` with it."""

    lock: Lock | None = None
    held: str = ""
    trouble: str = ""
    elsewhere: bool = False


NO_LOCK = Access()


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


def ask_for_lock(path: Path, since: str) -> Access:
    """The lock of the file at `path`, else who has it, else why there can be none."""
    try:
        return Access(take_lock(path, since))
    except HeldError as error:
        return Access(held=error.words, elsewhere=error.elsewhere)
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:  # which is said of all that should lie there
            return NO_LOCK
        why = reason_of(error, "没有这个文件夹")
        return Access(trouble=f"{path.parent} 里写不进新的文件，改了可能存不下：{why}")


def take_lock(path: Path, since: str, *, over: bool = False) -> Lock:
    """The lock of the file at `path`; HeldError where another has it, OSError where none can be.

    One signed on another computer is only taken `over`: a shared folder may not pass locks on.
    """
    lock = lock_path(path)
    while True:
        file = os.open(lock, os.O_CREAT | os.O_RDWR, PRIVATE)
        try:
            _take(file)
            # Whoever had it before us may have removed the name meanwhile.
            if _is_still(lock, file):
                if not over:
                    _respect_other_computers(file)
                _sign(file, since)
                return Lock(lock, file)
        except BaseException:
            os.close(file)
            raise
        os.close(file)


def is_open(path: Path) -> bool:
    """Whether a program on this computer has the file that is, or was, at `path` open."""
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
    """Where the lock of a file lies."""
    return beside(path, "lock")


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


def _sign(file: int, since: str) -> None:
    me = Holder(*_names(), os.getpid(), since)
    os.ftruncate(file, 0)
    os.pwrite(file, json.dumps(asdict(me), ensure_ascii=False).encode("utf-8", "replace"), 0)


def _names() -> tuple[str, str]:
    """The user and the computer; asking the modules that know better costs the start 3 ms."""
    known = (os.environ.get(name) for name in ("LOGNAME", "USER", "USERNAME"))
    user = next(filter(None, known), "另一个用户")
    return user, os.environ.get("COMPUTERNAME", "") if WINDOWS else os.uname().nodename


def _holder(file: int) -> Holder | None:
    """Who signed; None: somebody has just come and not signed yet, or a file system garbled it."""
    try:
        holder = Holder(**json.loads(os.pread(file, MOST_BYTES, 0)))
    except (OSError, ValueError, TypeError, RecursionError):
        return None
    return holder
