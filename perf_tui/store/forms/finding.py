"""Finding form sets: with the program, beside a year's file, in the user's folder.

A name of the program's always means the set that comes with it. Of another one the newest version
counts; of equal versions, the one beside the file before the one in the user's folder.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Literal

from perf_tui.core.form.build import FORM_FILE
from perf_tui.core.form.definition import PROJECT, Form
from perf_tui.core.form.problems import FormError, Problem, shown
from perf_tui.store.forms.files import Tables, name_of, sets_in
from perf_tui.store.forms.installed import (
    UnknownFormError,
    form_folder,
    installed_sets,
    root,
    unknown,
)
from perf_tui.store.forms.reading import read_form, read_heading, read_tables, read_whole_heading
from perf_tui.store.user.folders import data_folder

Place = Literal["program", "beside", "user"]
PLACES: Mapping[Place, str] = {"program": "随程序", "beside": "本文件夹", "user": "用户"}
"""Where a set was found → what that is called. The nearer comes before the farther."""
RESERVED = "{name} 是随程序的表单，这一份不用；换一个 id"
DOUBLE = "{files} 都是 {name} 第 {version} 版，内容不同；删去一份，或改 version"


@dataclass(frozen=True, slots=True)
class FoundSet:
    """A form set that was found. `name` is its id. `trouble` says why it cannot be used, if so.

    `about` explains it in one line, and `basis` says whose rules it follows. `for_project` is true
    if it asks for the name of a project.
    """

    name: str
    path: Path
    place: Place
    version: int = 0
    title: str = ""
    about: str = ""
    basis: str = ""
    trouble: str = ""
    for_project: bool = False


@cache
def load_form(name: str) -> Form:
    """Return the form of this name that comes with the program, read once in a process.

    Raises FormError if there is none or it is broken.
    """
    form = read_form(form_folder(name))
    if form.id != name:
        # A year's file keeps the id and finds its form again by it.
        message = f"写的是 {form.id}，要和文件夹同名，改成 {shown(name)}"
        raise FormError([Problem(FORM_FILE, "id", message)])
    return form


def forms_beside(path: Path) -> Callable[[str], Form]:
    """Return what loads a form by its name for the year's file at `path`.

    It raises FormError if there is none or it is broken.
    """

    def load(name: str) -> Form:
        try:
            return load_form(name)
        except UnknownFormError:
            return read_form(find_set(name, path.parent).path)

    return load


def find_set(name: str, folder: Path) -> FoundSet:
    """Return the form set of this name for the years in a folder.

    Raises FormError if there is none that can be used.
    """
    found = find_sets(folder)
    best = newest(found).get(name)
    if best is not None:
        return best
    for one in found:
        if one.name == name:
            raise FormError([Problem(str(one.path), "", one.trouble)])
    raise unknown(name, (one.name for one in found if not one.trouble))


def find_sets(folder: Path) -> list[FoundSet]:
    """Return all form sets for the years in a folder, those with the program first."""
    with_program = [_found(path, "program") for path in installed_sets().values()]
    return [
        *with_program,
        *_others(folder, "beside", with_program),
        *_others(user_forms(), "user", with_program),
    ]


def newest(found: list[FoundSet]) -> dict[str, FoundSet]:
    """Return of every name the set that counts; those that cannot be used are left out."""
    best: dict[str, FoundSet] = {}
    for one in found:
        if not one.trouble and (one.name not in best or one.version > best[one.name].version):
            best[one.name] = one
    return best


def later_set(form: Form, folder: Path) -> FoundSet | None:
    """Return the set that counts for the years in a folder if it is newer than this version."""
    one = newest(find_sets(folder)).get(form.id)
    return one if one is not None and one.version > form.version else None


def user_forms() -> Path:
    """Return the folder of the form sets that the user has added, which may not exist."""
    return data_folder() / "forms"


def _others(folder: Path, place: Place, with_program: list[FoundSet]) -> Iterator[FoundSet]:
    """Yield the sets that lie in a folder; of one name and version only equal ones can be used."""
    if folder.resolve() == root().resolve():
        return
    reserved = {one.name for one in with_program}
    groups: dict[tuple[str, int], list[FoundSet]] = defaultdict(list)
    for path in sets_in(folder):
        one = _found(path, place)
        if one.name in reserved and not one.trouble:
            one = replace(one, trouble=RESERVED.format(name=one.name))
        groups[one.name, one.version].append(one)
    for group in groups.values():
        trouble = _conflict(group)
        yield from (replace(one, trouble=one.trouble or trouble) for one in group)


def _conflict(group: list[FoundSet]) -> str:
    """Return a sentence if sets of one name and version differ, else an empty string."""
    sound = [one for one in group if not one.trouble]
    contents = [_content(one.path) for one in sound]
    if all(one == contents[0] for one in contents):
        return ""
    files = "、".join(one.path.name for one in sound)
    return DOUBLE.format(files=files, name=sound[0].name, version=sound[0].version)


def _content(path: Path) -> Tables | None:
    try:
        return read_tables(path)
    except FormError:
        return None


def _names_project(heading: Mapping[str, object]) -> bool:
    unit = heading.get("unit")
    facts = unit if isinstance(unit, list) else []
    return any(isinstance(fact, dict) and fact.get("key") == PROJECT for fact in facts)


def _words(path: Path, problem: Problem) -> str:
    """Return a problem of the set at a path, without the path itself."""
    return problem.message if problem.file == path.name and not problem.key else str(problem)


def _found(path: Path, place: Place) -> FoundSet:
    """Return the set at a path with what its form.toml says of it."""
    try:
        heading, whole = read_heading(path), read_whole_heading(path)
    except FormError as error:
        return FoundSet(name_of(path), path, place, trouble=_words(path, error.problems[0]))
    name, version, title = (heading.get(key) for key in ("id", "version", "title"))
    if isinstance(name, str) and type(version) is int and isinstance(title, str):
        about, basis = (
            words if isinstance(words := heading.get(key), str) else ""
            for key in ("about", "basis")
        )
        told = FoundSet(name, path, place, version, title, about, basis)
        return replace(told, for_project=_names_project(whole))
    trouble = f"{FORM_FILE} 里要写上 id、version 和 title"
    return FoundSet(name_of(path), path, place, trouble=trouble)
