"""The folders for the user's settings, for what is added, and for what the program remembers."""

from __future__ import annotations

import os
from pathlib import Path

WINDOWS = os.name == "nt"
NAME = "perf-tui"
PRIVATE_FOLDER = 0o700


def settings_folder() -> Path:
    """Return the folder of settings, which may not exist: in XDG_CONFIG_HOME or %APPDATA%."""
    return _folder("APPDATA" if WINDOWS else "XDG_CONFIG_HOME", ".config")


def state_folder() -> Path:
    """Return the folder of what the program remembers: in XDG_STATE_HOME or %APPDATA%."""
    return _folder("APPDATA" if WINDOWS else "XDG_STATE_HOME", ".local/state")


def data_folder() -> Path:
    """Return the folder of what the user adds: in XDG_DATA_HOME or %APPDATA%."""
    return _folder("APPDATA" if WINDOWS else "XDG_DATA_HOME", ".local/share")


def _folder(variable: str, otherwise: str) -> Path:
    # The XDG specification has relative paths ignored.
    given = Path(os.environ.get(variable, ""))
    return (given if given.is_absolute() else _home() / otherwise) / NAME


def _home() -> Path:
    """Return the user's home, or, without one, a place where nothing can be read or written."""
    try:
        return Path.home()
    except RuntimeError:
        return Path(os.devnull)
