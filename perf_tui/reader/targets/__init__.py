"""Tables of targets, pasted or taken from a file, as indicators. No file is opened here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from perf_tui.reader.table import TallCell
from perf_tui.reader.targets.cells import LONGEST as LONGEST_CELL
from perf_tui.reader.targets.cells import one_line, tidy
from perf_tui.reader.targets.groups import (
    with_group_weights,
    with_namesakes,
    with_repeated_weights,
    with_tall_weights,
)
from perf_tui.reader.targets.headings import HEADINGS, field_of, unused
from perf_tui.reader.targets.result import Column, FoundTable, Ignored, IndicatorRow, TargetTable
from perf_tui.reader.targets.rows import read_rows, total_weight
from perf_tui.reader.targets.shape import Head, Row, heads_of
from perf_tui.reader.targets.tall_cells import filled_down, shares_in
from perf_tui.reader.targets.tsv import rows_of_text

MOST_ROWS, MOST_CELLS, MOST_CHARACTERS = 10_000, 300_000, 4_000_000
MOST_LINES = 5 * MOST_ROWS  # of a pasted text, whose cells may have several
QUOTED = 20  # characters that tell which row was ignored

NO_HEAD = (
    "没有认出表头：表头里要有「三级指标」或「指标名称」，旁边有「指标值」「分值」等列，"
    "连同表头一起复制再贴"
)
NO_INDICATOR = "表头下面没有指标，连同下面各行一起复制再贴"
TOO_MANY_ROWS = f"超过 {MOST_ROWS} 行，不像一张指标表，只复制指标的各行再贴"
TOO_MANY_CELLS = f"超过 {MOST_CELLS // 10_000} 万格，不像一张指标表，只复制指标的各行各列再贴"
TOO_LONG = f"文字超过 {MOST_CHARACTERS // 10_000} 万字，只复制指标的各行再贴"
_YEAR = re.compile(r"(?<!\d)(20\d\d)\s*年度?(?!\s*\d)")
ABOVE, SAME_HEAD, OTHER_HEAD = "在表头以上", "重复的表头", "另一张表的表头"
NO_HEADING, UNUSED, UNKNOWN = "没有表头", "用不着", "认不出表头"

__all__ = [
    "Column",
    "FoundTable",
    "Ignored",
    "IndicatorRow",
    "TargetTable",
    "read_pasted",
    "read_targets",
]


def read_pasted(text: str) -> TargetTable:
    """Return the indicators of a table as it is pasted from Excel, Word or a text with |."""
    if len(text) > MOST_CHARACTERS:
        return TargetTable(refusal=TOO_LONG)
    if text.count("\n") + text.count("\r") > 2 * MOST_LINES:
        return TargetTable(refusal=TOO_MANY_ROWS)
    return read_targets(rows_of_text(text))


def read_targets(rows: Sequence[Row], tall: Sequence[TallCell] = ()) -> TargetTable:
    """Return the indicators of a table, given as rows of cells.

    A tall cell may be empty or repeated behind its first row. `tall` are these cells, as far
    as that is known. Rows and columns count from 1.
    """
    if refusal := _too_large(rows):
        return TargetTable(refusal=refusal)
    tidied = [[cell if len(cell) > LONGEST_CELL else tidy(cell) for cell in row] for row in rows]
    heads = list(heads_of(tidied))
    if not heads:
        return TargetTable(refusal=NO_HEAD)
    return _read(tidied, heads, tall)


def _too_large(rows: Sequence[Row]) -> str:
    if len(rows) > MOST_ROWS:
        return TOO_MANY_ROWS
    if sum(map(len, rows)) > MOST_CELLS:
        return TOO_MANY_CELLS
    return TOO_LONG if sum(map(len, chain.from_iterable(rows))) > MOST_CHARACTERS else ""


def _read(
    rows: Sequence[list[str]], heads: Sequence[Head], tall: Sequence[TallCell]
) -> TargetTable:
    indicators: list[IndicatorRow] = []
    ignored = list(_outside(rows, heads))
    for head, end in zip(heads, _ends(rows, heads), strict=True):
        filled_down(rows, head, tall)
        found = list(read_rows(rows, head, end))
        good = [one for _, one in found if isinstance(one, IndicatorRow)]
        shares = shares_in(head, tall)
        if shares:
            indicators += with_tall_weights(good, shares)
        else:
            total = total_weight(rows, head, end)
            indicators += with_repeated_weights(with_group_weights(good), total)
        ignored += (_row(rows, n, reason) for n, reason in found if isinstance(reason, str))
    return TargetTable(
        tuple(with_namesakes(indicators)),
        tuple(_columns(heads[0])),
        (*_ignored_columns(rows, heads[0]), *sorted(ignored, key=lambda one: one.number)),
        "" if indicators else NO_INDICATOR,
        _year_above(rows[: heads[0].first - 1]),
    )


def _year_above(rows: Sequence[Row]) -> int | None:
    """Return the year that stands above a table, （2024年度）, or None if there is none or two."""
    years = set(_YEAR.findall("\n".join(chain.from_iterable(rows))))
    return int(years.pop()) if len(years) == 1 else None


def _ends(rows: Sequence[Row], heads: Sequence[Head]) -> list[int]:
    """Return the last row below each head."""
    return [*(head.first - 1 for head in heads[1:]), len(rows)]


def _columns(head: Head) -> Iterator[Column]:
    for field, place in sorted(head.places.items(), key=lambda one: one[1]):
        yield Column(place + 1, _heading(head, place), field, HEADINGS[field][0])


def _heading(head: Head, place: int) -> str:
    return " ".join(map(one_line, head.words[place]))


def _outside(rows: Sequence[Row], heads: Sequence[Head]) -> Iterator[Ignored]:
    """Yield the rows above the first head, and the heads behind it."""
    first = heads[0]
    for number in range(1, first.first):
        if any(rows[number - 1]):
            yield _row(rows, number, ABOVE)
    for head in heads[1:]:
        reason = SAME_HEAD if head.places == first.places else OTHER_HEAD
        yield from (_row(rows, number, reason) for number in range(head.first, head.last + 1))


def _row(rows: Sequence[Row], number: int, reason: str) -> Ignored:
    text = " ".join(one_line(cell[:QUOTED]) for cell in rows[number - 1] if cell)
    return Ignored("row", number, text[:QUOTED], reason)


def _ignored_columns(rows: Sequence[Row], head: Head) -> Iterator[Ignored]:
    below = rows[head.last :]
    for place in range(max(map(len, (head.words, *below)))):
        words = head.words[place] if place < len(head.words) else ()
        if place in head.places.values():
            continue
        if words:
            heading = _heading(head, place)[:QUOTED]
            yield Ignored("column", place + 1, heading, _why_not(head, words))
        elif any("".join(row[place : place + 1]) for row in below):
            yield Ignored("column", place + 1, "", NO_HEADING)


def _why_not(head: Head, words: Sequence[str]) -> str:
    if unused(words):
        return UNUSED
    found = field_of(words)
    if found is None:
        return UNKNOWN
    taken = head.places.get(found[0], head.places["name"])
    return f"与「{_heading(head, taken)}」重复"
