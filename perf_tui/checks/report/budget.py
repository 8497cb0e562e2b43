"""Rules on the budget: its rate, the same amounts everywhere, reasons where they are asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from perf_tui.core.claims.claims import Claims, Stated
from perf_tui.core.findings.report_finding import ReportFinding, others
from perf_tui.core.form import Scheme
from perf_tui.core.numbers.rounding import ARITHMETIC, half_up, percent, plain
from perf_tui.core.scoring.points import HUNDRED

_EXPLAINED = re.compile(
    r"原因|由于|因为|主要是|受.{1,20}影响|追加|增加了?.{0,12}(?:资金|经费|支出|专项)"
)
NAMES = {"initial": "年初预算数", "adjusted": "调整预算数", "executed": "执行数", "rate": "执行率"}
# Times; no budget is adjusted a thousandfold, so that such a pair was written in two units. Set by
# experience, not by a regulation.
SLIP = 1000
# Lines in which a reason is looked for: the one with the figure and the one below it.
REASON_LINES = 2


def rate_of_amounts(claims: Claims, _: Scheme) -> Iterator[ReportFinding]:
    """Find an execution rate (%) that is not executed ÷ adjusted budget, to its own decimals."""
    for execution in claims.executions:
        share, rate = execution.share, execution.rate
        if share is not None and rate is not None and not execution.agrees:
            exact = percent(share * HUNDRED)
            yield ReportFinding(
                "execution-rate",
                "error",
                f"执行率写的是 {plain(rate.value)}%，按执行数和预算数算是 {exact}%",
                "核对预算数、执行数和执行率",
                rate.at,
            )


def same_everywhere(claims: Claims, _: Scheme) -> Iterator[ReportFinding]:
    """Find figures of the budget that differ from the first time they are stated.

    Figures that differ from the final accounts are one of the reasons why reports are sent back.
    """
    for name, words in NAMES.items():
        told = [one for execution in claims.executions if (one := getattr(execution, name))]
        for one in told[1:]:
            if not _agree(told[0], one):
                yield ReportFinding(
                    "budget-differs",
                    "error",
                    f"{words}前后不一致：{_spelt(told[0])} 和 {_spelt(one)}",
                    "按部门决算改成一致",
                    one.at,
                    related=others(one.at, [told[0].at.line]),
                )


def shift_unexplained(claims: Claims, scheme: Scheme) -> Iterator[ReportFinding]:
    """Find an adjusted budget more than `budget_shift` % from the initial one, without a reason.

    The finance side checks this when it receives the form. Budgets `SLIP` times apart were
    written in two units of money, which is an error of its own.
    """
    for execution in claims.executions[:1]:
        initial, adjusted = execution.initial, execution.adjusted
        if not initial or not adjusted or not initial.yuan or not adjusted.yuan:
            continue
        shift = ARITHMETIC.divide((adjusted.yuan - initial.yuan) * HUNDRED, initial.yuan)
        related = others(adjusted.at, [initial.at.line])
        if not 1 / SLIP < adjusted.yuan / initial.yuan < SLIP:
            message = f"年初预算数 {_spelt(initial)} 和调整预算数 {_spelt(adjusted)} 差得太远"
            fix = "核对金额的单位，是不是元和万元写混了"
            yield ReportFinding("money-unit", "error", message, fix, adjusted.at, related=related)
        elif abs(shift) > scheme.budget_shift and not _explained(claims, adjusted):
            way = "增加" if shift > 0 else "减少"
            message = f"调整预算数比年初{way} {percent(abs(shift))}%，没有写原因"
            fix = "写明预算调整的原因和依据"
            yield ReportFinding(
                "budget-shift", "warning", message, fix, adjusted.at, related=related
            )


def low_execution(claims: Claims, scheme: Scheme) -> Iterator[ReportFinding]:
    """Find an execution rate below `low_execution` (%) without a reason.

    The finance side checks this when it receives the form.
    """
    for execution in claims.executions[:1]:
        rate = execution.rate
        if rate and rate.value < scheme.low_execution and not _explained(claims, rate):
            yield ReportFinding(
                "low-execution",
                "error",
                f"执行率 {plain(rate.value)}%，低于 {plain(scheme.low_execution)}%，没有写原因",
                "写明执行率低的原因",
                rate.at,
            )


def _explained(claims: Claims, stated: Stated) -> bool:
    """Whether the figure's line or the line below it gives a reason."""
    first = stated.at.line - 1
    lines = claims.lines[first : first + REASON_LINES]
    return any(map(_EXPLAINED.search, lines))


def _agree(one: Stated, other: Stated) -> bool:
    """Whether two amounts agree to the decimals of the one that is printed less exactly."""
    if one.unit == other.unit:
        places = min(one.decimals, other.decimals)
        return half_up(one.value, places) == half_up(other.value, places)
    return abs(one.yuan - other.yuan) < max(one.step, other.step)


def _spelt(amount: Stated) -> str:
    return plain(amount.value) + amount.unit


BUDGET_RULES = (rate_of_amounts, same_everywhere, shift_unexplained, low_execution)
