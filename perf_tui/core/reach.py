"""Which totals and grades can still be reached, and what decides between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from perf_tui.core.scoring import ONE, ZERO, Score, grade_of, highest_total, to_points


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the total that can gain points, out of 100 and not rounded.

    `number` is an indicator's, None for the execution of the budget.
    """

    number: int | None
    points: Decimal


@dataclass(frozen=True, slots=True)
class Step:
    """The way to a better grade: the points missing, the parts that suffice alone.

    Without the `needed` ones nothing else gets there.
    """

    grade: str
    gap: Decimal
    alone: tuple[Part, ...]
    needed: tuple[Part, ...]


def bounds(score: Score) -> tuple[Decimal, Decimal]:
    """The lowest and the highest total that the open points allow; what is scored stays so."""
    return total_with(score, ()), total_with(score, open_parts(score))


def grades_within(score: Score) -> tuple[str, str]:
    """The grade that is sure already and the best one that the open points allow."""
    lowest, highest = bounds(score)
    return grade_of(score.scheme, lowest), grade_of(score.scheme, highest)


def open_parts(score: Score) -> tuple[Part, ...]:
    """What is blank, with all that it can bring."""
    execution = score.execution
    budget = (Part(None, execution.weight),) if execution.rate is None else ()
    blank = (item.indicator for item in score.items if item.blank)
    return (*budget, *(Part(one.number, score.in_total(one.weight)) for one in blank))


def gains(score: Score) -> tuple[Part, ...]:
    """Where points can come from: what is open; once nothing is, what was lost."""
    if not score.complete:
        return open_parts(score)
    lost = score.execution.weight - (score.execution.points or ZERO)
    parts = (Part(None, lost), *_lost_parts(score))
    return tuple(part for part in parts if part.points > ZERO)


def steps(score: Score) -> Iterator[Step]:
    """The better grades that the gains can bring, the nearest first."""
    parts, lowest = gains(score), total_with(score, ())
    highest = total_with(score, parts)
    for grade in reversed(score.scheme.grades):
        if lowest < grade.floor <= highest:
            yield Step(
                grade.name,
                grade.floor - lowest,
                tuple(one for one in parts if total_with(score, (one,)) >= grade.floor),
                tuple(one for one in parts if _without(score, parts, one) < grade.floor),
            )


def total_with(score: Score, parts: Iterable[Part]) -> Decimal:
    """The total, rounded and capped, once these parts have brought all they can."""
    parts = tuple(parts)
    full = any(part.number is None for part in parts)
    rate = ONE if full else score.execution.rate or ZERO
    reached = score.reached + sum((part.points for part in parts), ZERO)
    return min(to_points(reached), highest_total(score.scheme, rate))


def _lost_parts(score: Score) -> Iterator[Part]:
    return (Part(one.indicator.number, score.in_total(one.lost)) for one in score.items)


def _without(score: Score, parts: tuple[Part, ...], missing: Part) -> Decimal:
    return total_with(score, (one for one in parts if one is not missing))
