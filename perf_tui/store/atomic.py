"""Writing a file so that it is whole at every moment: the old one, or the new one."""

from __future__ import annotations

import errno
import os
import re
import stat
import time
from contextlib import suppress
from pathlib import Path

from perf_tui.store.errors import SaveError, reason_of
from perf_tui.store.folders import WINDOWS

TEMP = re.compile(r"\.perf-tui-(\d{1,9})\.tmp")
# A year's file is its owner's; a report is written to be passed on.
PRIVATE, SHARED = 0o600, 0o644
BINARY = getattr(os, "O_BINARY", 0)  # Windows would turn line ends into its own
SCANNER_PAUSES = (0.05, 0.1, 0.2)
# Some file systems cannot flush a folder, and some folders may be written but not opened.
CANNOT_FLUSH = frozenset({errno.EACCES, errno.EINVAL, errno.ENOTSUP})


def write_atomically(path: Path, data: bytes, mode: int = PRIVATE) -> None:
    """Put `data` at `path` and on the disk itself; SaveError means that this is not certain.

    What stood there is whole, unless only the folder could not be flushed: then the new file is.
    A link stays a link, an existing file keeps its permissions, a new one gets `mode`.
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
        raise SaveError(f"{path} 没有保存：{reason_of(error, missing)}") from error
    finally:
        with suppress(OSError):
            temp.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Remove the temporary files that dead processes left in a folder."""
    for path in folder.glob(".perf-tui-*.tmp"):
        found = TEMP.fullmatch(path.name)
        if found and not _in_use(int(found[1])):
            with suppress(OSError):
                path.unlink()


def _replace(temp: Path, target: Path) -> None:
    """Rename over the old file; on Windows a virus scanner may hold a new file for a moment."""
    for pause in SCANNER_PAUSES if WINDOWS else ():
        with suppress(PermissionError):
            temp.replace(target)
            return
        time.sleep(pause)
    temp.replace(target)


def _mode_to_keep(target: Path, new: int) -> int:
    """The permissions of the file that will be replaced; OSError where none may be replaced."""
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
        with suppress(PermissionError):  # a stick's file system may know no permissions
            temp.chmod(mode)
        os.fsync(file)
    finally:
        os.close(file)


def write_all(file: int, data: bytes) -> None:
    """Write to a descriptor until everything is written."""
    while data:
        data = data[os.write(file, data) :]


def flush_folder(folder: Path) -> None:
    """Make the renaming itself durable; Windows has no such call."""
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
    """Whether another living process may be writing; Windows itself protects an open file."""
    if WINDOWS or pid == os.getpid():
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
