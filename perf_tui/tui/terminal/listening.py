"""Listening to a terminal, for the editor and for `doctor --keys`."""

from __future__ import annotations

import os
import selectors
from collections.abc import Callable, Iterator
from time import monotonic

from textual.message import Message

from perf_tui.tui.terminal.patience import patience
from perf_tui.tui.terminal.reader import TerminalReader

MOST_BYTES = 4096  # in one read
LOOK = 0.1  # seconds after which `enough` is asked again at the latest


def listen(source: int, enough: Callable[[], bool], before: bytes = b"") -> Iterator[Message]:
    """Yield the messages from the file descriptor `source` until `enough` returns true.

    `before` are bytes read from it already, whose messages come first. Raises OSError or EOFError
    if the terminal is gone.
    """
    reader = TerminalReader(patience(os.environ))
    yield from reader.feed(before, monotonic())
    with selectors.SelectSelector() as selector:
        selector.register(source, selectors.EVENT_READ)
        while not enough():
            if selector.select(_pause(reader)):
                yield from reader.feed(_bytes(source), monotonic())
            yield from reader.tick(monotonic())


def _bytes(source: int) -> bytes:
    if data := os.read(source, MOST_BYTES):
        return data
    raise EOFError


def _pause(reader: TerminalReader) -> float:
    """Return how long to wait for bytes, in seconds."""
    deadline = reader.deadline
    return LOOK if deadline is None else max(0.0, min(LOOK, deadline - monotonic()))
