"""Reading a table of targets from a file, and taking one that was read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from perf_tui.cli.prompts.filing import hear_choice
from perf_tui.cli.prompts.merging import merge_table
from perf_tui.cli.prompts.walk import Walk
from perf_tui.editing.refusing import require_editable
from perf_tui.editing.target_files import (
    checked,
    path_from,
    read_tables,
    table_words,
    tables_beside,
)
from perf_tui.reader.targets import TargetTable

NO_FILE = "这个文件夹里没有 Excel、Word 文件，在 .指标 读入 后面写文件的路径"


def read_in(walk: Walk, typed: str) -> None:
    """Read the table in the file that is typed, or in one of those beside the year's, and take it.

    Raises RefusedError if the year cannot be edited or the file has no such table.
    """
    require_editable(walk.open_year)
    if path := _path(walk, typed):
        tables = read_tables(path)
        chosen = 0 if len(tables) == 1 else _choose(walk, "读哪一张表", map(table_words, tables))
        if chosen is not None:
            take(walk, tables[chosen].table)


def take(walk: Walk, table: TargetTable) -> None:
    """Take a table into the year, and say what to look at, or why it cannot be taken."""
    if table.refusal:
        walk.say(table.refusal)
        return
    sure = checked(walk.open_year, table)
    merge_table(walk, sure)
    walk.say_all(sure.notes)


def _path(walk: Walk, typed: str) -> Path | None:
    here = walk.open_year.path
    if typed:
        return path_from(here.parent, typed)
    found = tables_beside(here)
    if not found:
        walk.say(NO_FILE)
        return None
    chosen = _choose(walk, "读哪一个文件", (one.name for one in found))
    return None if chosen is None else found[chosen]


def _choose(walk: Walk, question: str, lines: Iterable[str]) -> int | None:
    return hear_choice(walk, lines, f"{question}？输前面的数，不读就回车：")
