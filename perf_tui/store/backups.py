"""Dated copies of a year's file, each with a number: the newest is the one with the highest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from perf_tui.core.form import Form
from perf_tui.store.atomic import write_atomically
from perf_tui.store.beside import beside, digest_of
from perf_tui.store.checksum import intact
from perf_tui.store.errors import YearError
from perf_tui.store.folders import PRIVATE_FOLDER
from perf_tui.store.toml import read_content
from perf_tui.store.years import YearFile, parse_year

NAME = re.compile(r"(\d{4,9}) (\d{4}-\d\d-\d\d) (\d\d)(\d\d)\.toml")
# Kept: the newest ones, and of each of the last days on which there are any the newest.
NEWEST, DAYS = 10, 30


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy; `when` is what the clock said, which may have been wrong."""

    number: int
    when: str
    path: Path


def list_backups(path: Path) -> list[Backup]:
    """The copies of the file at `path`, the newest first."""
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
    """Copy a version of the file, unless it is the newest copy; drop those too many.

    OSError and SaveError where it cannot be kept.
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
    """Copy what was not saved by us, or not left as it was, among the backups and none of them."""
    folder = _folder(path)
    folder.mkdir(PRIVATE_FOLDER, exist_ok=True)
    write_atomically(folder / f"altered {now:%Y-%m-%d %H%M%S}.toml", content)
    for copy in sorted(folder.glob("altered *.toml"))[:-NEWEST]:
        copy.unlink(missing_ok=True)


def read_backup(backup: Backup, load_form: Callable[[str], Form]) -> YearFile | None:
    """The year in a copy; None where it is not, to the last bit, what was copied."""
    content = _content(backup)
    if content is None or not intact(content):
        return None
    try:
        return parse_year(content, load_form)
    except YearError:
        return None


def good_backups(path: Path, load_form: Callable[[str], Form]) -> Iterator[tuple[Backup, YearFile]]:
    """The copies that are whole, the newest first."""
    for backup in list_backups(path):
        if file := read_backup(backup, load_form):
            yield backup, file


def copy_of(path: Path, digest: str, form: Form) -> YearFile | None:
    """The year in the copy of one version of the file at `path`; None where there is none."""
    for backup in list_backups(path):
        content = _content(backup)
        if content is not None and digest_of(content) == digest:
            return read_backup(backup, lambda _: form)
    return None


def _surplus(backups: Sequence[Backup]) -> Iterator[Backup]:
    """Those of the copies there were, the newest first, that make room for one more."""
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
    return beside(path, "backups")
