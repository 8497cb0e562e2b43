"""`perf-tui forms export` and `add`: form sets handed on as one file."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from perf_tui.cli.files import CommandError, read_file, refuse_to_overwrite
from perf_tui.cli.form_sets.locating import is_path, path_of_set
from perf_tui.cli.output import err
from perf_tui.core.form.build import FORM_FILE
from perf_tui.core.form.problems import shown
from perf_tui.core.form.values import is_name
from perf_tui.core.form.writing import set_from
from perf_tui.store.forms.adding import add_set, write_set
from perf_tui.store.forms.files import ONE_FILE, Tables, is_set, name_of
from perf_tui.store.forms.reading import read_tables
from perf_tui.store.years.year_file import ENDING

NAMED_SO = (
    f"文件名就是表单的名字，写成 名字{ONE_FILE}，如 county{ONE_FILE}；名字用小写字母、数字和下划线"
)


def add(arguments: Namespace) -> int:
    """Put a form set into the user's folder."""
    if not is_path(arguments.what):
        raise CommandError(f"添加哪套表单？写它的文件夹或 名字{ONE_FILE} 文件")
    form, path, before = add_set(path_of_set(arguments.what), force=arguments.force)
    instead = f"，换下第 {before} 版" if before is not None else ""
    err(f"已添加 {form.id} 第 {form.version} 版（{form.title}）{instead}：{path}")
    return 0


def export(arguments: Namespace) -> int:
    """Write a form set, or that which a year follows, as one file, by whose name it goes."""
    out: Path | None = arguments.out
    if out is None:
        raise CommandError(f"导出到哪里？加上 -o 名字{ONE_FILE}")
    name = name_of(out)
    if name == out.name or not is_name(name):
        raise CommandError(f"{shown(str(out))}：{NAMED_SO}")
    refuse_to_overwrite(out, force=arguments.force)
    form = write_set(out, _tables(arguments.what, name, arguments.title or ""))
    err(f"已导出 {form.id} 第 {form.version} 版（{form.title}）：{out}")
    return 0


def _tables(what: str, name: str, title: str) -> Tables:
    path = Path(what)
    if path.suffix == ENDING and not is_set(path):
        form = read_file(path).form
        # A year's set that keeps its name is the next version of the one that the year follows.
        return set_from(form, name, form.version + 1 if form.id == name else 1, title)
    tables = read_tables(path_of_set(what))
    told = {"id": name, **({"title": title} if title else {})}
    return {**tables, FORM_FILE: {**tables.get(FORM_FILE, {}), **told}}
