"""Building of a form from the tables of its TOML files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol, TypeAlias, TypeVar

from perf_tui.core.form.definition import Form
from perf_tui.core.form.form_table import FormTable
from perf_tui.core.form.layout import TableLayout
from perf_tui.core.form.lint import lint
from perf_tui.core.form.lint.source import FORM_FILE, Source
from perf_tui.core.form.models import Indicator
from perf_tui.core.form.problems import FormError, Problem
from perf_tui.core.form.quick_reading import read_quickly
from perf_tui.core.form.weights import weighed_by_table

__all__ = ["FORM_FILE", "INDICATORS", "TABLES", "FormError", "Problem", "build_form"]

INDICATORS, TABLES = "indicators", "tables"  # folders beside form.toml

Table: TypeAlias = Mapping[str, object]
P = TypeVar("P", bound=FormTable)


class Reading(Protocol):
    """Makes a model from a file's table, or raises FormError with every misfit."""

    def __call__(self, model: type[P], file: str, table: Table) -> P: ...


def read_part(model: type[P], file: str, table: Table) -> P:
    """Read a file's table. Raises FormError with every misfit.

    Only a table that fails the quick reading is read thoroughly, because that takes long to load.
    """
    try:
        return read_quickly(model, table)
    except ValueError:
        from perf_tui.core.form.thorough_reading import read_thoroughly

        return read_thoroughly(model, file, table)


def build_form(files: Mapping[str, Table], read: Reading = read_part) -> Form:
    """Build the form from {"form.toml": …, "indicators/01_x.toml": …, "tables/x.toml": …}.

    The indicators are sorted by number and have the weights that the table prints. Raises FormError
    with every problem. The rules across keys and files are only asked once every table fits its
    model.
    """
    problems: list[Problem] = []
    indicators = _read_folder(Indicator, INDICATORS, files, read, problems)
    indicators = dict(sorted(indicators.items(), key=lambda pair: pair[1].number))
    tables = _read_folder(TableLayout, TABLES, files, read, problems)
    parts = {INDICATORS: tuple(indicators.values()), TABLES: tuple(tables.values())}
    form = _read_form(files, parts, read, problems)
    if form is None or problems:
        raise FormError(problems)
    broken = lint(Source(form, tuple(indicators), tuple(tables)))
    if broken:
        raise FormError(broken)
    return weighed_by_table(form)


def _read_folder(
    model: type[P],
    folder: str,
    files: Mapping[str, Table],
    read: Reading,
    problems: list[Problem],
) -> dict[str, P]:
    names = sorted(name for name in files if name.startswith(f"{folder}/"))
    parts = ((name, _read(read, model, name, files[name], problems)) for name in names)
    return {name: part for name, part in parts if part is not None}


def _read_form(
    files: Mapping[str, Table],
    parts: Mapping[str, tuple[FormTable, ...]],
    read: Reading,
    problems: list[Problem],
) -> Form | None:
    if FORM_FILE not in files:
        problems.append(Problem(FORM_FILE, "", "没有这个文件，表单的标题、方案和章节写在里面"))
        return None
    table = files[FORM_FILE]
    for folder, what in {INDICATORS: "指标", TABLES: "自评表"}.items():
        if folder in table:
            problems.append(Problem(FORM_FILE, folder, f"{what}不写在这里，移到 {folder}/ 下"))
    return _read(read, Form, FORM_FILE, {**table, **parts}, problems)


def _read(
    read: Reading, model: type[P], file: str, table: Table, problems: list[Problem]
) -> P | None:
    try:
        return read(model, file, table)
    except FormError as error:
        problems.extend(error.problems)
        return None
