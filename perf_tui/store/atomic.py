"""Writing a file so that it is whole at every moment: the old one, or the new one."""

from __future__ import annotations

import errno
import os
import re
import stat
from contextlib import suppress
from pathlib import Path

from perf_tui.store.errors import SaveError, reason_of

WINDOWS = os.name == "nt"
TEMP = re.compile(r"\.perf-tui-(\d{1,9})\.tmp")
PRIVATE = 0o600
# Some file systems cannot flush a folder, and some folders may be written but not opened.
CANNOT_FLUSH = frozenset({errno.EACCES, errno.EINVAL, errno.ENOTSUP})


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` at `path` and on the disk itself; SaveError leaves what stood there untouched.

    A link stays a link, an existing file keeps its permissions, a new one is the user's alone.
    """
    target = Path(os.path.realpath(path))
    temp = target.with_name(f".perf-tui-{os.getpid()}.tmp")
    try:
        mode = _mode_to_keep(target)
        sweep(target.parent)
        _write_through(temp, data, mode)
        temp.replace(target)
        _flush_folder(target.parent)
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


def _mode_to_keep(target: Path) -> int:
    """The permissions of the file that will be replaced; OSError where none may be replaced."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return PRIVATE
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    # Renaming over a device or a read-only file would succeed, and destroy it.
    if not stat.S_ISREG(mode) or not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return stat.S_IMODE(mode)


def _write_through(temp: Path, data: bytes, mode: int) -> None:
    temp.touch(PRIVATE, exist_ok=False)
    with temp.open("wb") as file:
        file.write(data)
        file.flush()
        temp.chmod(mode)
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
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
