"""Writing a file so that at every moment either the old or the new version is there, whole."""

from __future__ import annotations

import errno
import os
import re
import stat
import time
from contextlib import suppress
from pathlib import Path

from perf_tui.store.errors import SaveError, reason_of
from perf_tui.store.user.folders import WINDOWS

TEMP = re.compile(r"\.perf-tui-(\d{1,9})\.tmp")
# A year's file is its owner's; a report is written to be passed on.
PRIVATE, SHARED = 0o600, 0o644
BINARY = getattr(os, "O_BINARY", 0)  # Windows would turn line ends into its own
SCANNER_PAUSES = (0.05, 0.1, 0.2)
# Some file systems cannot flush a folder, and some folders may be written to but not opened.
CANNOT_FLUSH = frozenset({errno.EACCES, errno.EINVAL, errno.ENOTSUP})


def write_atomically(path: Path, data: bytes, mode: int = PRIVATE, doing: str = "保存") -> None:
    """Write `data` to the file at `path`, and return once it is on the disk itself.

    A link stays a link, an existing file keeps its permissions, and a new one gets `mode`. Raises
    SaveError if that failed or is not certain, which says that `doing` was not done: the old file
    is then whole, unless only flushing the folder failed, in which case the new file is there and
    whole.
    """
    target = Path(os.path.realpath(path))
    temp = target.with_name(f".perf-tui-{os.getpid()}.tmp")
    try:
        mode = _mode_to_keep(target, mode)
        sweep(target.parent)
        _write_through(temp, data, mode)
        _replace(temp, target)
        flush_folder(target.parent)
    except OSError as error:
        missing = f"没有 {target.parent} 这个文件夹，先建好它或换一个位置"
        raise SaveError(f"{path} 没有{doing}：{reason_of(error, missing)}") from error
    finally:
        with suppress(OSError):
            temp.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Remove the temporary files that dead processes left in a folder; may raise OSError."""
    for path in folder.glob(".perf-tui-*.tmp"):
        found = TEMP.fullmatch(path.name)
        if found and not _in_use(int(found[1])):
            with suppress(OSError):
                path.unlink()


def _replace(temp: Path, target: Path) -> None:
    """Rename over the old file; on Windows, retry while a virus scanner holds the new one."""
    for pause in SCANNER_PAUSES if WINDOWS else ():
        with suppress(PermissionError):
            temp.replace(target)
            return
        time.sleep(pause)
    temp.replace(target)


def _mode_to_keep(target: Path, new: int) -> int:
    """Return the permissions of the file to replace, or `new` if there is none.

    Raises OSError if what is there may not be replaced.
    """
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return new
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    # Renaming over a device or a read-only file would succeed, and destroy it.
    if not stat.S_ISREG(mode) or not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return stat.S_IMODE(mode)


def _write_through(temp: Path, data: bytes, mode: int) -> None:
    file = os.open(temp, os.O_CREAT | os.O_EXCL | os.O_WRONLY | BINARY, PRIVATE)
    try:
        write_all(file, data)
        with suppress(PermissionError):  # the file system of a stick may know no permissions
            temp.chmod(mode)
        os.fsync(file)
    finally:
        os.close(file)


def write_all(file: int, data: bytes) -> None:
    """Write all of `data` to a file descriptor; OSError if only a part could be written."""
    while data:
        data = data[os.write(file, data) :]


def flush_folder(folder: Path) -> None:
    """Make a renaming in the folder durable; raise OSError if that failed.

    Does nothing on Windows, which has no such call, or if the file system cannot do it.
    """
    if WINDOWS:
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno not in CANNOT_FLUSH:
            raise


def _in_use(pid: int) -> bool:
    """Return whether another living process may be writing; Windows protects open files itself."""
    if WINDOWS or pid == os.getpid():
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
