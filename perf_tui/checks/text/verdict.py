"""The total and the grade, beside the parts they are said to come from."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from perf_tui.core.claims import Claims, Execution, Quote, Stated
from perf_tui.core.form import Scheme
from perf_tui.core.mistakes import Mistake, others
from perf_tui.core.rounding import ARITHMETIC, fixed, half_up, plain
from perf_tui.core.scoring import HUNDRED

ONE = Decimal(1)


def total_of_parts(claims: Claims, scheme: Scheme) -> Iterator[Mistake]:
    """The total is the execution's part and the indicators' part, as the scheme weighs them."""
    total = claims.total
    scores = _sum([item.score for item in claims.items])
    weights = _sum([item.weight for item in claims.items])
    if total is None or scores is None or not weights:
        return
    share = ARITHMETIC.divide((HUNDRED - scheme.execution_weight) * scores, weights)
    execution = _execution_score(claims, scheme)
    told = f"指标得分合计 {plain(scores)} 分"
    if execution is None:
        possible = {scores, scores + scheme.execution_weight}
    else:
        rounded = half_up(share) + half_up(execution)
        possible = {share + execution, rounded}
        told += (
            f"，折 {fixed(share)} 分，加上执行率得 {fixed(execution)} 分，是 {fixed(rounded)} 分"
        )
    if any(half_up(one, total.decimals) == total.value for one in possible):
        return
    odd = [item.score.at.line for item in claims.items if item.score and not item.full]
    yield Mistake(
        "total-mismatch",
        "error",
        f"总分写的是 {plain(total.value)} 分，按各项写的得分算不出来：{told}",
        "先改正各项得分，再按它们重新计算总分",
        total.at,
        related=others(total.at, odd),
    )


def grade_of_total(claims: Claims, scheme: Scheme) -> Iterator[Mistake]:
    """The grade is the one whose floor the rounded total reaches."""
    total, at = claims.total, claims.grade_at
    if total is None or at is None:
        return
    bands = sorted(scheme.grades, key=lambda grade: grade.floor, reverse=True)
    fitting = next((band.name for band in bands if half_up(total.value) >= band.floor), "")
    if fitting and claims.grade in {band.name for band in bands} and claims.grade != fitting:
        yield Mistake(
            "grade-mismatch",
            "error",
            f"等级写的是“{claims.grade}”，{plain(total.value)} 分应是“{fitting}”",
            "改正等级或总分",
            at,
            related=others(at, [total.at.line]),
        )


def total_in_range(claims: Claims, _: Scheme) -> Iterator[Mistake]:
    """No total is above 100."""
    if claims.total and claims.total.value > HUNDRED:
        message = f"总分写的是 {plain(claims.total.value)} 分，超过了 100 分"
        yield Mistake("total-above-100", "error", message, "重新计算总分", claims.total.at)


def verdict_missing(claims: Claims, _: Scheme) -> Iterator[Mistake]:
    """A report says what it comes to."""
    at = _conclusion(claims)
    if claims.items and claims.total is None:
        yield Mistake("total-missing", "error", "没有写总分", "在评价结论里写上总分", at)
    if claims.items and claims.grade_at is None:
        yield Mistake("grade-missing", "error", "没有写等级", "在评价结论里写上等级", at)


def _conclusion(claims: Claims) -> Quote:
    titles = (part.title for part in reversed(claims.parts) if "结论" in part.title.text)
    return claims.total.at if claims.total else next(titles, claims.end)


def _sum(stated: list[Stated | None]) -> Decimal | None:
    """None where one of them is missing, or all are."""
    values = [one.value for one in stated if one is not None]
    return sum(values, Decimal(0)) if values and len(values) == len(stated) else None


def _execution_score(claims: Claims, scheme: Scheme) -> Decimal | None:
    """What the execution rate scores: the rate from the amounts, otherwise as it is stated."""
    computed = (rate for one in claims.executions if (rate := executed_share(one)) is not None)
    stated = (one.rate.value / HUNDRED for one in claims.executions if one.rate)
    rate = next(computed, next(stated, None))
    return None if rate is None else ARITHMETIC.multiply(scheme.execution_weight, min(rate, ONE))


def executed_share(execution: Execution) -> Decimal | None:
    """Executed ÷ adjusted, as a share of one; without an adjusted budget ÷ the initial one."""
    base = execution.adjusted or execution.initial
    if execution.executed is None or base is None or not base.yuan:
        return None
    return ARITHMETIC.divide(execution.executed.yuan, base.yuan)


VERDICT_RULES = (total_of_parts, grade_of_total, total_in_range, verdict_missing)
