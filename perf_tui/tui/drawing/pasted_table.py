"""A table of targets laid over a year's indicators: a row each, and what is said of one of them."""

from __future__ import annotations

from perf_tui.core.form.models import COMPARATORS
from perf_tui.editing.merge_words import (
    CHANGED,
    DROPPED,
    NEW,
    SAME,
    said_of,
    state_of,
    state_of_missing,
)
from perf_tui.editing.merging import Merge
from perf_tui.reader.targets import IndicatorRow, TargetTable
from perf_tui.showing.glyphs import Glyphs
from perf_tui.showing.indicators import goal_words
from perf_tui.tui.drawing.rows import DrawnRow, Piece, Role, clip, pad, pad_left, wrap

NUMBER, STATE = 4, 6
MOST_SAID = 3
ROLES: dict[str, Role] = {NEW: "good", CHANGED: "value", SAME: "dim", DROPPED: "error"}


def merge_rows(table: TargetTable, merge: Merge, width: int, glyphs: Glyphs) -> list[DrawnRow]:
    """Return a row for every row of the table, those that it lacks, and what was not used."""
    rows = [_row(merge, place, width, glyphs) for place in range(len(merge.rows))]
    for one in merge.missing:
        said = f"表上没有，{one.name}"
        rows.append(_of(str(one.number), state_of_missing(merge, one), said, width, glyphs))
    for left in table.ignored:
        what = "行" if left.kind == "row" else "列"
        said = f"第 {left.number} {what}没有用：{left.reason}（{left.text[:20]}）"
        rows.append((Piece(clip(glyphs.spell(said), width), "dim"),))
    return rows


def said_rows(merge: Merge, place: int, width: int, glyphs: Glyphs) -> list[DrawnRow]:
    """Return all that is to be said of the row under the cursor, in a few lines."""
    if place >= len(merge.rows):
        missing = merge.missing[place - len(merge.rows) :][:1]
        said = [f"{one.name}，{goal_words(one)}" for one in missing]
    else:
        row = merge.rows[place]
        said = [f"{_words(row)}", said_of(merge, place), *row.doubts]
    lines = [line for words in said if words for line in wrap(glyphs.spell(words), width)]
    return [(Piece(line, "dim"),) for line in lines[:MOST_SAID]]


def _row(merge: Merge, place: int, width: int, glyphs: Glyphs) -> DrawnRow:
    row, state = merge.rows[place], state_of(merge, place)
    mark = glyphs.question if merge.in_doubt(place) or row.doubts else " "
    said = f"{mark} {row.name}"
    if state == NEW and not merge.form.indicators:
        said += f"  {_goal(row)}  {row.weight or '-'}{_reached(row)}"
    elif words := said_of(merge, place):
        said += f"  {words}"
    return _of(str(place + 1), state, said, width, glyphs)


def _of(number: str, state: str, said: str, width: int, glyphs: Glyphs) -> DrawnRow:
    words = clip(glyphs.spell(said), width - NUMBER - STATE - 1)
    return (
        Piece(pad_left(number, NUMBER), "dim"),
        Piece(f" {pad(state, STATE)}", ROLES.get(state, "text")),
        Piece(words),
    )


def _goal(row: IndicatorRow) -> str:
    sign = COMPARATORS[row.sign] if row.sign and row.sign != "qualitative" else ""
    return f"{sign}{row.target}{row.unit}"


def _words(row: IndicatorRow) -> str:
    weight = f"{row.weight} 分" if row.weight else "没有权重"
    levels = "·".join(filter(None, (row.category, row.subcategory)))
    said = (row.name, _goal(row), _reached(row).strip(), weight, levels)
    return "，".join(filter(None, said))


def _reached(row: IndicatorRow) -> str:
    return f"  完成 {row.actual}" if row.actual else ""
