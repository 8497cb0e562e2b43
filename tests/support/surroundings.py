"""The surroundings of the tests, the same for whoever starts them, wherever and however.

pytest loads this before anything else, in its workers too (`addopts` in `pyproject.toml`). What is
not named here does not reach a test, nor a program that a test starts.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Mapping

# Where programs, libraries and temporary files are; what pytest and its plugins tell workers.
KEPT = (
    *("PATH", "TMPDIR", "TEMP", "TMP", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "CI"),
    *("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "USERNAME"),
)
TOLD = ("PYTEST_", "PY_COLORS", "COV_", "COVERAGE_", "HYPOTHESIS_")
# The clerk's: China's time, a terminal of today, and a home that each run of the tests makes.
OWN = {
    "HOME": os.devnull,
    "LANG": "C.UTF-8",
    "TZ": "CST-8",
    "TERM": "xterm-256color",
    "COLORTERM": "truecolor",
}
IGNORED_BY_PYTHON = {getattr(signal, name, None) for name in ("SIGPIPE", "SIGXFSZ", "SIGXFZ")}


def surroundings(given: Mapping[str, str]) -> dict[str, str]:
    """The environment of the tests, made from the one in which they were started."""
    kept = {name: given[name] for name in given if name.upper() in KEPT or name.startswith(TOLD)}
    # For the tests' own report, colours are as whoever reads it has them.
    plain = given.get("NO_COLOR") or given.get("TERM") == "dumb"
    return {"PATH": os.defpath, **kept, **OWN, **({"PY_COLORS": "0"} if plain else {})}


def pytest_addoption() -> None:
    """The first hook of all: nothing of the program is loaded yet, and no output is caught."""
    given = dict(os.environ)
    settle()
    if os.name == "posix" and bent(given):
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 — itself, anew


def settle() -> None:
    """Put this process, and with it all that it starts, into the tests' surroundings."""
    wanted = surroundings(os.environ)
    os.environ.clear()
    os.environ.update(wanted)
    os.umask(0o022)
    _open_what_is_closed()
    if os.name == "posix":
        time.tzset()
        _hear_every_signal()


def bent(given: Mapping[str, str]) -> bool:
    """Whether Python has read something at its start that cannot be taken back."""
    told = any(name.startswith("PYTHON") and name != "PYTHON" for name in given)
    return told or sys.getfilesystemencoding() != "utf-8"


def _open_what_is_closed() -> None:
    """Without this the next file that is opened would be somebody's standard stream."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)


def _hear_every_signal() -> None:
    """What was ignored or held back, by nohup or a shell's `&`, comes as usual.

    Only a closed terminal does not end the tests themselves; what they start, it does.
    """
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    for number in signal.valid_signals() - IGNORED_BY_PYTHON:
        if signal.getsignal(number) == signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, lambda *_: None)
