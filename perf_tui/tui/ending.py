"""Being ended from outside: a closed terminal window, or a polite kill."""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import suppress
from functools import partial

from textual.app import App

from perf_tui.store.errors import SaveError
from perf_tui.tui.desk import Desk

# Windows has neither SIGHUP nor signal handlers in its event loop.
ENDINGS = tuple(getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name))


def save_when_ended(app: App[int], desk: Desk) -> None:
    """Save what has been typed when a signal ends the program; the status tells the signal."""
    with suppress(NotImplementedError):
        for ending in ENDINGS:
            asyncio.get_running_loop().add_signal_handler(ending, partial(_end, app, desk, ending))


def _end(app: App[int], desk: Desk, ending: int) -> None:
    with suppress(SaveError):  # nobody is left to be told; what was typed stays in the journal
        desk.finish()
    if ending == signal.SIGTERM:
        app.exit(128 + ending)
    else:
        desk.keeper.close()
        os._exit(128 + ending)  # the terminal is gone, and cannot be put in order any more
