"""The totals and grades that can still be reached, and what decides between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from perf_tui.core.scoring.item import IndicatorScore
from perf_tui.core.scoring.points import ONE, ZERO
from perf_tui.core.scoring.score import Score, grade_of, highest_total, within_hundred


@dataclass(frozen=True, slots=True)
class OpenPart:
    """A part of the total that can gain points, which are out of 100 and not rounded.

    `number` is that of an indicator, 0 for what is added or taken away and for all indicators while
    none has a weight, or None for the execution of the budget.
    """

    number: int | None
    points: Decimal


@dataclass(frozen=True, slots=True)
class GradeStep:
    """The way to a better grade: the points missing (`gap`) and the parts that decide.

    Each part in `alone` suffices by itself. Without any one in `needed` the grade is out of reach.
    """

    grade: str
    gap: Decimal
    alone: tuple[OpenPart, ...]
    needed: tuple[OpenPart, ...]


def bounds(score: Score) -> tuple[Decimal, Decimal]:
    """Return the lowest and the highest total that the open points allow."""
    blank = [one.blank for one in score.extras]
    taken = OpenPart(0, sum((points for points in blank if points < ZERO), ZERO))
    added = OpenPart(0, sum((points for points in blank if points > ZERO), ZERO))
    return total_with(score, (taken,)), total_with(score, (*open_parts(score), added))


def grades_within(score: Score) -> tuple[str, str] | None:
    """Return the grade that is certain already and the best one that the open points allow.

    A scheme without grades has neither.
    """
    lowest, highest = (grade_of(score.scheme, total) for total in bounds(score))
    return None if lowest is None or highest is None else (lowest, highest)


def open_parts(score: Score) -> tuple[OpenPart, ...]:
    """Return the blank parts with all the points that they can bring."""
    execution = score.execution
    budget = (OpenPart(None, execution.weight),) if execution.rate is None else ()
    if score.unweighed:
        return (*budget, OpenPart(0, score.for_indicators))
    blank = (item.indicator for item in score.weighed if item.blank)
    return (*budget, *(OpenPart(one.number, score.in_total(one.weight)) for one in blank))


def gains(score: Score) -> tuple[OpenPart, ...]:
    """Return the parts that can gain points: the open ones, or else those that lost some."""
    if not score.complete:
        return open_parts(score)
    lost = score.execution.weight - (score.execution.points or ZERO)
    parts = (OpenPart(None, lost), *_lost_parts(score))
    return tuple(part for part in parts if part.points > ZERO)


def steps(score: Score) -> Iterator[GradeStep]:
    """Yield the better grades that the gains can bring, the nearest first."""
    parts, lowest = gains(score), total_with(score, ())
    highest = total_with(score, parts)
    for grade in reversed(score.scheme.grades):
        if lowest < grade.floor <= highest:
            yield GradeStep(
                grade.name,
                grade.floor - lowest,
                tuple(one for one in parts if total_with(score, (one,)) >= grade.floor),
                tuple(one for one in parts if _without(score, parts, one) < grade.floor),
            )


def total_with(score: Score, parts: Iterable[OpenPart]) -> Decimal:
    """Return the total, rounded and capped, if these parts bring all their points."""
    parts = tuple(parts)
    full = any(part.number is None for part in parts)
    rate = ONE if full else score.execution.rate or ZERO
    reached = score.reached_exactly + sum((part.points for part in parts), ZERO)
    return min(score.rounded(within_hundred(reached)), highest_total(score.scheme, rate))


def _lost_parts(score: Score) -> Iterator[OpenPart]:
    return (OpenPart(one.indicator.number, worth(score, one, one.lost)) for one in score.items)


def worth(score: Score, item: IndicatorScore, points: Decimal) -> Decimal:
    """Return points of an indicator as points out of 100."""
    if item.extra is None:
        return score.in_total(points)
    return points if item.extra.counted else ZERO


def _without(score: Score, parts: tuple[OpenPart, ...], missing: OpenPart) -> Decimal:
    return total_with(score, (one for one in parts if one is not missing))
