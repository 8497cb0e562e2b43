"""Chinese file names, whatever the locale."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from perf_tui.store.user.folders import WINDOWS


def ensure_utf_8() -> None:
    """Restart the program in Python's UTF-8 mode if the locale has another encoding.

    Otherwise file names would be garbled under GBK and unreadable in the C locale. No input has
    been read yet, and the process remains the same.
    """
    asked_for = "utf8" in sys._xoptions  # noqa: SLF001 — documented; set by us, or refused
    if WINDOWS or asked_for or sys.getfilesystemencoding() == "utf-8" or not sys.executable:
        return
    with suppress(OSError):  # go on without UTF-8 mode
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606 — no shell is wanted
