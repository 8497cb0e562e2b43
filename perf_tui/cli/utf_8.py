"""Names of files in Chinese, whatever the locale says."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from perf_tui.store.user.folders import WINDOWS


def ensure_utf_8() -> None:
    """Where the locale has another encoding, begin anew with names of files read as UTF-8.

    In GBK they would come out garbled in every sentence, and in the C locale not at all. Nothing
    of the input has been read yet, and the process stays the same one.
    """
    asked_for = "utf8" in sys._xoptions  # noqa: SLF001 — its documented name; by us, or not wanted
    if WINDOWS or asked_for or sys.getfilesystemencoding() == "utf-8" or not sys.executable:
        return
    with suppress(OSError):  # then it goes on as it is
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606 — no shell is wanted
