"""The only place that writes text to stdout and stderr."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import TextIO

from perf_tui.core.numbers.cleaning import with_marks


def prepare_output() -> None:
    """Make stdout and stderr write UTF-8 whatever the locale. Missing ones become null devices."""
    sys.stdout = _usable(sys.stdout)
    sys.stderr = _usable(sys.stderr)


def echo(text: str) -> None:
    """Write one or more lines of data to stdout. A closed pipe is not an error."""
    try:
        sys.stdout.write(_shown(text) + "\n")
        sys.stdout.flush()
    except OSError as error:
        # A closed pipe is EPIPE, on Windows EINVAL.
        if error.errno not in (errno.EPIPE, errno.EINVAL):
            raise
        _silence()


def err(text: str, end: str = "\n") -> None:
    """Write a message to stderr, with an empty `end` for a question. Write errors are ignored."""
    with suppress(OSError):
        sys.stderr.write(_shown(text) + end)
        sys.stderr.flush()


def _shown(text: str) -> str:
    """Return the text with a mark for every invisible character; tabs part the cells of tables."""
    return "\t".join(map(with_marks, text.split("\t")))


def close_output() -> None:
    """Flush stdout, so that the interpreter does not complain about a closed pipe at its exit."""
    try:
        sys.stdout.flush()
    except OSError:
        _silence()


def _silence() -> None:
    """Redirect stdout, and what is still in its buffer, to the null device."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _usable(stream: TextIO | None) -> TextIO:
    if stream is None:
        return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 — open until the program ends
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="replace")
    return stream
