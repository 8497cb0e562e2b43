"""Where the user's own files of the program lie."""

from __future__ import annotations

import os
from pathlib import Path

WINDOWS = os.name == "nt"
NAME = "perf-tui"
PRIVATE_FOLDER = 0o700


def settings_folder() -> Path:
    """The folder of settings: XDG_CONFIG_HOME, on Windows %APPDATA%."""
    return _folder("APPDATA" if WINDOWS else "XDG_CONFIG_HOME", ".config")


def state_folder() -> Path:
    """The folder of what the program remembers by itself: XDG_STATE_HOME, on Windows %APPDATA%."""
    return _folder("APPDATA" if WINDOWS else "XDG_STATE_HOME", ".local/state")


def _folder(variable: str, otherwise: str) -> Path:
    # The XDG specification has relative paths ignored.
    given = Path(os.environ.get(variable, ""))
    return (given if given.is_absolute() else _home() / otherwise) / NAME


def _home() -> Path:
    """The user's home; for a user without one a place where nothing can be read or written."""
    try:
        return Path.home()
    except RuntimeError:
        return Path(os.devnull)
