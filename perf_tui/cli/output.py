"""The one place where text leaves the program for stdout and stderr."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import TextIO

from perf_tui.core.numbers.cleaning import with_marks


def prepare_output() -> None:
    """Chinese comes out as UTF-8 whatever the locale says; a missing stream swallows everything."""
    sys.stdout = _usable(sys.stdout)
    sys.stderr = _usable(sys.stderr)


def echo(text: str) -> None:
    """Put a line of data, or several, on stdout; a reader who has seen enough is no failure."""
    try:
        sys.stdout.write(with_marks(text) + "\n")
        sys.stdout.flush()
    except OSError as error:
        # A closed pipe is EPIPE, on Windows EINVAL.
        if error.errno not in (errno.EPIPE, errno.EINVAL):
            raise
        _silence()


def err(text: str, end: str = "\n") -> None:
    """Put a line of talk on stderr, a question without its end; nobody listening is no failure."""
    with suppress(OSError):
        sys.stderr.write(with_marks(text) + end)
        sys.stderr.flush()


def close_output() -> None:
    """Leave nothing that the interpreter would complain about while it ends."""
    try:
        sys.stdout.flush()
    except OSError:
        _silence()


def _silence() -> None:
    """Let stdout, and what is still in its buffer, lead nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _usable(stream: TextIO | None) -> TextIO:
    if stream is None:
        return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 — lives as long as we
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="replace")
    return stream
