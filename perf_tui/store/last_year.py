"""Where the year before lies, and which other years could be it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from perf_tui.core.standing import Standing, take_stock
from perf_tui.core.year import LAST_FILE, Year
from perf_tui.store.errors import YearError
from perf_tui.store.forms import load_form
from perf_tui.store.toml import read_content
from perf_tui.store.years import YearFile, parse_year, read_year_file


def kept_path(last: Path, path: Path) -> str:
    """How the year at `path` names the file of the year before.

    Relative within the folder around the year's own, which may move as a whole; else absolute.
    """
    folder, target = path.parent.resolve(), last.resolve()
    if target.is_relative_to(folder.parent):
        return Path(os.path.relpath(target, folder)).as_posix()
    return str(target)


def read_last(path: Path, year: Year) -> Standing | None:
    """Where the year before stood, None if the year names none.

    YearError says in one sentence why the file that it names gives no earlier year.
    """
    name = year.text(LAST_FILE)
    if not name:
        return None
    try:
        last = parse_year(read_content(path.parent / name), load_form)
    except YearError as error:
        raise YearError(f"上年文件 {name} {error}") from error
    except ValueError as error:  # a name that no system allows
        raise YearError("记下的上年文件名用不了，另选一个上年文件") from error
    if last.year.year >= year.year:
        raise YearError(f"上年文件 {name} 是 {last.year.year} 年的，不早于本年，另选一个上年文件")
    return take_stock(last.form, last.year)


def years_before(path: Path, year: Year) -> Iterator[Standing]:
    """The year before, the one before that, and so on as far as they can be read."""
    while True:
        try:
            last = read_last(path, year)
        except YearError:
            return
        if last is None:
            return
        yield last
        path, year = path.parent / year.text(LAST_FILE), last.year


def earlier_years(folder: Path, year: Year) -> list[tuple[Path, YearFile]]:
    """The sound files of earlier years in a folder: the same unit's first, then the latest."""
    found = []
    for path in folder.glob("*.toml"):
        try:
            file = read_year_file(path, load_form)
        except YearError:
            continue
        if file.year.year < year.year:
            found.append((path, file))

    def order(entry: tuple[Path, YearFile]) -> tuple[bool, int, str]:
        path, file = entry
        other = file.year.text("unit.name") != year.text("unit.name")
        return other, -file.year.year, path.name

    return sorted(found, key=order)
