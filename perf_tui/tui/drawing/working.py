"""The working of the total and of every indicator, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from perf_tui.core.standing import Standing
from perf_tui.core.working import Line, work_item, work_total
from perf_tui.tui.drawing.marks import Marks
from perf_tui.tui.drawing.rows import Piece, Row, pad, wrap

LABEL = 14


def working_rows(standing: Standing, width: int, marks: Marks) -> list[Row]:
    """The total first, then the indicators."""
    rows = [row for line in work_total(standing) for row in _line_rows(line, width, marks)]
    for item in standing.score.items:
        title = f"{item.indicator.number} {item.indicator.name}"
        rows += [(), (Piece(marks.spell(title), "heading"),)]
        for line in work_item(standing, item):
            rows += _line_rows(line, width, marks)
    return rows


def _line_rows(line: Line, width: int, marks: Marks) -> Iterator[Row]:
    for n, text in enumerate(wrap(marks.spell(line.equation), width - LABEL)):
        yield Piece(pad(line.label if n == 0 else "", LABEL), "label"), Piece(text)
