"""The score panel: one line on a narrow screen, a column on a wide one."""

from __future__ import annotations

from collections.abc import Iterator

from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.explaining.attainable import grades_within
from perf_tui.core.numbers.rounding import fixed, plain, with_sign
from perf_tui.core.scoring.score import Score
from perf_tui.showing.glyphs import Glyphs
from perf_tui.tui.drawing.rows import DrawnRow, Piece, Role, clip, pad, width_of, wrap

COSTS_SHOWN = 8


def score_strip(evaluation: Evaluation, width: int) -> DrawnRow:
    """Return the score in one line: the total, and before it those of its parts that fit."""
    score = evaluation.score
    strip: DrawnRow = (Piece(f" {_verdict(score)}", _tone(score)),)
    parts = (
        f" 指标 {fixed(score.indicators)} 折 {fixed(score.converted)} ",
        f" 执行率 {_rate(score)}{_execution_earned(score)} ",
    )
    for part in parts:
        longer = (Piece(part, "bar"), *strip)
        strip = longer if width_of(longer) <= width else strip
    return strip


def score_column(evaluation: Evaluation, width: int, glyphs: Glyphs) -> list[DrawnRow]:
    """Return the score and the indicators that lost points, for a column `width` cells wide."""
    score = evaluation.score
    lines: list[DrawnRow] = [
        (Piece("得分", "heading"),),
        (),
        (Piece(f"执行率    {_rate(score)}"),),
        (Piece(f"执行得分  {_execution(score)} / {plain(score.execution.weight)}"),),
        (Piece(f"指标得分  {fixed(score.indicators)} / {plain(score.weight)}"),),
        (Piece(f"折算      {fixed(score.converted)}"),),
        *((Piece(pad(one.level.category, 10) + with_sign(one.points)),) for one in score.extras),
        (),
        *((Piece(line, _tone(score)),) for line in _verdict_lines(score)),
        (),
    ]
    return [*lines, *_costs(score, width, glyphs)]


def _rate(score: Score) -> str:
    rate = score.execution.shown_rate
    return "待定" if rate is None else f"{rate}%"


def _execution(score: Score) -> str:
    return "待定" if score.execution.score is None else fixed(score.execution.score)


def _execution_earned(score: Score) -> str:
    return "" if score.execution.score is None else f" 得 {fixed(score.execution.score)}"


def _verdict(score: Score) -> str:
    return " ".join(_verdict_lines(score))


def _verdict_lines(score: Score) -> tuple[str, ...]:
    if score.total is not None:
        total = f"总分 {fixed(score.total, score.scheme.total_places)}"
        return (total, f"等级 {score.grade}") if score.grade else (total,)
    points = f"已得 {fixed(score.so_far)}", f"待定 {fixed(score.open)}"
    if not score.items:  # without indicators nobody knows what can be reached
        return points
    within = grades_within(score)
    if within is None:
        return points
    reached, best = within
    return (*points, f"等级已够{best}" if reached == best else f"最高可评{best}")


def _tone(score: Score) -> Role:
    if score.total is None:
        return "warning"
    best = next((one.name for one in score.scheme.grades), None)
    return "good" if score.grade == best else "active"


def _costs(score: Score, width: int, glyphs: Glyphs) -> Iterator[DrawnRow]:
    costs = sorted((item for item in score.items if item.lost > 0), key=lambda item: -item.lost)
    if not costs:
        yield from ((Piece(line, "dim"),) for line in wrap("没有失分的指标", width))
        return
    yield (Piece("失分在哪里", "heading"),)
    for item in costs[:COSTS_SHOWN]:
        name = glyphs.spell(f"{item.indicator.number} {item.indicator.name}")
        yield (Piece(f"-{fixed(item.lost)} ", "error"), Piece(clip(name, width - 7)))
