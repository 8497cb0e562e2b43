"""What can go wrong with files, in one sentence for the user."""

from __future__ import annotations

import errno


class YearError(ValueError):
    """A year's file cannot be used; the message names the place and says what to do."""


class PlacedError(YearError):
    """A value in a file cannot be used; `place` is the path to it, like `budget.executed`."""

    def __init__(self, place: str, words: str) -> None:
        super().__init__(f"{place} {words}")
        self.place = place


class NotAYearError(YearError):
    """A file does not look like a year's file at all."""


class SaveError(Exception):
    """Something was not written; the message is a sentence, and what was there before is whole."""


class ChangedError(SaveError):
    """A file was not written because another program has changed it meanwhile."""


NOT_ALLOWED = "没有权限，或正被别的程序打开；关掉那个程序，或换一个文件夹"
REASONS = {
    errno.EACCES: NOT_ALLOWED,
    errno.EPERM: NOT_ALLOWED,
    errno.EROFS: "磁盘是只读的，换一个位置",
    errno.ENOSPC: "磁盘满了，腾出空间或换一个位置",
    errno.EEXIST: "已经有同名的文件，换一个名字",
    errno.EDQUOT: "磁盘配额用完了，腾出空间或换一个位置",
    errno.EFBIG: "超过了系统允许的文件大小，换一个位置",
    errno.EIO: "磁盘读写出错，换一个磁盘",
    errno.EISDIR: "这是文件夹，写上文件名",
    errno.ENOTDIR: "路径里有一段不是文件夹，核对路径",
    errno.ENAMETOOLONG: "名字太长，改短一些",
    errno.ELOOP: "是绕回自身的链接，换一个文件名",
}


def reason_of(error: OSError, missing: str) -> str:
    """Return why the system refused and what to do, or `missing` if there is no such file."""
    if error.errno == errno.ENOENT:
        return missing
    return REASONS.get(error.errno or 0, f"系统不允许（{error.strerror}），换一个位置再试")
