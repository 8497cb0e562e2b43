"""A layer over the calls by which the store reaches the disk: the N-th of them fails."""

import concurrent.futures
import errno
import glob
import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, thread
from contextlib import contextmanager
from types import FrameType
from typing import Any

import pytest

from support.posix import fcntl

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

# Who reaches the disk, where need be by way of these, modules or packages as Python has it.
PROGRAM = ("perf_tui.", "faults.")
WAYS = {"pathlib", "glob", "os", "posixpath", "genericpath"}
# Newer Pythons keep calls of `os` in classes there, as they were before anything watched them.
KEEPERS = [one for one in vars(glob).values() if isinstance(one, type)]


class KilledError(BaseException):
    """The program is gone: nothing behind this in it has any effect."""


class Faults:
    """Counts the calls, and fails those from the number `at` on: some with an error, or all.

    `fired` says whether there was such a call, `seen` which calls there were at all. What a failing
    `write` was to write is half written.
    """

    def __init__(self, at: int, code: int | None, lasting: int) -> None:
        self.at, self.code, self.end = at, code, at + lasting
        self.count = 0
        self.seen: set[str] = set()
        self.files: set[int] = set()

    @property
    def fired(self) -> bool:
        return self.count >= self.at

    def around(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            if _is_ours():
                self._fail(name, real, given)
            result = real(*given, **named)
            if name == "open":
                self.files.add(result)
            if name == "close":
                self.files.discard(given[0])
            return result

        return call

    def _fail(self, name: str, real: Callable[..., Any], given: tuple[Any, ...]) -> None:
        """Count a call, and raise what it fails with if it is one of those."""
        self.count += 1
        self.seen.add(name)
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


def _is_ours() -> bool:
    """Whether the program makes this call: not an import, and nobody who watches the tests."""
    frame = sys._getframe(2)
    while frame.f_back and _module_of(frame).partition(".")[0] in WAYS:
        frame = frame.f_back
    return _module_of(frame).startswith(PROGRAM)


def _module_of(frame: FrameType) -> str:
    return str(frame.f_globals.get("__name__"))


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
            real = getattr(os, name)
            call = faults.around(name, real)
            patch.setattr(os, name, call)
            for keeper in KEEPERS:
                if getattr(keeper, name, None) is real:
                    patch.setattr(keeper, name, staticmethod(call))
        patch.setattr(fcntl, "flock", faults.around("flock", fcntl.flock))
        patch.setattr(concurrent.futures, thread.ThreadPoolExecutor.__name__, AtOnce)
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
