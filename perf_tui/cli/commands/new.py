"""`perf-tui new`: an empty year, or one with the indicators of a table of targets."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from perf_tui.cli.files import read_file, refuse_to_overwrite
from perf_tui.cli.output import err
from perf_tui.core.numbers import clean_text, hides_something
from perf_tui.editing.beginning import begin, require_ending
from perf_tui.store.years.beginning import OWN_FORM, PROJECT_FORM
from perf_tui.store.years.earlier_years import PROJECT_NAME

if TYPE_CHECKING:
    from perf_tui.reader.targets import FoundTable


def run(arguments: Namespace) -> int:
    """Write the new file, with what is known of the unit: last year's, `--unit`, `--project`.

    The table of `--targets` is read before, so that nothing is written if that fails.
    """
    out: Path = arguments.out
    require_ending(out, "新建")
    refuse_to_overwrite(out, force=arguments.force)
    unit, project = (_name(typed) for typed in (arguments.unit, arguments.project))
    last = (arguments.last, read_file(arguments.last).year) if arguments.last else None
    tables = _tables(arguments.targets) if arguments.targets else ()
    form = arguments.form or ("" if last else _usual_form(project, tables))
    head = {PROJECT_NAME: project} if project else {}
    begin(out, arguments.year, last, form=form, unit=unit, head=head, overwrite=True)
    if tables:
        _take(out, tables)
    err(f"已新建 {out}，用 perf-tui open {out} 填写")
    return 0


def _usual_form(project: str, tables: Sequence[FoundTable]) -> str:
    if project:
        return PROJECT_FORM
    return OWN_FORM if tables else ""


def _name(typed: str | None) -> str:
    """Return a typed name without invisible characters, which are told."""
    if hides_something(typed or ""):
        err("名称里有看不见的字符，已经去掉")
    return clean_text(typed or "").strip()


def _tables(path: Path) -> tuple[FoundTable, ...]:
    from perf_tui.editing.target_files import read_tables

    return read_tables(path)


def _take(out: Path, tables: Sequence[FoundTable]) -> None:
    """Take the first table, and say what to look at and which others were not taken."""
    from perf_tui.editing.target_files import table_words, take_into

    taken, *others = tables
    table = take_into(out, taken.table)
    err(f"读的是{table_words(taken)}")
    for other in others:
        err(f"没有读{table_words(other)}；要用它，打开以后在指标表里读入")
    doubts = (f"{one.name}：{doubt}" for one in table.indicators for doubt in one.doubts)
    for line in (*table.notes, *doubts):
        err(line)
