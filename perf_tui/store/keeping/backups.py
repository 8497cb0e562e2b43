"""Numbered and dated copies of a year's file; the newest has the highest number."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from perf_tui.core.form import Form
from perf_tui.store.errors import YearError
from perf_tui.store.files.atomic import write_atomically
from perf_tui.store.files.sidecar import digest_of, sidecar
from perf_tui.store.toml.parsing import read_content
from perf_tui.store.user.folders import PRIVATE_FOLDER
from perf_tui.store.years.checksum import intact
from perf_tui.store.years.year_file import YearFile, parse_year

NAME = re.compile(r"(\d{4,9}) (\d{4}-\d\d-\d\d) (\d\d)(\d\d)\.toml")
# How many copies are kept for being the newest, and how many for being the newest of their day.
NEWEST, DAYS = 10, 30


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy at `path`; `when` is its time by the clock, which may have been wrong."""

    number: int
    when: str
    path: Path


def list_backups(path: Path) -> list[Backup]:
    """Return the copies of the file at `path`, the newest first, or none if they cannot be read."""
    try:
        copies = list(_folder(path).iterdir())
    except OSError:
        return []
    found = [
        Backup(int(name[1]), f"{name[2]} {name[3]}:{name[4]}", copy)
        for copy in copies
        if (name := NAME.fullmatch(copy.name))
    ]
    return sorted(found, key=lambda backup: -backup.number)


def keep_backup(path: Path, content: bytes, now: datetime) -> None:
    """Keep a copy of a version of the file, unless it equals the newest; delete surplus copies.

    Raises OSError or SaveError if it cannot be kept.
    """
    backups = list_backups(path)
    if backups and _content(backups[0]) == content:
        return
    _folder(path).mkdir(PRIVATE_FOLDER, exist_ok=True)
    number = backups[0].number + 1 if backups else 1
    write_atomically(_folder(path) / f"{number:04} {now:%Y-%m-%d %H%M}.toml", content)
    for backup in _surplus(backups):
        backup.path.unlink(missing_ok=True)


def keep_altered(path: Path, content: bytes, now: datetime) -> None:
    """Keep a copy of a version whose checksum does not fit, beside the backups but not as one.

    Raises OSError or SaveError if it cannot be kept.
    """
    folder = _folder(path)
    folder.mkdir(PRIVATE_FOLDER, exist_ok=True)
    write_atomically(folder / f"altered {now:%Y-%m-%d %H%M%S}.toml", content)
    for copy in sorted(folder.glob("altered *.toml"))[:-NEWEST]:
        copy.unlink(missing_ok=True)


def read_backup(backup: Backup, load_form: Callable[[str], Form]) -> YearFile | None:
    """Return the year in a copy, or None if its checksum does not fit or it cannot be read."""
    content = _content(backup)
    if content is None or not intact(content):
        return None
    try:
        return parse_year(content, load_form)
    except YearError:
        return None


def good_backups(path: Path, load_form: Callable[[str], Form]) -> Iterator[tuple[Backup, YearFile]]:
    """Yield the copies of the file at `path` that are whole, with their years, newest first."""
    for backup in list_backups(path):
        if file := read_backup(backup, load_form):
            yield backup, file


def copy_of(path: Path, digest: str, form: Form) -> YearFile | None:
    """Return the year in the copy of the version with this digest, or None if there is no copy."""
    for backup in list_backups(path):
        content = _content(backup)
        if content is not None and digest_of(content) == digest:
            return read_backup(backup, lambda _: form)
    return None


def _surplus(backups: Sequence[Backup]) -> Iterator[Backup]:
    """Yield those of the copies, given newest first, that are to be deleted for a new one."""
    days: dict[str, Backup] = {}
    for backup in backups:
        days.setdefault(backup.when[:10], backup)
    kept = {*backups[: NEWEST - 1], *list(days.values())[:DAYS]}
    return (backup for backup in backups if backup not in kept)


def _content(backup: Backup) -> bytes | None:
    try:
        return read_content(backup.path)
    except YearError:
        return None


def _folder(path: Path) -> Path:
    return sidecar(path, "backups")
