"""Finding the file of the year before, and other files that could be it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from perf_tui.core.answers.year import LAST_FILE, Year
from perf_tui.core.evaluation.evaluation import Evaluation, evaluate
from perf_tui.core.form.definition import PROJECT
from perf_tui.store.errors import YearError
from perf_tui.store.forms import forms_beside
from perf_tui.store.toml.parsing import read_content
from perf_tui.store.years.year_file import YearFile, parse_year, read_year_file

PROJECT_NAME = f"unit.{PROJECT}"


def kept_path(last: Path, path: Path) -> str:
    """Return the path by which the year at `path` refers to the file of the year before.

    It is relative if that file lies within the parent of the year's folder, which may be moved as a
    whole, and absolute otherwise.
    """
    folder, target = path.parent.resolve(), last.resolve()
    if target.is_relative_to(folder.parent):
        return Path(os.path.relpath(target, folder)).as_posix()
    return str(target)


def read_last(path: Path, year: Year) -> Evaluation | None:
    """Return the evaluation of the year before, or None if the year refers to none.

    Raises YearError, with a sentence, if the file cannot be used or is of no earlier year.
    """
    name = year.text(LAST_FILE)
    if not name:
        return None
    try:
        file = path.parent / name
        last = parse_year(read_content(file), forms_beside(file))
    except YearError as error:
        raise YearError(f"上年文件 {name} {error}") from error
    except ValueError as error:  # a name that no system can have
        raise YearError("记下的上年文件名用不了，另选一个上年文件") from error
    if last.year.year >= year.year:
        raise YearError(f"上年文件 {name} 是 {last.year.year} 年的，不早于本年，另选一个上年文件")
    return evaluate(last.form, last.year)


def years_before(path: Path, year: Year) -> Iterator[Evaluation]:
    """Yield the year before, the one before that, and so on, as far as they can be read."""
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
    """Return the readable earlier years in a folder, the same unit's and project's first."""
    found = []
    for path in folder.glob("*.toml"):
        try:
            file = read_year_file(path, forms_beside(path))
        except YearError:
            continue
        if file.year.year < year.year:
            found.append((path, file))

    def order(entry: tuple[Path, YearFile]) -> tuple[bool, bool, int, str]:
        path, file = entry
        unit, project = (file.year.text(at) != year.text(at) for at in ("unit.name", PROJECT_NAME))
        return unit, project, -file.year.year, path.name

    return sorted(found, key=order)
