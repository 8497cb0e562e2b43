"""The working of the total and of every indicator, line by line, and where points were lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.explaining.explanation import explain_deductions, explain_grade, explain_item
from perf_tui.core.explaining.working import Equation, work_item, work_total
from perf_tui.core.scoring.item import IndicatorScore
from perf_tui.showing.glyphs import Glyphs
from perf_tui.tui.drawing.rows import DrawnRow, Piece, beside

LABEL = 14


def working_rows(
    evaluation: Evaluation, width: int, glyphs: Glyphs, here: str = ""
) -> list[DrawnRow]:
    """Return the total, the grade and the losses, then every indicator.

    The indicator with id `here` is marked, so that the dialog opens at it.
    """
    parts = {
        "总分": work_total(evaluation),
        "等级": explain_grade(evaluation),
        "失分": explain_deductions(evaluation),
    }
    rows: list[DrawnRow] = []
    for title, lines in parts.items():
        if told := list(_rows(lines, width, glyphs)):  # a scheme without grades tells none
            rows += [(Piece(title, "heading"),), *told, ()]
    for item in evaluation.score.items:
        rows += [_heading(item, here, glyphs), *_item_rows(evaluation, item, width, glyphs), ()]
    return rows[:-1]


def _heading(item: IndicatorScore, here: str, glyphs: Glyphs) -> DrawnRow:
    title = glyphs.spell(f"{item.indicator.number} {item.indicator.name}")
    if item.indicator.id == here:
        return (Piece(f"> {title}", "here"),)
    return (Piece(title, "heading"),)


def _item_rows(
    evaluation: Evaluation, item: IndicatorScore, width: int, glyphs: Glyphs
) -> Iterator[DrawnRow]:
    yield from _rows(work_item(evaluation, item), width, glyphs)
    yield from _rows(explain_item(evaluation, item), width, glyphs)


def _rows(lines: Iterable[Equation], width: int, glyphs: Glyphs) -> Iterator[DrawnRow]:
    for line in lines:
        label = Piece(glyphs.spell(line.label), "label")
        equation = Piece(glyphs.spell(line.equation))
        yield from beside(label, equation, LABEL, width)
