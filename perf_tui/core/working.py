"""The worked total, line by line: screen, command line and report print these same lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from perf_tui.core.rounding import fixed, half_up, plain
from perf_tui.core.scoring import HUNDRED, Item, Score, measured_of
from perf_tui.core.standing import Standing

SIGNS = {">=": "≥", "<=": "≤", ">": ">", "<": "<", "=": "=", "qualitative": "定性"}


@dataclass(frozen=True, slots=True)
class Line:
    """One step: what it yields (`label`), and the equation with its figures."""

    label: str
    equation: str


def work_total(standing: Standing) -> Iterator[Line]:
    """How the total comes about: execution, indicators, conversion, sum, grade."""
    score = standing.score
    yield work_execution(standing)
    yield Line("指标得分", f"{fixed(score.indicators)} = {_sum(score)}")
    yield Line("指标折算", _conversion(score))
    yield _total(score)


def work_execution(standing: Standing) -> Line:
    """The execution's points: 9.54 = 10 × 38820071.88 ÷ 40686884.93."""
    execution, scheme = standing.score.execution, standing.form.scheme
    if execution.rate is None or execution.score is None:
        return Line("执行率得分", "预算数没有填全，还算不出")
    texts = {name: plain_amount(standing, name) for name in scheme.execution.names}
    spelled = scheme.execution.spell(texts)
    capped = f"（执行率 {fixed(execution.rate * HUNDRED)}% 超过 100%，按 100% 计）"
    over = capped if execution.rate > 1 else ""
    right = plain(execution.weight) if over else f"{plain(execution.weight)} × {spelled}"
    return Line("执行率得分", f"{fixed(execution.score)} = {right}{over}")


def work_item(standing: Standing, item: Item) -> Iterator[Line]:
    """How one indicator's score comes about: the actual value, the points, a lowering."""
    weight = plain(item.indicator.weight)
    yield Line("全年完成值", _actual(standing, item))
    if item.score is None or item.rule_score is None:
        yield Line("得分", f"还算不出，权重 {weight} 分待定")
        return
    yield Line("得分", f"{fixed(item.rule_score)} = {_points(standing, item, weight)}")
    if item.score < item.rule_score:
        yield Line("下调", f"{fixed(item.score)} = {weight} × {_typed(standing, item)}%")


def plain_amount(standing: Standing, name: str) -> str:
    """The figure behind a name of an expression, as it stands in the equation."""
    value = standing.readings.amounts.get(name)
    return "？" if value is None else plain(value)


def _actual(standing: Standing, item: Item) -> str:
    indicator, unit = item.indicator, item.indicator.unit
    if indicator.sign == "qualitative":
        return item.tier or "还没有选"
    if item.actual is None:
        return "还没有填全"
    value = f"{plain(half_up(item.actual))}{unit}"
    if indicator.measure is None or measured_of(indicator, standing.readings) is None:
        return f"{value}（直接填报）"
    texts = {name: plain_amount(standing, name) for name in indicator.measure.names}
    spelled = indicator.measure.spell(texts)
    return value if spelled == plain(item.actual) else f"{value} = {spelled}"


def _points(standing: Standing, item: Item, weight: str) -> str:
    if item.actual is None or item.target is None:
        return f"{weight} × {_typed(standing, item)}%"
    actual, target = plain(half_up(item.actual)), plain(item.target)
    if item.rule_score == item.indicator.weight:
        return f"{weight}（{actual} {_met(item)} {target}，达到目标）"
    return f"{weight} {_share(standing, item, actual, target)}"


def _met(item: Item) -> str:
    if item.indicator.sign in ("<=", "<"):
        return "≤"
    return "=" if item.actual == item.target else "≥"


def _share(standing: Standing, item: Item, actual: str, target: str) -> str:
    scheme = standing.form.scheme
    if item.target == 0:
        return f"扣 {plain(item.lost)}（目标为 0，实际 {actual}）"
    if item.indicator.sign not in ("<=", "<"):
        return f"× {actual} ÷ {target}"
    if scheme.inverse_rule == "ratio":
        return f"× {target} ÷ {actual}"
    return f"× (1 − ({actual} − {target}) ÷ {target})"


def _typed(standing: Standing, item: Item) -> str:
    typed = standing.readings.number(f"indicators.{item.indicator.id}.coefficient")
    return "？" if typed is None else plain(typed)


def _sum(score: Score) -> str:
    return " + ".join("？" if item.score is None else plain(item.score) for item in score.items)


def _conversion(score: Score) -> str:
    rest = plain(HUNDRED - score.execution.weight)
    return f"{fixed(score.converted)} = {rest} × {plain(score.indicators)} ÷ {plain(score.weight)}"


def _total(score: Score) -> Line:
    points = "？" if score.execution.points is None else plain(half_up(score.execution.points, 4))
    equation = f"{points} + {plain(half_up(score.converted, 4))}"
    if score.total is None:
        return Line("总分", f"已得 {fixed(score.so_far)} = {equation}，待定 {fixed(score.open)} 分")
    capped = (
        f"（封顶 {plain(score.cap)}）" if score.cap is not None and score.total == score.cap else ""
    )
    return Line("总分", f"{fixed(score.total)} = {equation}{capped}，等级 {score.grade}")
