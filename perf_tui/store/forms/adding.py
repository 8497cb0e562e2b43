"""Handing a form set on: written as one file, and put into the user's folder."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from perf_tui.core.form.build import build_form
from perf_tui.core.form.definition import Form
from perf_tui.core.form.problems import FormError, Problem, shown
from perf_tui.store.errors import SaveError, reason_of
from perf_tui.store.files.atomic import SHARED, write_atomically
from perf_tui.store.forms.files import MOST_BYTES, ONE_FILE, Tables
from perf_tui.store.forms.finding import RESERVED, find_sets, user_forms
from perf_tui.store.forms.installed import is_installed
from perf_tui.store.forms.reading import tables_in
from perf_tui.store.user.folders import PRIVATE_FOLDER

HEADER = """\
# {title}：{name} 第 {version} 版
# 放到年度文件旁边就能用，或用 perf-tui forms add 添加。
"""


class Added(NamedTuple):
    """A set that is now in the user's folder, and the version that it stands for, if any."""

    form: Form
    path: Path
    before: int | None


def write_set(path: Path, tables: Tables) -> Form:
    """Write the tables of a whole set as one file and return its form.

    Raises FormError if they make no form, SaveError if the file was not written.
    """
    import tomli_w  # only writing needs it

    form = build_form(tables)
    head = HEADER.format(title=shown(form.title), name=form.id, version=form.version)
    text = tomli_w.dumps(tables, multiline_strings=True)
    content = f"{head}\n{text}".encode("utf-8", "replace")
    if len(content) > MOST_BYTES:
        raise SaveError(f"{path} 没有写成：内容超过 1 MiB，删短最长的文字")
    write_atomically(path, content, SHARED, "写成")
    return form


def add_set(path: Path, *, force: bool = False) -> Added:
    """Put the form set at a path into the user's folder, as one file.

    It stands for one of the same name there if its version is higher, or with `force`. Raises
    FormError if it is broken or has the name of a set that comes with the program, SaveError if it
    is not newer or cannot be written.
    """
    tables = tables_in(path)
    form = build_form(tables)
    if is_installed(form.id):
        raise FormError([Problem(str(path), "id", RESERVED.format(name=form.id))])
    there = [one for one in find_sets(user_forms()) if one.place == "user" and one.name == form.id]
    before = max((one.version for one in there), default=None)
    if before is not None and before >= form.version and not force:
        words = f"{form.id} 没有添加：已有第 {before} 版，{path} 是第 {form.version} 版，不比它新"
        raise SaveError(f"{words}；一定要换，加 --force")
    target = user_forms() / f"{form.id}{ONE_FILE}"
    try:
        target.parent.mkdir(PRIVATE_FOLDER, parents=True, exist_ok=True)
    except OSError as error:
        raise SaveError(f"{form.id} 没有添加：{reason_of(error, '没有个人文件夹')}") from error
    write_set(target, tables)
    return Added(form, target, before)
