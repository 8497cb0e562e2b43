"""The cause of every lost point."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.explaining.working import spelled_execution, telling_figure, typed_coefficient
from perf_tui.core.numbers.rounding import fixed, half_up, plain
from perf_tui.core.scoring.item import INVERSE, IndicatorScore
from perf_tui.core.scoring.points import HUNDRED, ZERO
from perf_tui.core.scoring.score import Score


@dataclass(frozen=True, slots=True)
class Shortfall:
    """Points of an indicator's own weight that one cause took, from `before` down to `after`."""

    before: Decimal
    after: Decimal
    cause: str

    @property
    def points(self) -> Decimal:
        """The points lost, as points of the indicator."""
        return self.before - self.after


@dataclass(frozen=True, slots=True)
class Deduction:
    """Points out of 100 that something cost, rounded half-up to two decimals as they are printed.

    `working` computes them from printed figures. It is empty for the difference that rounding
    leaves.
    """

    name: str
    points: Decimal
    working: str
    cause: str


def deductions_of(evaluation: Evaluation) -> tuple[Deduction, ...]:
    """Return every loss. Together they make exactly what is lost for good (`lacking`)."""
    score = evaluation.score
    found = (
        *_execution(evaluation),
        *_indicators(evaluation),
        *_extras(score),
        *_limit(score),
        *_cap(score),
    )
    rest = lacking(score) - sum((deduction.points for deduction in found), ZERO)
    return (*found, Deduction("尾差", rest, "", "各行分别四舍五入到两位")) if rest else found


def lacking(score: Score) -> Decimal:
    """Return what is lost for good: 100 less the total, or less the points reached and open."""
    return HUNDRED - (score.so_far + score.open if score.total is None else score.total)


def shortfalls(evaluation: Evaluation, item: IndicatorScore) -> Iterator[Shortfall]:
    """Yield where an indicator's points went: what the rule took, then what a lowering took.

    There are none while its score is open.
    """
    if item.score is None or item.rule_score is None or item.extra:
        return
    if item.rule_score < item.indicator.weight:
        yield Shortfall(item.indicator.weight, item.rule_score, _cause(evaluation, item))
    if item.score < item.rule_score:
        lowered = f"主动下调到 {typed_coefficient(evaluation, item)}%"
        yield Shortfall(item.rule_score, item.score, lowered)


def converted_deduction(score: Score, shortfall: Shortfall) -> Decimal:
    """Return a shortfall as points out of 100, rounded half-up to two decimals."""
    return half_up(score.in_total(shortfall.points))


def _execution(evaluation: Evaluation) -> Iterator[Deduction]:
    execution = evaluation.score.execution
    if execution.points is None or execution.points == execution.weight:
        return
    weight = plain(execution.weight)
    working = f"{weight} - {spelled_execution(evaluation)}"
    way = "按档得分" if evaluation.form.scheme.execution_steps else "按执行率得分"
    cause = f"预算执行率 {execution.shown_rate}%，{way}"
    yield Deduction("预算执行", half_up(execution.weight - execution.points), working, cause)


def _indicators(evaluation: Evaluation) -> Iterator[Deduction]:
    score = evaluation.score
    rest, whole = plain(HUNDRED - score.execution.weight), plain(score.weight)
    for item in score.items:
        name = f"{item.indicator.number} {item.indicator.name}"
        for one in shortfalls(evaluation, item):
            working = f"{rest} × {plain(one.points)} ÷ {whole}"
            yield Deduction(name, converted_deduction(score, one), working, one.cause)


def _extras(score: Score) -> Iterator[Deduction]:
    """Yield what was taken from the total, and what was added, as a loss below 0."""
    for one in score.extras:
        if one.points:
            way = "加在总分上" if one.points > ZERO else "从总分里扣"
            yield Deduction(one.level.category, half_up(-one.points), "", way)


def _limit(score: Score) -> Iterator[Deduction]:
    """Yield what lies above 100 points, or below 0, and does not count."""
    beyond = half_up(score.reached_exactly - score.reached)
    if beyond:
        yield Deduction("总分限额", beyond, "", "总分在 0 到 100 分之间")


def _cap(score: Score) -> Iterator[Deduction]:
    if score.capped and score.total is not None:
        cause = f"执行率偏低，总分封顶 {fixed(score.total)} 分"
        working = f"{fixed(score.so_far)} - {fixed(score.total)}"
        yield Deduction("封顶", score.so_far - score.total, working, cause)


def _cause(evaluation: Evaluation, item: IndicatorScore) -> str:
    indicator = item.indicator
    if item.actual is None or item.target is None:
        return f"完成情况是“{item.tier}”，得分系数 {typed_coefficient(evaluation, item)}%"
    unit, goal = indicator.unit, plain(item.target)
    figure = telling_figure(evaluation, item, item.target, max(item.actual, ZERO))
    if indicator.sign == "=" and item.target == ZERO:
        each = evaluation.form.scheme.points_per_event
        price = "零容忍，不得分" if each is None else f"每次扣 {plain(each)} 分"
        return f"目标是 0，实际 {figure}{unit}，{price}"
    way = "超过" if indicator.sign in INVERSE else "低于"
    return f"完成值 {figure}{unit}，{way}目标 {goal}{unit}"
