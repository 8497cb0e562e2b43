"""The library of common indicators beside the form sets: a file for each field of work."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from perf_tui.store.forms.files import Tables, read_files
from perf_tui.store.forms.installed import root

if TYPE_CHECKING:
    from perf_tui.core.form.library import LibraryIndicator

LIBRARY = "library"  # folder beside the form sets


@cache
def load_library() -> tuple[LibraryIndicator, ...]:
    """Return the indicators of the library, read once in a process.

    Raises FormError if a file of it is broken.
    """
    from perf_tui.core.form.library import build_library  # only who picks indicators needs it

    return build_library(read_library(root()))


def read_library(folder: Path) -> Tables:
    """Return the tables of the library that lies in a folder of form sets."""
    return read_files(folder, sorted(folder.glob(f"{LIBRARY}/*.toml")))
