"""Tables of targets and self-evaluation tables in files: which there are, what they say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from perf_tui.editing.merging import Merge, take_table
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.refusing import RefusedError, usable_path
from perf_tui.editing.table_rows import with_doubts
from perf_tui.reader.targets import FoundTable, TargetTable
from perf_tui.reader.text import ReportError
from perf_tui.store.errors import YearError
from perf_tui.store.files.encodings import bring
from perf_tui.store.files.tables import tables_beside
from perf_tui.store.forms import forms_beside
from perf_tui.store.keeping.opened_file import open_file
from perf_tui.store.toml.parsing import read_content

OTHER_YEAR = "表上写的是 {then} 年度，这里填 {now} 年度：只取指标，不取完成值"
LEFT = "表上没有、还留着的 {count} 项：{names}；不再要的，打开以后在指标表里删去"
MOST_NAMES = 5

__all__ = ["checked", "path_from", "read_tables", "table_words", "tables_beside", "take_into"]


def read_tables(path: Path) -> tuple[FoundTable, ...]:
    """Return the tables of targets in a file of Excel or Word or a text, that with most first.

    Raises RefusedError if there is none or the file cannot be read.
    """
    from perf_tui.reader.targets.files import MOST_BYTES, found_in

    try:
        found = found_in(read_content(path, MOST_BYTES), _decoded)
    except (YearError, ReportError) as error:
        raise RefusedError("{path}：{why}", path=path.name, why=str(error)) from error
    return tuple(sorted(found, key=lambda one: -len(one.table.indicators)))


def path_from(folder: Path, typed: str) -> Path:
    """Return the path that was typed, seen from a folder; raise RefusedError if there is none."""
    return folder / usable_path(typed.strip().strip("\"'"))


def table_words(found: FoundTable) -> str:
    """Return what a table is called and how many indicators it has."""
    return f"{found.name or '表格'}，{len(found.table.indicators)} 项指标"


def checked(open_year: OpenYear, table: TargetTable) -> TargetTable:
    """Return a table as it can be taken into a year, with doubts about what was reached.

    What was reached in another year, which stands above the table, is left out.
    """
    now = open_year.session.year.year
    if table.year in (None, now) or not any(row.actual for row in table.indicators):
        return replace(table, indicators=with_doubts(open_year.form, table.indicators))
    rows = tuple(
        replace(row, actual="", adjusted="", score="", reason="", remark="")
        for row in table.indicators
    )
    return replace(table, indicators=rows, notes=(OTHER_YEAR.format(then=table.year, now=now),))


def take_into(path: Path, table: TargetTable) -> TargetTable:
    """Take a table into the file of a year and save it. Return it with what to look at.

    Raises what opening and saving raise, and RefusedError if the year cannot be edited.
    """
    open_year = OpenYear(open_file(path, forms_beside(path)))
    try:
        sure = checked(open_year, table)
        merge = take_table(open_year, sure.indicators)
        open_year.keeper.save(open_year.session.year)
    finally:
        open_year.keeper.close()
    return replace(sure, notes=(*sure.notes, *_left(merge)))


def _left(merge: Merge) -> Iterator[str]:
    """Yield which of the year's indicators the table lacks, because they still count."""
    if names := [one.name for one in merge.missing]:
        more = " 等" if len(names) > MOST_NAMES else ""
        yield LEFT.format(count=len(names), names="、".join(names[:MOST_NAMES]) + more)


def _decoded(content: bytes) -> str:
    return bring(content).content.decode()
