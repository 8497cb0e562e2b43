"""Form sets on disk: a folder with `form.toml`, a file per indicator and one per table layout.

Beside them lies the library of common indicators, a file for each field of work.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from perf_tui.core.form.build import FORM_FILE, INDICATORS, TABLES, Reading, build_form
from perf_tui.core.form.definition import Form
from perf_tui.core.form.extending import EXTENDS, extended
from perf_tui.core.form.problems import FormError, Problem, nearest, shown
from perf_tui.store.errors import YearError
from perf_tui.store.toml.parsing import parse_toml, read_content

if TYPE_CHECKING:
    from perf_tui.core.form.library import LibraryIndicator

Tables: TypeAlias = dict[str, dict[str, object]]  # file name → its table

MOST_BYTES = 2**20
LIBRARY = "library"  # folder beside the form sets

PACKAGE = Path(__file__).parents[1]
# Forms travel inside the installed package; in a checkout they lie beside it.
ROOTS = (PACKAGE / "data" / "forms", PACKAGE.parent / "forms")


@cache
def load_form(name: str) -> Form:
    """Return the form of this name, read once in a process.

    Raises FormError if there is none or it is broken.
    """
    form = read_form(form_folder(name))
    if form.id != name:
        # A year's file keeps the id and finds its form again by it.
        message = f"写的是 {form.id}，要和文件夹同名，改成 {shown(name)}"
        raise FormError([Problem(FORM_FILE, "id", message)])
    return form


def is_installed(name: str) -> bool:
    """Whether there is a form set of this name beside the program."""
    return any(_is_form(root / name) for root in ROOTS if root.is_dir())


class FormNote(NamedTuple):
    """What a form set says of itself: its title, one line about it, and whose rules it follows."""

    title: str
    about: str
    basis: str


def form_notes() -> dict[str, FormNote]:
    """Return the notes of the installed form sets by their names; broken ones are left out."""
    notes: dict[str, FormNote] = {}
    for folder in _form_folders(_root()):
        with suppress(YearError):
            table = _read_table(folder / FORM_FILE)
            title, *more = (table.get(key, "") for key in FormNote._fields)
            if isinstance(title, str) and title:
                about, basis = (words if isinstance(words, str) else "" for words in more)
                notes[folder.name] = FormNote(title, about, basis)
    return notes


def form_folder(name: str) -> Path:
    """Return the folder of the form of this name; raise FormError with the known names if none."""
    known = {folder.name: folder for folder in _form_folders(_root())}
    if name in known:
        return known[name]
    names = "、".join(known) or "（一套也没有）"
    message = f"没有这套表单{nearest(name, known)}，现有的是 {names}"
    raise FormError([Problem(shown(name), "", message)])


def read_form(folder: Path) -> Form:
    """Return the form in a folder.

    Raises FormError with all problems, or, if there are unreadable files, with those only.
    """
    return build_form(_read_tables(folder))


@cache
def load_library() -> tuple[LibraryIndicator, ...]:
    """Return the indicators of the library, read once in a process.

    Raises FormError if a file of it is broken.
    """
    from perf_tui.core.form.library import build_library  # only who picks indicators needs it

    return build_library(_read_library(_root()))


def is_folder_of_form(name: str) -> bool:
    """Whether a name that was typed is the path to a folder with a form set in it."""
    return ("/" in name or "\\" in name) and _is_form(Path(name))


def tables_in(folder: Path) -> Tables:
    """Return the tables of a form set's files by their names: what a year may carry along.

    Raises FormError with all problems if they make no form.
    """
    tables = _read_tables(folder)
    build_form(tables)
    return tables


def check_forms(folder: Path) -> tuple[Problem, ...]:
    """Return the problems of the form set in a folder, or of all form sets in its subfolders.

    With the latter goes the library that lies beside them.
    """
    if _is_form(folder):
        return _check(folder, "")
    folders = _form_folders(folder)
    if not folders:
        return (Problem(str(folder), "", f"这里没有表单，换成放着 {FORM_FILE} 的文件夹"),)
    forms = (problem for one in folders for problem in _check(one, f"{one.name}/"))
    return (*forms, *_check_library(folder))


def _root() -> Path:
    return next((root for root in ROOTS if root.is_dir()), ROOTS[0])


def _read_tables(folder: Path, extending: tuple[str, ...] = ()) -> Tables:
    """Return the tables of a set, with those that it takes over from the one it extends.

    `extending` names the sets that wait for this one.
    """
    parts = (sorted(folder.glob(f"{one}/*.toml")) for one in (INDICATORS, TABLES))
    files = _read_files(folder, [*folder.glob(FORM_FILE), *chain.from_iterable(parts)])
    name = files.get(FORM_FILE, {}).get(EXTENDS)
    if name is None:
        return files
    base = _extended_folder(folder, name, extending)
    return extended(_read_tables(base, (*extending, base.name)), files)


def _extended_folder(folder: Path, name: object, extending: tuple[str, ...]) -> Path:
    """Return the folder of the set that one extends: beside it, or else installed."""
    message = "写已有的另一套表单的名字，不能绕回自己"
    if isinstance(name, str) and name.isidentifier() and name not in (folder.name, *extending):
        beside = folder.parent / name
        if _is_form(beside):
            return beside
        try:
            return form_folder(name)
        except FormError as error:
            message = error.problems[0].message
    raise FormError([Problem(FORM_FILE, EXTENDS, message)])


def _read_library(root: Path) -> Tables:
    return _read_files(root, sorted(root.glob(f"{LIBRARY}/*.toml")))


def _read_files(folder: Path, paths: Iterable[Path]) -> Tables:
    tables: Tables = {}
    unreadable: list[Problem] = []
    for path in paths:
        file = path.relative_to(folder).as_posix()
        try:
            tables[file] = _read_table(path)
        except YearError as error:
            unreadable.append(Problem(file, "", str(error)))
    if unreadable:
        raise FormError(unreadable)
    return tables


def _check(folder: Path, prefix: str) -> tuple[Problem, ...]:
    found = _problems_of(lambda read: build_form(_read_tables(folder), read))
    return tuple(replace(each, file=prefix + each.file) for each in found)


def _check_library(root: Path) -> tuple[Problem, ...]:
    from perf_tui.core.form.library import build_library

    return _problems_of(lambda read: build_library(_read_library(root), read))


def _problems_of(build: Callable[[Reading], object]) -> tuple[Problem, ...]:
    from perf_tui.core.form.thorough_reading import read_thoroughly  # loads pydantic

    try:
        build(read_thoroughly)
    except FormError as error:
        return error.problems
    return ()


def _form_folders(root: Path) -> list[Path]:
    return [folder for folder in sorted(root.glob("*/")) if _is_form(folder)]


def _is_form(folder: Path) -> bool:
    return any(folder.glob(FORM_FILE)) or any(folder.glob(INDICATORS))


def _read_table(path: Path) -> dict[str, object]:
    content = read_content(path)
    if len(content) > MOST_BYTES:
        raise YearError("超过 1 MiB，表单文件用不到这么大，删去多余的内容")
    return parse_toml(content)
