"""Reading a form set: a folder with `form.toml`, a file per indicator and table; or one file."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from pathlib import Path
from typing import cast

from perf_tui.core.form.build import FORM_FILE, INDICATORS, TABLES, build_form
from perf_tui.core.form.definition import Form
from perf_tui.core.form.extending import EXTENDS, extended
from perf_tui.core.form.problems import FormError, Problem, shown
from perf_tui.store.errors import YearError
from perf_tui.store.forms.files import (
    ONE_FILE,
    Tables,
    is_set,
    name_of,
    read_files,
    read_table,
)
from perf_tui.store.forms.installed import form_folder

STRANGE = f"不认识这张表；这里只写 {FORM_FILE}、{INDICATORS}/名字.toml 和 {TABLES}/名字.toml"


def read_form(path: Path) -> Form:
    """Return the form at a path.

    Raises FormError with all problems, or, if there are unreadable files, with those only.
    """
    return build_form(read_tables(path))


def tables_in(path: Path) -> Tables:
    """Return the tables of a form set's files by their names: what a year may carry along.

    Raises FormError with all problems if they make no form.
    """
    tables = read_tables(path)
    build_form(tables)
    return tables


def is_path_of_set(typed: str) -> bool:
    """Whether what was typed is the path of a form set rather than its name."""
    return ("/" in typed or "\\" in typed or typed.endswith(ONE_FILE)) and is_set(Path(typed))


def read_tables(path: Path, extending: tuple[str, ...] = ()) -> Tables:
    """Return the tables of a set, with those that it takes over from the one it extends.

    `extending` names the sets that wait for this one. Raises FormError if something of it cannot be
    read.
    """
    files = _read_own(path)
    name = files.get(FORM_FILE, {}).get(EXTENDS)
    if name is None:
        return files
    base = _extended_path(path, name, extending)
    return extended(read_tables(base, (*extending, name_of(base))), files)


def _read_own(path: Path) -> Tables:
    if path.name.endswith(ONE_FILE):
        return _read_one_file(path)
    parts = (sorted(path.glob(f"{one}/*.toml")) for one in (INDICATORS, TABLES))
    return read_files(path, [*path.glob(FORM_FILE), *chain.from_iterable(parts)])


def read_heading(path: Path) -> Mapping[str, object]:
    """Return the table of form.toml as a set has it itself; FormError if it cannot be read."""
    if path.name.endswith(ONE_FILE):
        return _read_one_file(path).get(FORM_FILE, {})
    return read_files(path, path.glob(FORM_FILE)).get(FORM_FILE, {})


def read_whole_heading(path: Path, extending: tuple[str, ...] = ()) -> dict[str, object]:
    """Return the table of form.toml with what it takes over from the set that it extends.

    `extending` names the sets that wait for this one. Raises FormError if one cannot be read.
    """
    heading = dict(read_heading(path))
    name = heading.get(EXTENDS)
    if name is None:
        return heading
    base = _extended_path(path, name, extending)
    below = read_whole_heading(base, (*extending, name_of(base)))
    return extended({FORM_FILE: below}, {FORM_FILE: heading})[FORM_FILE]


def _read_one_file(path: Path) -> Tables:
    try:
        found = read_table(path)
    except YearError as error:
        raise FormError([Problem(path.name, "", str(error))]) from error
    strange = [name for name, table in found.items() if not _is_table_of_set(name, table)]
    if strange:
        raise FormError(Problem(path.name, shown(name), STRANGE) for name in strange)
    return cast(Tables, found)


def _is_table_of_set(name: str, table: object) -> bool:
    folder, _, file = name.rpartition("/")
    fitting = name == FORM_FILE or (folder in (INDICATORS, TABLES) and file.endswith(".toml"))
    return fitting and isinstance(table, dict)


def _extended_path(path: Path, name: object, extending: tuple[str, ...]) -> Path:
    """Return where the set lies that one extends: beside it, or else installed."""
    message = "写已有的另一套表单的名字，不能绕回自己"
    if isinstance(name, str) and name.isidentifier() and name not in (name_of(path), *extending):
        for beside in (path.parent / name, path.parent / f"{name}{ONE_FILE}"):
            if is_set(beside):
                return beside
        try:
            return form_folder(name)
        except FormError as error:
            message = error.problems[0].message
    raise FormError([Problem(FORM_FILE, EXTENDS, message)])
