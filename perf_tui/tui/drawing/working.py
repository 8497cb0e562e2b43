"""The working of the total and of every indicator, line by line, and what cost points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from perf_tui.core.explaining import explain_grade, explain_item, explain_losses
from perf_tui.core.scoring import Item
from perf_tui.core.standing import Standing
from perf_tui.core.working import Line, work_item, work_total
from perf_tui.showing.glyphs import Glyphs
from perf_tui.tui.drawing.rows import Piece, Row, beside

LABEL = 14


def working_rows(standing: Standing, width: int, glyphs: Glyphs, here: str = "") -> list[Row]:
    """The total, the grades, what was lost, then the indicators; the one with id `here` marked."""
    parts = {
        "总分": work_total(standing),
        "等级": explain_grade(standing),
        "失分": explain_losses(standing),
    }
    rows: list[Row] = []
    for title, lines in parts.items():
        rows += [(Piece(title, "heading"),), *_rows(lines, width, glyphs), ()]
    for item in standing.score.items:
        rows += [_heading(item, here, glyphs), *_item_rows(standing, item, width, glyphs), ()]
    return rows[:-1]


def _heading(item: Item, here: str, glyphs: Glyphs) -> Row:
    title = glyphs.spell(f"{item.indicator.number} {item.indicator.name}")
    if item.indicator.id == here:
        return (Piece(f"> {title}", "here"),)
    return (Piece(title, "heading"),)


def _item_rows(standing: Standing, item: Item, width: int, glyphs: Glyphs) -> Iterator[Row]:
    yield from _rows(work_item(standing, item), width, glyphs)
    yield from _rows(explain_item(standing, item), width, glyphs)


def _rows(lines: Iterable[Line], width: int, glyphs: Glyphs) -> Iterator[Row]:
    for line in lines:
        label = Piece(glyphs.spell(line.label), "label")
        equation = Piece(glyphs.spell(line.equation))
        yield from beside(label, equation, LABEL, width)
