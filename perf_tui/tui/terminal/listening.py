"""What a terminal sends, as it comes: for the editor, and for `doctor --keys`."""

from __future__ import annotations

import os
import selectors
from collections.abc import Callable, Iterator
from time import monotonic

from textual.message import Message

from perf_tui.tui.terminal.patience import patience
from perf_tui.tui.terminal.reader import TerminalReader

MOST_BYTES = 4096  # of one reading
LOOK = 0.1  # seconds between two looks whether there is enough


def listen(source: int, enough: Callable[[], bool], before: bytes = b"") -> Iterator[Message]:
    """The messages from a descriptor until there are `enough`, first those of the bytes `before`.

    OSError and EOFError where the terminal is gone.
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
    """How long to wait for bytes."""
    deadline = reader.deadline
    return LOOK if deadline is None else max(0.0, min(LOOK, deadline - monotonic()))
