"""What is wrong with form sets, told thoroughly."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from perf_tui.core.form.build import FORM_FILE, Reading, build_form
from perf_tui.core.form.problems import FormError, Problem
from perf_tui.store.forms.files import ONE_FILE, is_set, sets_in
from perf_tui.store.forms.library import read_library
from perf_tui.store.forms.reading import read_tables


def check_forms(path: Path) -> tuple[Problem, ...]:
    """Return the problems of the form set at a path, or of all form sets in a folder.

    With the latter goes the library that lies beside them.
    """
    if is_set(path):
        return _check(path, "")
    found = sets_in(path)
    if not found:
        words = f"这里没有表单，换成放着 {FORM_FILE} 的文件夹，或一个 名字{ONE_FILE} 文件"
        return (Problem(str(path), "", words),)
    forms = (problem for one in found for problem in _check(one, f"{one.name}/"))
    return (*forms, *_check_library(path))


def _check(path: Path, prefix: str) -> tuple[Problem, ...]:
    found = _problems_of(lambda read: build_form(read_tables(path), read))
    return tuple(replace(each, file=prefix + each.file) for each in found)


def _check_library(folder: Path) -> tuple[Problem, ...]:
    from perf_tui.core.form.library import build_library

    return _problems_of(lambda read: build_library(read_library(folder), read))


def _problems_of(build: Callable[[Reading], object]) -> tuple[Problem, ...]:
    from perf_tui.core.form.thorough_reading import read_thoroughly  # loads pydantic

    try:
        build(read_thoroughly)
    except FormError as error:
        return error.problems
    return ()
