"""Being ended from outside: a closed terminal window, a polite kill, an interrupt."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial

# Windows has neither all of these nor signal handlers in its event loop.
ENDINGS = tuple(
    getattr(signal, name)
    for name in ("SIGHUP", "SIGINT", "SIGQUIT", "SIGTERM")
    if hasattr(signal, name)
)
LONGEST = 2.0  # seconds for leaving
SIGNALLED = 128  # a shell adds so much to the signal by which a program was ended
HUNG_UP, INTERRUPTED = SIGNALLED + 1, SIGNALLED + 2


@contextmanager
def no_ending_yet() -> Iterator[None]:
    """Within it a signal waits until `when_ended` has said who hears it."""
    _hold(True)
    try:
        yield
    finally:
        _hold(False)


def when_ended(end: Callable[[int], None]) -> None:
    """Call `end` with the status that tells the signal, once a signal ends the program."""
    with suppress(NotImplementedError):
        for ending in ENDINGS:
            asyncio.get_running_loop().add_signal_handler(ending, partial(end, SIGNALLED + ending))
    _hold(False)


def _hold(back: bool) -> None:
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK if back else signal.SIG_UNBLOCK, ENDINGS)


def vanish_later(status: int) -> None:
    """End in any case: a terminal that takes nothing more may hold up what is left to be done."""
    timer = threading.Timer(LONGEST, vanish, [status])
    timer.daemon = True
    timer.start()


def vanish(status: int) -> None:
    """End at once: the terminal is gone, and cannot be put in order any more."""
    os._exit(status)
