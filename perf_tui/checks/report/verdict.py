"""Rules on the total and the grade: they have to agree with the parts they come from."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from perf_tui.core.claims.claims import Claims, Quote, Stated
from perf_tui.core.findings.report_finding import ReportFinding, others
from perf_tui.core.form import Scheme
from perf_tui.core.numbers.rounding import ARITHMETIC, fixed, half_up, percent, plain
from perf_tui.core.scoring.execution import share_of
from perf_tui.core.scoring.points import HUNDRED

# The decimals in which a total without any is compared, so that 100 is no rounding of 99.5. Scores
# are computed to two decimals; a total printed with one is compared with one.
DECIMALS = 2


def total_of_parts(claims: Claims, scheme: Scheme) -> Iterator[ReportFinding]:
    """Find a total that the scores do not give, in any of the ways in which offices add them up.

    By the scheme it is the weighted execution rate plus the weighted indicators. A total that is
    not the sum of its parts is one of the reasons why reports are sent back.
    """
    total = claims.total
    scores = _sum([item.score for item in claims.items])
    weights = _sum([item.weight for item in claims.items])
    if total is None or scores is None or not weights:
        return
    share = ARITHMETIC.divide((HUNDRED - scheme.execution_weight) * scores, weights)
    execution = _execution_score(claims, scheme)
    possible = {scores, scores + scheme.execution_weight}
    told = f"指标得分合计 {plain(scores)} 分"
    if execution is not None:
        whole = half_up(share) + half_up(execution)
        possible = {share + execution, whole}
        told += f"，折 {fixed(share)} 分，加上执行率得 {fixed(execution)} 分，是 {fixed(whole)} 分"
    # Some reports count the execution rate among the indicators and simply add up.
    if any(item.name.endswith("执行率") for item in claims.items):
        possible.add(scores)
    places = total.decimals or DECIMALS
    if any(half_up(one, places) == total.value for one in possible):
        return
    odd = [item.score.at.line for item in claims.items if item.score and not item.full]
    yield ReportFinding(
        "total-mismatch",
        "error",
        f"总分写的是 {plain(total.value)} 分，按各项写的得分算不出来：{told}",
        "先改正各项得分，再按它们重新计算总分",
        total.at,
        related=others(total.at, odd),
    )


def scores_above_execution(claims: Claims, scheme: Scheme) -> Iterator[ReportFinding]:
    """Find indicators whose score rate exceeds the execution rate by `score_above_execution`.

    The finance side raises a red flag when it receives the form. All of them are in %.
    """
    scores = _sum([item.score for item in claims.items])
    weights = _sum([item.weight for item in claims.items])
    execution = _execution_score(claims, scheme)
    if scores is None or not weights or execution is None or not scheme.execution_weight:
        return
    reached = ARITHMETIC.divide(scores * HUNDRED, weights)
    executed = ARITHMETIC.divide(execution * HUNDRED, scheme.execution_weight)
    if reached - executed > scheme.score_above_execution:
        above, below = percent(reached), percent(executed)
        most = plain(scheme.score_above_execution)
        yield ReportFinding(
            "score-above-execution",
            "warning",
            f"指标得分率 {above}%，比执行率 {below}% 高出 {most} 个点以上",
            "核对指标得分，属实就说明为什么少花钱也达到了目标",
            claims.total.at if claims.total else claims.end,
        )


def grade_of_total(claims: Claims, scheme: Scheme) -> Iterator[ReportFinding]:
    """Find a grade other than the one whose floor the rounded total reaches."""
    total, at = claims.total, claims.grade_at
    if total is None or at is None:
        return
    bands = sorted(scheme.grades, key=lambda grade: grade.floor, reverse=True)
    fitting = next((band.name for band in bands if half_up(total.value) >= band.floor), "")
    if fitting and claims.grade in {band.name for band in bands} and claims.grade != fitting:
        yield ReportFinding(
            "grade-mismatch",
            "error",
            f"等级写的是“{claims.grade}”，{plain(total.value)} 分应是“{fitting}”",
            "改正等级或总分",
            at,
            related=others(at, [total.at.line]),
        )


def total_in_range(claims: Claims, _: Scheme) -> Iterator[ReportFinding]:
    """Find a total above 100 points."""
    if claims.total and claims.total.value > HUNDRED:
        message = f"总分写的是 {plain(claims.total.value)} 分，超过了 100 分"
        yield ReportFinding("total-above-100", "error", message, "重新计算总分", claims.total.at)


def verdict_missing(claims: Claims, scheme: Scheme) -> Iterator[ReportFinding]:
    """Find a report of indicators without a total, or without a grade if the scheme has any."""
    at = _conclusion(claims)
    if claims.items and claims.total is None:
        yield ReportFinding("total-missing", "error", "没有写总分", "在评价结论里写上总分", at)
    if claims.items and scheme.grades and claims.grade_at is None:
        yield ReportFinding("grade-missing", "error", "没有写等级", "在评价结论里写上等级", at)


def _conclusion(claims: Claims) -> Quote:
    titles = (part.title for part in reversed(claims.parts) if "结论" in part.title.text)
    return claims.total.at if claims.total else next(titles, claims.end)


def _sum(stated: list[Stated | None]) -> Decimal | None:
    """Return the sum, or None if one of the numbers is missing or there are none."""
    values = [one.value for one in stated if one is not None]
    return sum(values, Decimal(0)) if values and len(values) == len(stated) else None


def _execution_score(claims: Claims, scheme: Scheme) -> Decimal | None:
    """Return the points of the execution rate, or None if the report has no rate.

    The rate is computed from the amounts where they are there, otherwise taken as stated.
    """
    computed = (one.share for one in claims.executions if one.share is not None)
    stated = (one.rate.value / HUNDRED for one in claims.executions if one.rate)
    rate = next(computed, next(stated, None))
    if rate is None:
        return None
    return ARITHMETIC.multiply(scheme.execution_weight, share_of(scheme, rate))


VERDICT_RULES = (
    total_of_parts,
    scores_above_execution,
    grade_of_total,
    total_in_range,
    verdict_missing,
)
