"""A layer over the calls by which the store reaches the disk: the N-th of them fails."""

import errno
import fcntl
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Any

import pytest

CALLS = (
    *(
        "open",
        "write",
        "fsync",
        "replace",
        "rename",
        "unlink",
        "chmod",
        "mkdir",
        "ftruncate",
        "close",
    ),
    *("stat", "lstat", "scandir", "listdir", "pwrite"),
)


class KilledError(BaseException):
    """The program is gone: nothing behind this in it has any effect."""


class Faults:
    """Counts the calls, and fails those from the number `at` on: some with an error, or all.

    `fired` says whether there was such a call. What a failing `write` was to write is half written.
    """

    def __init__(self, at: int, code: int | None, lasting: int) -> None:
        self.at, self.code, self.end = at, code, at + lasting
        self.count = 0
        self.files: set[int] = set()

    @property
    def fired(self) -> bool:
        return self.count >= self.at

    def around(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            self.count += 1
            failing = self.at <= self.count < self.end
            if failing and name in ("write", "pwrite"):
                real(given[0], given[1][: len(given[1]) // 2], *given[2:])
            if failing and name == "close":  # it fails, and closes all the same
                self.files.discard(given[0])
                real(*given)
            if failing and self.code is not None:
                raise OSError(self.code, os.strerror(self.code))
            if self.fired and self.code is None:
                raise KilledError
            result = real(*given, **named)
            if name == "open":
                self.files.add(result)
            if name == "close":
                self.files.discard(given[0])
            return result

        return call


class AtOnce:
    """Does what is handed over at once, so that every run makes the same calls."""

    def __init__(self, _: int) -> None: ...

    def submit(self, work: Callable[[Any], object], argument: Any) -> "Future[None]":
        future: Future[None] = Future()
        try:
            work(argument)
            future.set_result(None)
        except OSError as error:
            future.set_exception(error)
        return future

    def shutdown(self) -> None: ...


@contextmanager
def injected(at: int, code: int | None, lasting: int) -> Iterator[Faults]:
    """The disk with a fault from the call with this number on; `code` None kills instead."""
    faults = Faults(at, code, lasting)
    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            patch.setattr(os, name, faults.around(name, getattr(os, name)))
        patch.setattr(fcntl, "flock", faults.around("flock", fcntl.flock))
        patch.setattr("perf_tui.store.writing_journal.ThreadPoolExecutor", AtOnce)
        yield faults
    for file in faults.files:  # the system does so when a program is gone
        os.close(file)


# What happens, and to how many calls one after the other.
FAULTS = {
    "kill": (None, 1),
    "full": (errno.ENOSPC, 1),
    "broken": (errno.EIO, 1),
    "denied": (errno.EACCES, 1),
    "full for a while": (errno.ENOSPC, 20),
    "broken for a while": (errno.EIO, 5),
}
