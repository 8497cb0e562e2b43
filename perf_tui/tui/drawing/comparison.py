"""Several years side by side: a row a figure, and one figure's course as bars."""

from __future__ import annotations

from decimal import Decimal

from perf_tui.core.comparison import NONE, Comparison, Course, bars, signed
from perf_tui.core.rounding import fixed
from perf_tui.tui.drawing.marks import Marks
from perf_tui.tui.drawing.rows import Piece, Row, clip, pad, pad_left

NUMBER, LEAST_NAME = 4, 16
RESULT, SCORE, CHANGE = 10, 7, 9
YEAR, WORDS = 6, 20


def comparison_title(comparison: Comparison, width: int) -> str:
    """Which years there are, and how many of them the table has room for."""
    years, shown = comparison.years, _shown(comparison, width)
    title = f"历年对比 {years[0].year.year}-{years[-1].year.year} 年"
    return title if shown == len(years) else f"{title}，表中只有最近 {shown} 年"


def head_row(comparison: Comparison, width: int) -> Row:
    """What the columns hold."""
    years = comparison.years[-_shown(comparison, width) :]
    cells = "".join(pad_left(str(one.year.year), RESULT) + pad_left("得分", SCORE) for one in years)
    name = pad("", width - len(years) * (RESULT + SCORE) - CHANGE)
    return (Piece(clip(name + cells + pad_left("增减", CHANGE), width), "heading"),)


def comparison_rows(comparison: Comparison, width: int, marks: Marks) -> list[Row]:
    """Every figure: what was reached and scored in the latest years, and the latest change."""
    shown = _shown(comparison, width)
    return [_row(course, shown, width, marks) for course in comparison.courses]


def bar_rows(comparison: Comparison, place: int, width: int, marks: Marks) -> list[Row]:
    """The course of one of the figures: a bar and what it stands for, a year each."""
    course = comparison.courses[place]
    lengths = bars(course, max(1, width - YEAR - WORDS - 1))
    lines = zip(comparison.years, lengths, course.results, course.scores, strict=True)
    rows: list[Row] = [(Piece(clip(marks.spell(course.name), width), "heading"),)]
    for standing, bar, result, score in lines:
        words = result if score is None else f"{result} 得 {fixed(score)} 分"
        year = Piece(pad(str(standing.year.year), YEAR), "label")
        rows.append((year, Piece(f"{bar} ", "value"), Piece(clip(words, WORDS))))
    return rows


def _row(course: Course, shown: int, width: int, marks: Marks) -> Row:
    columns = list(zip(course.results, course.scores, strict=True))[-shown:]
    cells = "".join(
        pad_left(clip(result, RESULT - 1), RESULT) + pad_left(_points(score), SCORE)
        for result, score in columns
    )
    room = width - NUMBER - len(columns) * (RESULT + SCORE) - CHANGE
    change = course.changes[-1]
    return (
        Piece(pad_left(f"{course.number or ''} ", NUMBER), "dim"),
        Piece(pad(clip(marks.spell(course.name), room - 1), room)),
        Piece(cells, "value"),
        Piece(pad_left(signed(change), CHANGE), "active" if change else "dim"),
    )


def _shown(comparison: Comparison, width: int) -> int:
    """How many years fit beside the names; the latest one always stands there."""
    fitting = (width - NUMBER - LEAST_NAME - CHANGE) // (RESULT + SCORE)
    return max(1, min(fitting, len(comparison.years)))


def _points(score: Decimal | None) -> str:
    return NONE if score is None else fixed(score)
