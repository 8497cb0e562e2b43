"""What the finance side checks in the budget when it receives the form (财政部门接收自评表).

Rates and thresholds are in %, and the thresholds are the scheme's, because provinces differ. Every
rule takes an `Evaluation` and yields a `Finding` for what breaks it.
"""

from __future__ import annotations

from collections.abc import Iterator

from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.findings.finding import Finding
from perf_tui.core.numbers.rounding import fixed, half_up, percent, plain
from perf_tui.core.scoring.points import HUNDRED


def reason_for_low_execution(evaluation: Evaluation) -> Iterator[Finding]:
    """Find an execution rate below the scheme's `low_execution` without a written reason."""
    rate, threshold = evaluation.score.execution.rate, evaluation.form.scheme.low_execution
    address = "budget.execution_reason"
    if rate is None or not evaluation.score.low_execution or evaluation.readings.words(address):
        return
    exact = half_up(rate * HUNDRED, 6)  # 89.999 is not below 90 once it is rounded
    shown = percent(exact) if half_up(exact) < threshold else plain(exact)
    yield Finding(
        "execution-reason-missing",
        "error",
        f"预算执行率 {shown}%，低于 {plain(threshold)}%，还没有写原因",
        "在“执行率偏低的原因”里写明",
        address,
        related=("budget.executed", "budget.adjusted"),
    )


def reason_for_budget_shift(evaluation: Evaluation) -> Iterator[Finding]:
    """Find an adjusted budget that differs from the initial one by more than `budget_shift`.

    A written reason settles it. A blank budget, or an initial one of 0, is left alone.
    """
    initial = evaluation.readings.number("budget.initial")
    adjusted = evaluation.readings.number("budget.adjusted")
    address = "budget.adjustment_reason"
    if not initial or adjusted is None or evaluation.readings.words(address):
        return
    shift = (adjusted - initial) / initial * HUNDRED
    if abs(shift) > evaluation.form.scheme.budget_shift:
        way = "增加" if shift > 0 else "减少"
        yield Finding(
            "budget-shift",
            "warning",
            f"调整预算比年初预算{way} {percent(abs(shift))}%，财政会问原因",
            "核对两个预算数；无误就在“预算调整的原因”里写明",
            address,
            related=("budget.initial", "budget.adjusted"),
        )


def spending_above_budget(evaluation: Evaluation) -> Iterator[Finding]:
    """Find spending above the adjusted budget, which is more often a slip of the unit.

    This is the practice of self-evaluation, not one of the finance side's own checks.
    """
    adjusted = evaluation.readings.number("budget.adjusted")
    executed = evaluation.readings.number("budget.executed")
    if adjusted is not None and executed is not None and executed > adjusted:
        yield Finding(
            "executed-above-budget",
            "warning",
            "全年执行数大于全年调整预算数",
            "核对两个数，常见的是元和万元混用",
            "budget.executed",
            related=("budget.adjusted",),
        )


def scores_against_execution(evaluation: Evaluation) -> Iterator[Finding]:
    """Find indicators whose score rate exceeds the execution rate by `score_above_execution`.

    The finance side raises a red flag. Nothing is judged before the score is complete.
    """
    score, rate = evaluation.score, evaluation.score.execution.rate
    if not score.complete or rate is None or not score.weight:
        return
    reached = score.indicators / score.weight * HUNDRED
    if reached - rate * HUNDRED > evaluation.form.scheme.score_above_execution:
        yield Finding(
            "score-above-execution",
            "warning",
            f"指标得分率 {percent(reached)}% 比预算执行率 {percent(rate * HUNDRED)}% 高出较多",
            "核对各项完成值和执行数；无误就在自评材料里备好说明",
            "budget.executed",
            related=("budget.adjusted",),
        )


def unspent_budget(evaluation: Evaluation) -> Iterator[Finding]:
    """Find an unspent share of the adjusted budget above `unspent`: a yellow flag."""
    rate, limit = evaluation.score.execution.rate, evaluation.form.scheme.unspent
    if rate is not None and HUNDRED - rate * HUNDRED > limit:
        yield Finding(
            "unspent-budget",
            "notice",
            f"还有 {percent(HUNDRED - rate * HUNDRED)}% 的预算没有执行",
            "备好结余去向的说明",
            "budget.executed",
        )


def capped_total(evaluation: Evaluation) -> Iterator[Finding]:
    """Tell that the total was capped, as some regions do while execution is low (`caps`)."""
    score = evaluation.score
    if score.capped and score.total is not None:
        yield Finding(
            "total-capped",
            "notice",
            f"执行率偏低，得 {fixed(score.so_far)} 分，总分按规定封顶为 {plain(score.total)} 分",
            "核对执行数",
            "budget.executed",
        )


EXECUTION_RULES = (
    reason_for_low_execution,
    reason_for_budget_shift,
    spending_above_budget,
    scores_against_execution,
    unspent_budget,
    capped_total,
)
