"""What the terminal does with signs and keys, found out by asking it."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

# One of the box drawing characters that the editor draws with.
AMBIGUOUS = "─"
WHERE, ERASED, PLACE = "\x1b[6n", "\r\x1b[K", re.compile(rb"\x1b\[\d+;(\d+)R")
PATIENCE = 1.0  # seconds
MOST = 4096  # bytes of one reading
LEAVING = "\r\n\x03\x04"  # Enter, Ctrl+C, Ctrl+D


def can_be_asked() -> bool:
    """Whether there is a terminal at both ends, of a kind that keys can be read from one by one."""
    from importlib.util import find_spec

    streams = (sys.stdin, sys.stdout)
    terminal = all(stream is not None and stream.isatty() for stream in streams)
    return terminal and os.environ.get("TERM") != "dumb" and find_spec("termios") is not None


def ambiguous_width() -> int | None:
    """How many columns the terminal gives a sign of ambiguous width; None if it does not say."""
    with _key_by_key() as source:
        _write(f"\r{AMBIGUOUS}{WHERE}")
        told = _answer(source)
        _write(ERASED)
    return int(told[1]) - 1 if told else None


def read_keys(invitation: str, take: Callable[[str], None]) -> None:
    """Invite to press keys, and hand on whatever they send, press by press, until Enter."""
    with _key_by_key() as source:
        _write(f"{invitation}\r\n")  # not before: what was typed until then is dropped
        while (sent := os.read(source, MOST).decode("utf-8", "replace")) and sent not in LEAVING:
            take(sent)


def _answer(source: int) -> re.Match[bytes] | None:
    """The terminal's report of the cursor, among whatever was typed meanwhile."""
    from select import select

    read, end = b"", monotonic() + PATIENCE
    while not (told := PLACE.search(read)) and (left := end - monotonic()) > 0:
        if select([source], [], [], left)[0]:
            more = os.read(source, MOST)
            if not more:
                break
            read += more
    return told


@contextmanager
def _key_by_key() -> Iterator[int]:
    """Keys as they come, unseen, none of them obeyed; the terminal as it was afterwards."""
    import termios
    import tty

    source = sys.stdin.fileno()
    before = termios.tcgetattr(source)
    try:
        tty.setraw(source)
        yield source
    finally:
        termios.tcsetattr(source, termios.TCSADRAIN, before)


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()
