"""The fonts installed on this machine, and whether the user was told which are missing."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from perf_tui.store.errors import SaveError
from perf_tui.store.files.atomic import write_atomically
from perf_tui.store.fonts.names_in_file import names_in
from perf_tui.store.fonts.wanted import missing_fonts_notice
from perf_tui.store.user.folders import state_folder

ENDINGS = {".ttf", ".ttc", ".otf", ".otc"}
PATIENCE = 10  # seconds
FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/.fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "~/Library/Fonts",
    "$WINDIR/Fonts",
    "$LOCALAPPDATA/Microsoft/Windows/Fonts",
)


def installed_fonts() -> frozenset[str]:
    """Return the casefolded names of all fonts: from fontconfig, or else from the font files."""
    return frozenset(_listed() or _read())


def missing_fonts_once() -> str:
    """Return what an export says of missing fonts, and an empty string from the second time on."""
    told = state_folder() / "fonts-told"
    if told.exists():
        return ""
    words = missing_fonts_notice(installed_fonts())
    with suppress(OSError, SaveError):
        told.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(told, words.encode())
    return words


def _listed() -> list[str]:
    """Return what fontconfig lists, or nothing if it is not installed or fails."""
    program = shutil.which("fc-list")
    if not program:
        return []
    command = [program, "--format", r"%{family},%{fullname}\n"]
    try:
        done = subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return []
    lines = done.stdout.decode("utf-8", "replace").replace("\n", ",")
    return [name.strip().casefold() for name in lines.split(",") if name.strip()]


def _read() -> Iterator[str]:
    for folder in FOLDERS:
        place = Path(os.path.expandvars(folder))
        with suppress(OSError, RuntimeError):  # RuntimeError: the user has no home
            for path in sorted(place.expanduser().rglob("*")):
                if path.suffix.lower() in ENDINGS:
                    yield from names_in(path)
