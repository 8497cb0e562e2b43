"""The editor with an error in one of its functions, from the moment at which it is told to.

    python -m faults.raising FILE REPORT [MODULE:NAME ERROR TIMES]

SIGUSR1 lets the function raise from now on; without one, REPORT lists those that are called from
then on. With one, REPORT exists once it has raised.
"""

from __future__ import annotations

import functools
import importlib
import inspect
import pkgutil
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import CodeType, FrameType, FunctionType, ModuleType
from typing import Any

import perf_tui.core.session
import perf_tui.editing
import perf_tui.store
import perf_tui.tui.apps.editor
from perf_tui.cli import main

ROOMS, FLOOR = (perf_tui.store, perf_tui.editing), (perf_tui.core.session, perf_tui.tui.apps.editor)
ERRORS: dict[str, type[BaseException]] = {
    "RuntimeError": RuntimeError,
    "MemoryError": MemoryError,
    "KeyboardInterrupt": KeyboardInterrupt,
}
ALWAYS = 10**9


def functions() -> dict[str, FunctionType]:
    """Every function of the store, the session and the editor's floor, by `module:name`."""
    names = (
        one.name
        for room in ROOMS
        for one in pkgutil.iter_modules(room.__path__, f"{room.__name__}.")
    )
    modules = (*map(importlib.import_module, names), *FLOOR)
    return {f"{one.__module__}:{one.__qualname__}": one for m in modules for one in _within(m)}


def _within(module: ModuleType) -> Iterator[FunctionType]:
    for one in vars(module).values():
        if getattr(one, "__module__", "") != module.__name__:
            continue
        members = [one, *(vars(one).values() if inspect.isclass(one) else ())]
        for member in members:
            plain = (
                member.fget
                if isinstance(member, property)
                else inspect.unwrap(getattr(member, "__func__", member))
            )
            if isinstance(plain, FunctionType) and plain.__code__.co_filename == module.__file__:
                yield plain


def raise_in(function: FunctionType, error: type[BaseException], times: int, report: Path) -> None:
    """Let a function raise so many times instead of doing anything."""
    code, left = function.__code__, times

    def boom() -> None:
        nonlocal left
        report.touch()
        left -= 1
        if not left:
            function.__code__ = code
        raise error("a bug")

    function.__code__ = _raising(function, boom)


def _raising(function: FunctionType, boom: Callable[[], None]) -> CodeType:
    """The code of a function that only calls `boom`, with as many variables of an outer one."""
    names = function.__code__.co_freevars
    head = "async def" if inspect.iscoroutinefunction(function) else "def"
    lines = [f"def outer({', '.join(names)}):", f"  {head} inner(*given, **named):"]
    lines += [f"    boom_of_faults({', '.join(names)})", "  return inner"]
    space: dict[str, Any] = {}
    exec("\n".join(lines), space)  # noqa: S102 — what it runs stands above
    function.__globals__["boom_of_faults"] = lambda *_: boom()
    inner: FunctionType = space["outer"](*names)
    return inner.__code__


def list_called(report: Path) -> None:
    """Write down which of the functions are called from now on."""
    known = {one.__code__: name for name, one in functions().items()}
    called: set[str] = set()

    def look(frame: FrameType, event: str, _: object) -> None:
        name = known.get(frame.f_code)
        if event == "call" and name and name not in called:
            called.add(name)
            report.write_text("\n".join(sorted(called)), encoding="utf-8")

    sys.setprofile(look)


def run() -> int:
    """The editor; its exit status."""
    file, report, *fault = sys.argv[1:]
    if fault:
        name, error, times = fault
        function = functions()[name]
        act = functools.partial(raise_in, function, ERRORS[error], int(times), Path(report))
    else:
        act = functools.partial(list_called, Path(report))
    signal.signal(signal.SIGUSR1, lambda *_: act())
    return main(["open", file])


if __name__ == "__main__":
    sys.exit(run())
