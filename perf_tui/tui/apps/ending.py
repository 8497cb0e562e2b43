"""Signals that end the program: a closed terminal window, a kill, an interrupt."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial

# Windows lacks some of these, and its event loop has no signal handlers.
ENDINGS = tuple(
    getattr(signal, name)
    for name in ("SIGHUP", "SIGINT", "SIGQUIT", "SIGTERM")
    if hasattr(signal, name)
)
LONGEST = 2.0  # seconds for leaving
SIGNALLED = 128  # shells report a program ended by a signal as this plus the signal's number
HUNG_UP, INTERRUPTED = SIGNALLED + 1, SIGNALLED + 2


@contextmanager
def no_ending_yet() -> Iterator[None]:
    """Hold signals back within this context until `when_ended` has set a handler."""
    _hold(True)
    try:
        yield
    finally:
        _hold(False)


def when_ended(end: Callable[[int], None]) -> None:
    """Call `end` with the exit status for the signal when a signal is to end the program."""
    with suppress(NotImplementedError):
        for ending in ENDINGS:
            asyncio.get_running_loop().add_signal_handler(ending, partial(end, SIGNALLED + ending))
    _hold(False)


def _hold(back: bool) -> None:
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK if back else signal.SIG_UNBLOCK, ENDINGS)


def vanish_later(status: int) -> None:
    """End the process after `LONGEST` at most, even if a blocked terminal holds up the rest."""
    timer = threading.Timer(LONGEST, vanish, [status])
    timer.daemon = True
    timer.start()


def vanish(status: int) -> None:
    """End the process at once, without restoring the terminal."""
    os._exit(status)
