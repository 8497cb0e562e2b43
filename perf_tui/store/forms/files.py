"""The files of form sets, each read within bounds into its table."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

from perf_tui.core.form.build import FORM_FILE, INDICATORS
from perf_tui.core.form.problems import FormError, Problem
from perf_tui.store.errors import YearError
from perf_tui.store.toml.parsing import parse_toml, read_content

Tables: TypeAlias = dict[str, dict[str, object]]  # file name → its table

MOST_BYTES = 2**20
ONE_FILE = ".form.toml"
"""The ending of a file that holds a whole form set: file name → table, as a year carries it."""


def read_files(folder: Path, paths: Iterable[Path]) -> Tables:
    """Return the tables of files by their names within a folder.

    Raises FormError with every file that cannot be read.
    """
    tables: Tables = {}
    unreadable: list[Problem] = []
    for path in paths:
        file = path.relative_to(folder).as_posix()
        try:
            tables[file] = read_table(path)
        except YearError as error:
            unreadable.append(Problem(file, "", str(error)))
    if unreadable:
        raise FormError(unreadable)
    return tables


def read_table(path: Path) -> dict[str, object]:
    """Return the table in a file; raise YearError, without its path, if it cannot be read."""
    content = read_content(path)
    if len(content) > MOST_BYTES:
        raise YearError("超过 1 MiB，表单文件用不到这么大，删去多余的内容")
    return parse_toml(content)


def is_set(path: Path) -> bool:
    """Whether a path is that of a form set: a folder with one in it, or one file."""
    if path.name.endswith(ONE_FILE):
        return path.is_file()
    return any(path.glob(FORM_FILE)) or any(path.glob(INDICATORS))


def sets_in(folder: Path) -> list[Path]:
    """Return the form sets that lie in a folder, folders first, by name."""
    return [
        path
        for path in (*sorted(folder.glob("*/")), *sorted(folder.glob(f"*{ONE_FILE}")))
        if is_set(path)
    ]


def name_of(path: Path) -> str:
    """Return the name by which the files of a set call it: its folder's, or its file's."""
    return path.name.removesuffix(ONE_FILE)
