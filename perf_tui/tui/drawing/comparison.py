"""Several years side by side: one row per figure, and one figure's course as bars."""

from __future__ import annotations

from decimal import Decimal

from perf_tui.core.evaluation.comparison import NONE, Comparison, Course, bars, changes, signed
from perf_tui.core.numbers.rounding import fixed
from perf_tui.showing.comparison import change_lines, once_called
from perf_tui.showing.glyphs import Glyphs
from perf_tui.tui.drawing.rows import DrawnRow, Piece, Role, clip, pad, pad_left, wrap

NUMBER, LEAST_NAME = 4, 16
RESULT, SCORE, CHANGE = 9, 7, 9
YEAR, WORDS = 6, 20
UNCHANGED = "各年的指标一样"


def comparison_title(comparison: Comparison, width: int) -> str:
    """Return the title: the years compared, and how many of them the table has room for."""
    years, shown = comparison.years, _shown(comparison, width)
    title = f"历年对比 {years[0].year.year}-{years[-1].year.year} 年"
    if shown == len(years):
        return title
    return f"{title}，表中是最近 {shown} 年，图是全部年度"


def head_row(comparison: Comparison, width: int) -> DrawnRow:
    """Return the row of column headings."""
    years = comparison.years[-_shown(comparison, width) :]
    cells = "".join(
        pad_left(f"{one.year.year}年", RESULT) + pad_left("得分", SCORE) for one in years
    )
    name = pad("", width - len(years) * (RESULT + SCORE) - 2 * CHANGE)
    gains = pad_left("完成增减", CHANGE) + pad_left("得分增减", CHANGE)
    return (Piece(clip(name + cells + gains, width), "heading"),)


def comparison_rows(comparison: Comparison, width: int, glyphs: Glyphs) -> list[DrawnRow]:
    """Return a row per figure: results and scores of the latest years, and the last changes."""
    shown = _shown(comparison, width)
    return [_row(course, shown, width, glyphs) for course in comparison.courses]


def bar_rows(comparison: Comparison, place: int, width: int, glyphs: Glyphs) -> list[DrawnRow]:
    """Return the course of the figure at index `place`: a title, then a bar for each year."""
    course = comparison.courses[place]
    lengths = bars(course, max(1, width - YEAR - WORDS - 1))
    lines = zip(comparison.years, lengths, course.results, course.scores, strict=True)
    rows: list[DrawnRow] = [(Piece(clip(glyphs.spell(_course_title(course)), width), "heading"),)]
    for evaluation, bar, result, score in lines:
        words = result if score is None else f"{result}，得 {fixed(score)} 分"
        year = Piece(pad(str(evaluation.year.year), YEAR), "label")
        rows.append((year, Piece(f"{bar} ", "value"), Piece(clip(words, WORDS))))
    return rows


def change_rows(comparison: Comparison, width: int, glyphs: Glyphs) -> list[DrawnRow]:
    """Return the changes of the indicators from year to year, as a list under headings."""
    rows: list[DrawnRow] = []
    for words, heading in change_lines(comparison):
        indent = "" if heading else "  "
        lines = wrap(glyphs.spell(words), max(2, width - len(indent)))
        rows += [(Piece(indent + line, "heading" if heading else "text"),) for line in lines]
    return rows or [(Piece(UNCHANGED),)]


def _row(course: Course, shown: int, width: int, glyphs: Glyphs) -> DrawnRow:
    columns = list(zip(course.results, course.scores, strict=True))[-shown:]
    cells = "".join(
        pad_left(clip(result, RESULT - 1), RESULT) + pad_left(_points(score), SCORE)
        for result, score in columns
    )
    room = width - NUMBER - len(columns) * (RESULT + SCORE) - 2 * CHANGE
    figures, points = course.changes[-1], changes(course.scores)[-1]
    # The total and qualitative indicators have no figure other than their score.
    change = NONE if course.figures == course.scores else signed(figures)
    return (
        Piece(pad_left(f"{_number(course)} ", NUMBER), "dim"),
        Piece(pad(clip(glyphs.spell(course.name), room - 1), room)),
        Piece(cells, "value"),
        Piece(pad_left(change, CHANGE), "value" if figures else "dim"),
        Piece(pad_left(_gain(points), CHANGE), _tone(points)),
    )


def _course_title(course: Course) -> str:
    """Return the heading of the bars: the figure's name, and what their length stands for."""
    name = f"{_number(course)} {course.name}".lstrip()
    what = "得分" if course.figures == course.scores else f"完成值，单位：{course.unit}"
    return f"{name}（{'；'.join(filter(None, (once_called(course), what)))}）"


def _number(course: Course) -> str:
    """Return the number in the latest year's form, which has none for what it dropped."""
    return "" if course.gone else str(course.number or "")


def _gain(points: Decimal | None) -> str:
    if not points:
        return signed(points)
    return f"{points:+.2f}"


def _tone(points: Decimal | None) -> Role:
    if not points:
        return "dim"
    return "good" if points > 0 else "error"


def _shown(comparison: Comparison, width: int) -> int:
    """Return how many years fit beside the names, at least one."""
    fitting = (width - NUMBER - LEAST_NAME - 2 * CHANGE) // (RESULT + SCORE)
    return max(1, min(fitting, len(comparison.years)))


def _points(score: Decimal | None) -> str:
    return NONE if score is None else fixed(score)
