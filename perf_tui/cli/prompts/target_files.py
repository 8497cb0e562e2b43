"""Reading a table of targets from a file, and taking one that was read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from perf_tui.cli.prompts.filing import hear_within
from perf_tui.cli.prompts.merging import merge_table
from perf_tui.cli.prompts.walk import Walk
from perf_tui.core.numbers import clean_text
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
Listed = TypeVar("Listed")


def read_in(walk: Walk, typed: str) -> None:
    """Read the table in the file that is typed, or in one of those beside the year's, and take it.

    Raises RefusedError if the year cannot be edited or the file has no such table.
    """
    require_editable(walk.open_year)
    if path := _path(walk, typed):
        tables = read_tables(path)
        words = [f"{table_words(one)}" for one in tables]
        chosen = tables[0] if len(tables) == 1 else _choose(walk, "读哪一张表", tables, words)
        if chosen:
            take(walk, chosen.table)


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
    return _choose(walk, "读哪一个文件", found, [one.name for one in found])


def _choose(
    walk: Walk, question: str, found: Sequence[Listed], words: Sequence[str]
) -> Listed | None:
    walk.say_all(f"{number}，{line}" for number, line in enumerate(words, 1))
    wanted = clean_text(hear_within(walk, f"{question}？输前面的数，不读就回车：")).strip()
    if wanted.isdecimal() and 0 < int(wanted[:9]) <= len(found):
        return found[int(wanted) - 1]
    if wanted:
        walk.say(f"没有第 {wanted} 条，没有读")
    return None
