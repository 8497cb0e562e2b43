"""The cause of every lost point."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from perf_tui.core.rounding import fixed, half_up, plain
from perf_tui.core.scoring import HUNDRED, INVERSE, ZERO, Item, Score
from perf_tui.core.standing import Standing
from perf_tui.core.working import spelled_execution, telling_figure, typed_coefficient


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
class Loss:
    """Points out of 100 that something cost, rounded half-up to two decimals as they are printed.

    `working` computes them from printed figures. It is empty for the difference that rounding
    leaves.
    """

    name: str
    points: Decimal
    working: str
    cause: str


def losses_of(standing: Standing) -> tuple[Loss, ...]:
    """Return every loss. Together they make exactly what is lost for good (`lacking`)."""
    score = standing.score
    found = (*_execution(standing), *_indicators(standing), *_cap(score))
    rest = lacking(score) - sum((loss.points for loss in found), ZERO)
    return (*found, Loss("尾差", rest, "", "各行分别四舍五入到两位")) if rest else found


def lacking(score: Score) -> Decimal:
    """Return what is lost for good: 100 less the total, or less the points reached and open."""
    return HUNDRED - (score.so_far + score.open if score.total is None else score.total)


def shortfalls(standing: Standing, item: Item) -> Iterator[Shortfall]:
    """Yield where an indicator's points went: what the rule took, then what a lowering took.

    There are none while its score is open.
    """
    if item.score is None or item.rule_score is None:
        return
    if item.rule_score < item.indicator.weight:
        yield Shortfall(item.indicator.weight, item.rule_score, _cause(standing, item))
    if item.score < item.rule_score:
        lowered = f"主动下调到 {typed_coefficient(standing, item)}%"
        yield Shortfall(item.rule_score, item.score, lowered)


def converted_loss(score: Score, shortfall: Shortfall) -> Decimal:
    """Return a shortfall as points out of 100, rounded half-up to two decimals."""
    return half_up(score.in_total(shortfall.points))


def _execution(standing: Standing) -> Iterator[Loss]:
    execution = standing.score.execution
    if execution.points is None or execution.points == execution.weight:
        return
    weight = plain(execution.weight)
    working = f"{weight} - {spelled_execution(standing)}"
    cause = f"预算执行率 {execution.shown_rate}%，按执行率得分"
    yield Loss("预算执行", half_up(execution.weight - execution.points), working, cause)


def _indicators(standing: Standing) -> Iterator[Loss]:
    score = standing.score
    rest, whole = plain(HUNDRED - score.execution.weight), plain(score.weight)
    for item in score.items:
        name = f"{item.indicator.number} {item.indicator.name}"
        for one in shortfalls(standing, item):
            working = f"{rest} × {plain(one.points)} ÷ {whole}"
            yield Loss(name, converted_loss(score, one), working, one.cause)


def _cap(score: Score) -> Iterator[Loss]:
    if score.capped and score.total is not None:
        cause = f"执行率偏低，总分封顶 {fixed(score.total)} 分"
        working = f"{fixed(score.so_far)} - {fixed(score.total)}"
        yield Loss("封顶", score.so_far - score.total, working, cause)


def _cause(standing: Standing, item: Item) -> str:
    indicator = item.indicator
    if item.actual is None or item.target is None:
        return f"完成情况是“{item.tier}”，得分系数 {typed_coefficient(standing, item)}%"
    unit, goal = indicator.unit, plain(item.target)
    figure = telling_figure(standing, item, item.target, max(item.actual, ZERO))
    if indicator.sign == "=" and item.target == ZERO:
        each = standing.form.scheme.points_per_event
        price = "零容忍，不得分" if each is None else f"每次扣 {plain(each)} 分"
        return f"目标是 0，实际 {figure}{unit}，{price}"
    way = "超过" if indicator.sign in INVERSE else "低于"
    return f"完成值 {figure}{unit}，{way}目标 {goal}{unit}"
