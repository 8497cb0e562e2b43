"""Asking the terminal how wide it draws a character, and reading its keys one by one."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

# One of the box drawing characters that the editor draws with.
AMBIGUOUS = "─"
WHERE, ERASED, PLACE = "\x1b[6n", "\r\x1b[K", re.compile(rb"\x1b\[\d+;(\d+)R")
PATIENCE = 1.0  # seconds
MOST = 4096  # bytes in one read


def can_be_asked() -> bool:
    """Whether stdin and stdout are terminals from which keys can be read one by one."""
    from importlib.util import find_spec

    streams = (sys.stdin, sys.stdout)
    terminal = all(stream is not None and stream.isatty() for stream in streams)
    return terminal and os.environ.get("TERM") != "dumb" and find_spec("termios") is not None


def ambiguous_width() -> tuple[int | None, bytes]:
    """Return the columns the terminal gives a character of ambiguous width, None if it is silent.

    The second result is the bytes that were typed meanwhile.
    """
    with key_by_key() as source:
        write(f"\r{AMBIGUOUS}{WHERE}")
        read, told = _answer(source)
        write(ERASED)
    return (int(told[1]) - 1 if told else None), read


def _answer(source: int) -> tuple[bytes, re.Match[bytes] | None]:
    """Return what was typed meanwhile, and the terminal's report of the cursor, or None."""
    from select import select

    read, end = b"", monotonic() + PATIENCE
    while not (told := PLACE.search(read)) and (left := end - monotonic()) > 0:
        if select([source], [], [], left)[0]:
            more = os.read(source, MOST)
            if not more:
                break
            read += more
    return PLACE.sub(b"", read, count=1), told


@contextmanager
def key_by_key() -> Iterator[int]:
    """Yield stdin's descriptor with the terminal in raw mode: no echo, and no key has an effect.

    Afterwards the terminal is restored.
    """
    import termios
    import tty

    source = sys.stdin.fileno()
    before = termios.tcgetattr(source)
    try:
        tty.setraw(source, termios.TCSADRAIN)  # keep what was typed before
        yield source
    finally:
        termios.tcsetattr(source, termios.TCSADRAIN, before)


def write(text: str) -> None:
    """Write text to the terminal unchanged."""
    sys.stdout.write(text)
    sys.stdout.flush()
