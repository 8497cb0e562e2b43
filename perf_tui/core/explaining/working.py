"""The computation of the total, line by line, as screen, command line and report print it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.explaining.division import divided_by_nothing
from perf_tui.core.expressions import Expression
from perf_tui.core.form.scheme import Level
from perf_tui.core.numbers.rounding import fixed, half_up, plain, with_sign
from perf_tui.core.scoring.execution import Execution
from perf_tui.core.scoring.item import INVERSE, IndicatorScore, reaches, rule_score, shown_figure
from perf_tui.core.scoring.points import HUNDRED, ONE, ZERO
from perf_tui.core.scoring.score import Extra, Score, parts_of


@dataclass(frozen=True, slots=True)
class Equation:
    """One step: what it yields (`label`), and the equation with its figures.

    Whoever computes the equation from its printed figures gets its printed result.
    """

    label: str
    equation: str


def work_total(evaluation: Evaluation) -> Iterator[Equation]:
    """Yield how the total comes about: execution, indicators, conversion, total and grade."""
    score = evaluation.score
    yield work_execution(evaluation)
    places = score.scheme.score_places
    yield Equation("指标得分", f"{fixed(score.indicators, places)} = {_sum(score)}")
    yield Equation("指标折算", _conversion(score))
    yield from (Equation(one.level.category, _added_up(score, one)) for one in score.extras)
    yield _total(score)


def work_execution(evaluation: Evaluation) -> Equation:
    """Return the line of the execution's points: 9.54 = 10 × 38820071.88 ÷ 40686884.93."""
    execution, scheme = evaluation.score.execution, evaluation.form.scheme
    if execution.rate is None or execution.score is None:
        return Equation(
            "执行率得分", _unknown(evaluation, scheme.execution, "预算数没有填全，还算不出")
        )
    points = fixed(execution.score, execution.places)
    return Equation("执行率得分", f"{points} = {spelled_execution(evaluation)}")


def spelled_execution(evaluation: Evaluation) -> str:
    """Return the execution's points as a product: 10 × 38820071.88 ÷ 40686884.93.

    The rate must be known.
    """
    execution, weight = evaluation.score.execution, plain(evaluation.score.execution.weight)
    rate, scheme = execution.rate or ZERO, evaluation.form.scheme
    if rate > ONE:
        return _spelled_excess(weight, scheme.over_execution)
    if scheme.execution_steps:
        return _spelled_step(weight, execution)
    if rate < ZERO:
        return "0（执行率低于 0，按 0 计）"
    return f"{weight} × {_as_factor(spelled(evaluation, evaluation.form.scheme.execution))}"


def _spelled_excess(weight: str, share: Decimal) -> str:
    if share == HUNDRED:
        return f"{weight}（执行率超过 100%，按 100% 计）"
    return f"{weight} × {plain(share)}%（执行率超过 100%）"


def _spelled_step(weight: str, execution: Execution) -> str:
    share = plain((execution.share or ZERO) * HUNDRED)
    return f"{weight} × {share}%（执行率 {execution.shown_rate}%，按档计分）"


def work_item(evaluation: Evaluation, item: IndicatorScore) -> Iterator[Equation]:
    """Yield how an indicator's score comes about: actual value, points, and any lowering."""
    weight, places = plain(item.indicator.weight), evaluation.form.scheme.score_places
    if item.extra:
        yield _work_extra(item, item.extra)
        return
    yield Equation("全年完成值", _actual(evaluation, item))
    if item.score is None or item.rule_score is None:
        yield Equation("得分", f"还算不出，权重 {weight} 分待定")
        return
    yield Equation("得分", f"{fixed(item.rule_score, places)} = {_points(evaluation, item)}")
    if item.score < item.rule_score:
        typed = typed_coefficient(evaluation, item)
        yield Equation("下调", f"{fixed(item.score, places)} = {weight} × {typed}%")


def _work_extra(item: IndicatorScore, level: Level) -> Equation:
    """Return what is added to the total or taken from it, as it was typed."""
    most = f"最多 {plain(item.indicator.weight)} 分"
    beside = "" if level.counted else "，不计入总分"
    if item.score is None:
        return Equation(level.category, f"还没有填，{most}{beside}")
    return Equation(level.category, f"{with_sign(item.score)} 分，{most}{beside}")


def _unknown(evaluation: Evaluation, expression: Expression, blank: str) -> str:
    """Return why an expression has no value, or `blank` if a figure in it is missing."""
    return f"{why}，算不出" if (why := divided_by_nothing(evaluation, expression)) else blank


def spelled(evaluation: Evaluation, expression: Expression) -> str:
    """Return the expression with its figures. A blank one is printed by its name."""
    amounts = ((name, evaluation.readings.amounts[name]) for name in expression.names)
    return expression.spell({name: plain(value) for name, value in amounts if value is not None})


def _as_factor(spelled: str) -> str:
    """Return the text, in brackets if it is a sum, so that it can stand in a product."""
    summed = " + " in spelled or " - " in spelled or spelled.startswith("-")
    return f"({spelled})" if summed else spelled


def _actual(evaluation: Evaluation, item: IndicatorScore) -> str:
    indicator = item.indicator
    if indicator.sign == "qualitative":
        return item.tier or "还没有选"
    if item.actual is None:
        nothing = "还没有填全"
        return _unknown(evaluation, indicator.measure, nothing) if indicator.measure else nothing
    value = f"{item.shown_actual}{indicator.unit}"
    if indicator.measure is None or not item.measured:
        return f"{value}（直接填报）"
    text = spelled(evaluation, indicator.measure)
    return value if text == plain(item.actual) else f"{value} = {text}"


def _points(evaluation: Evaluation, item: IndicatorScore) -> str:
    indicator, weight = item.indicator, plain(item.indicator.weight)
    if item.actual is None or item.target is None:
        return f"{weight} × {typed_coefficient(evaluation, item)}%"
    counted = max(item.actual, ZERO)
    figure, goal = telling_figure(evaluation, item, item.target, counted), plain(item.target)
    if reaches(indicator, item.target, counted):
        return f"{weight}（{figure} {_met(item, counted)} {goal}，达到目标）"
    if item.rule_score == ZERO:
        return f"0（完成值 {figure}，目标 {goal}，不得分）"
    if item.target == ZERO:
        each = plain(evaluation.form.scheme.points_per_event or ZERO)
        return f"{weight} - {each} × {figure}（目标为 0，每发生一次扣 {each} 分）"
    return f"{weight} × {_share(evaluation, item, figure, goal)}"


def telling_figure(
    evaluation: Evaluation, item: IndicatorScore, target: Decimal, counted: Decimal
) -> str:
    """Return the actual value as the working prints it.

    That is two decimals if they give the same score and verdict, else the exact value or its
    formula.
    """
    indicator, short = item.indicator, half_up(counted)
    same_score = rule_score(evaluation.form.scheme, indicator, target, short) == item.rule_score
    if same_score and reaches(indicator, target, short) == reaches(indicator, target, counted):
        return shown_figure(indicator, short) if item.measured else plain(short)
    if indicator.measure is None or not item.measured:
        return plain(counted)
    text = spelled(evaluation, indicator.measure)
    return f"({text})" if " " in text else text


def _met(item: IndicatorScore, counted: Decimal) -> str:
    if item.indicator.sign in INVERSE:
        return "≤"
    return "=" if counted == item.target else "≥"


def _share(evaluation: Evaluation, item: IndicatorScore, figure: str, goal: str) -> str:
    if item.indicator.sign not in INVERSE:
        return f"{figure} ÷ {goal}"
    if evaluation.form.scheme.inverse_rule == "ratio":
        return f"{goal} ÷ {figure}"
    return f"(1 - ({figure} - {goal}) ÷ {goal})"


def typed_coefficient(evaluation: Evaluation, item: IndicatorScore) -> str:
    """Return the typed coefficient in percent, "0" for a blank one."""
    typed = evaluation.readings.number(f"indicators.{item.indicator.id}.coefficient")
    return plain(typed or ZERO)


def _sum(score: Score) -> str:
    """Return the sum of the scores so far, and how many indicators are still open."""
    known = [plain(item.score) for item in score.weighed if item.score is not None]
    waiting = len(score.weighed) - len(known)
    return (" + ".join(known) or "0") + (f"，{waiting} 项待定" if waiting else "")


def _conversion(score: Score) -> str:
    if score.unweighed:
        return f"{fixed(score.converted)}，各项指标还没有权重"
    rest = plain(HUNDRED - score.execution.weight)
    return f"{fixed(score.converted)} = {rest} × {plain(score.indicators)} ÷ {plain(score.weight)}"


def _added_up(score: Score, extra: Extra) -> str:
    """Return what a level adds to the total, or takes from it, as the sum of its indicators."""
    items = (item for item in score.items if item.extra == extra.level)
    parts = " + ".join(plain(abs(item.score)) for item in items if item.score) or "0"
    whole = parts if extra.points >= ZERO else f"-({parts})"
    limit = f"，最多 {plain(extra.level.points)} 分" if extra.points != extra.typed else ""
    waiting = "，还没有填全" if extra.blank else ""
    return f"{fixed(extra.points)} = {whole}{limit}{waiting}"


def _total(score: Score) -> Equation:
    places = score.scheme.total_places
    equation = f"{fixed(score.so_far, places)} = {_parts(score)}"
    if score.reached != score.reached_exactly:
        equation += "，总分在 0 到 100 分之间"
    if score.total is None:
        return Equation("总分", f"已得 {equation}，待定 {fixed(score.open, places)} 分")
    capped = f"，封顶 {fixed(score.total, places)} 分" if score.capped else ""
    grade = f"，等级 {score.grade}" if score.grade else ""
    return Equation("总分", f"{equation}{capped}{grade}")


def _parts(score: Score) -> str:
    """Return both parts of the total to four decimals, or to more if four give another total.

    What is added to them, or taken away, follows.
    """
    parts = " + ".join(map(plain, parts_of(score, 4)))
    told = [one for one in score.extras if one.points]
    signs = ((" - " if one.points < ZERO else " + ", abs(one.points)) for one in told)
    return parts + "".join(f"{sign}{plain(points)}" for sign, points in signs)
