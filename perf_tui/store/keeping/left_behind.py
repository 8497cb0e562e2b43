"""Journals whose file was moved or renamed after a crash.

Journals are hidden files, so nobody takes them along. Whether one belongs to a file is told by the
digest of the file in its first line, not by the name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Thread

from perf_tui.store.errors import YearError
from perf_tui.store.keeping.keeper import journal_path
from perf_tui.store.keeping.lock import is_open
from perf_tui.store.keeping.remains import Remains, read_journal, remains_in
from perf_tui.store.user.places import known_places
from perf_tui.store.years.year_file import ENDING, YearFile

PATIENCE = 0.3  # seconds to wait for a place whose network does not answer


def left_in(folder: Path) -> Iterator[Path]:
    """Yield the paths in a folder where a year's file was and only its journal still is."""
    names: list[str] = []
    with suppress(OSError):
        names = sorted(journal.name for journal in folder.glob(f".*{ENDING}.journal"))
    paths = (folder / name.removeprefix(".").removesuffix(".journal") for name in names)
    return filter(is_left, paths)


def left_words(path: Path) -> str:
    """Return in words that only the journal of the file at `path` is there, and how to use it."""
    return (
        f"旁边有 {path.name} 没有存完的填写记录，但 {path.name} 不在这里；"
        f"文件挪到了别处的话，用 perf-tui recover {path} --base 新位置 取回"
    )


def is_left(path: Path) -> bool:
    """Return whether only the journal of the file at `path` is there, and no program uses it."""
    with suppress(OSError, ValueError):  # no way into the folder, or a name that cannot be
        journal = journal_path(path)
        return not path.exists() and journal.is_file() and not is_open(path)
    return False


def find_left(path: Path, file: YearFile, content: bytes) -> tuple[Remains | None, str]:
    """Return what was typed into a file before it came here, and a sentence on what is in doubt.

    Searches the file's own folder and the places where the program has opened files. If a journal
    fits, the sentence is empty. If none does, the first of the pair is None, and the sentence tells
    of a journal of the same name that does not fit, or is empty.
    """
    here, doubtful = journal_path(path).parent, ""
    for old in (*left_in(here), *_left_elsewhere(here)):
        remains = read_left(old, file, content)
        if remains is None or remains.year in (None, file.year):
            continue
        if remains.fits:
            return remains, ""
        if old.name == path.name:
            doubtful = _doubt(old, path, remains)
    return None, doubtful


def read_left(old: Path, file: YearFile, content: bytes) -> Remains | None:
    """Return what the journal of a file that was at `old` holds for this file.

    Returns None if the journal cannot be read or trusted.
    """
    try:
        found = read_journal(old)
    except YearError:
        return None
    return replace(remains_in(found, file, content), left_at=old) if found else None


def _doubt(old: Path, path: Path, remains: Remains) -> str:
    return (
        f"{old} 旁边有 {remains.first} 到 {remains.last} 没有存完的填写记录，"
        f"和这份文件对不上，没有用上；用 perf-tui recover {old} --base {path} 看是哪几处，"
        f"不要了就删掉 {journal_path(old)}"
    )


def _left_elsewhere(here: Path) -> list[Path]:
    """Return the same for all known places that answer in time: a server may be switched off."""
    found: list[Path] = []

    def look(places: Iterable[Path]) -> None:
        found.extend(filter(is_left, places))

    places = [place for place in known_places() if place.parent != here]
    if not places:
        return []
    worker = Thread(target=look, args=(places,), daemon=True)
    worker.start()
    worker.join(PATIENCE)
    return [*found]
