"""A form from the tables of its TOML files, or every problem that they have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol, TypeAlias, TypeVar

from perf_tui.core.form.definition import Form
from perf_tui.core.form.lint import lint
from perf_tui.core.form.lint.source import FORM_FILE, Source
from perf_tui.core.form.models import Indicator, Part
from perf_tui.core.form.problems import FormError, Problem
from perf_tui.core.form.structure import read_quickly

__all__ = ["FORM_FILE", "FormError", "Problem", "build_form"]

Table: TypeAlias = Mapping[str, object]
P = TypeVar("P", bound=Part)


class Reading(Protocol):
    """Makes a model of a file's table, or raises FormError with all that does not fit."""

    def __call__(self, model: type[P], file: str, table: Table) -> P: ...


def read_part(model: type[P], file: str, table: Table) -> P:
    """The quick reading; the thorough one has its say, and is loaded, where the quick one fails."""
    try:
        return read_quickly(model, table)
    except ValueError:
        from perf_tui.core.form.shape import read_thoroughly

        return read_thoroughly(model, file, table)


def build_form(files: Mapping[str, Table], read: Reading = read_part) -> Form:
    """The form of the tables {"form.toml": …, "indicators/01_x.toml": …}, indicators by number.

    Raises FormError with every problem; the rules that look across keys and files come to their
    turn once every table has its shape.
    """
    problems: list[Problem] = []
    declared = _read_indicators(files, read, problems)
    form = _read_form(files, tuple(one for _, one in declared), read, problems)
    if form is None or problems:
        raise FormError(problems)
    broken = lint(Source(form, tuple(file for file, _ in declared)))
    if broken:
        raise FormError(broken)
    return form


def _read_indicators(
    files: Mapping[str, Table], read: Reading, problems: list[Problem]
) -> list[tuple[str, Indicator]]:
    names = sorted(files.keys() - {FORM_FILE})
    parts = [(name, _read(read, Indicator, name, files[name], problems)) for name in names]
    declared = [(name, one) for name, one in parts if one]
    return sorted(declared, key=lambda pair: pair[1].number)


def _read_form(
    files: Mapping[str, Table],
    indicators: tuple[Indicator, ...],
    read: Reading,
    problems: list[Problem],
) -> Form | None:
    if FORM_FILE not in files:
        problems.append(Problem(FORM_FILE, "", "没有这个文件，表单的标题、方案和章节写在里面"))
        return None
    table = files[FORM_FILE]
    if "indicators" in table:
        problems.append(Problem(FORM_FILE, "indicators", "指标不写在这里，移到 indicators/ 下"))
    return _read(read, Form, FORM_FILE, {**table, "indicators": indicators}, problems)


def _read(
    read: Reading, model: type[P], file: str, table: Table, problems: list[Problem]
) -> P | None:
    try:
        return read(model, file, table)
    except FormError as error:
        problems.extend(error.problems)
        return None
