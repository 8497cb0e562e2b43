"""The budget: a rate that its amounts give, the same amounts everywhere, reasons where asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from perf_tui.checks.text.verdict import executed_share
from perf_tui.core.claims import Claims, Stated
from perf_tui.core.form import Scheme
from perf_tui.core.mistakes import Mistake, others
from perf_tui.core.rounding import ARITHMETIC, half_up, percent, plain
from perf_tui.core.scoring import HUNDRED

_REASON = re.compile(
    r"原因|由于|因为|主要是|受.{1,20}影响|追加|增加了?.{0,12}(?:资金|经费|支出|专项)"
)
NAMES = {"initial": "年初预算数", "adjusted": "调整预算数", "executed": "执行数", "rate": "执行率"}


def rate_of_amounts(claims: Claims, _: Scheme) -> Iterator[Mistake]:
    """The execution rate is executed ÷ adjusted budget."""
    for execution in claims.executions:
        share, rate = executed_share(execution), execution.rate
        if share is None or rate is None:
            continue
        exact = share * HUNDRED
        if half_up(exact, rate.decimals) != rate.value:
            yield Mistake(
                "execution-rate",
                "error",
                f"执行率写的是 {plain(rate.value)}%，按执行数和预算数算是 {percent(exact)}%",
                "核对预算数、执行数和执行率",
                rate.at,
            )


def same_everywhere(claims: Claims, _: Scheme) -> Iterator[Mistake]:
    """The budget is told more than once, and must be the same each time."""
    for name, words in NAMES.items():
        told = [one for execution in claims.executions if (one := getattr(execution, name))]
        for one in told[1:]:
            if not _agree(told[0], one):
                yield Mistake(
                    "budget-differs",
                    "error",
                    f"{words}前后不一致：{_spelt(told[0])} 和 {_spelt(one)}",
                    "按部门决算改成一致",
                    one.at,
                    related=others(one.at, [told[0].at.line]),
                )


def shift_explained(claims: Claims, scheme: Scheme) -> Iterator[Mistake]:
    """Rules 9 and 10: a low rate and an adjusted budget far from the initial one need a reason."""
    for execution in claims.executions[:1]:
        initial, adjusted, rate = execution.initial, execution.adjusted, execution.rate
        said = _REASON.search(claims.lines[adjusted.at.line - 1] if adjusted else "")
        if initial and adjusted and initial.yuan and not said:
            shift = ARITHMETIC.divide((adjusted.yuan - initial.yuan) * HUNDRED, initial.yuan)
            if abs(shift) > scheme.budget_shift:
                yield Mistake(
                    "budget-shift",
                    "warning",
                    f"调整预算数比年初{_way(shift)} {percent(abs(shift))}%，没有写原因",
                    "写明预算调整的原因和依据",
                    adjusted.at,
                    related=others(adjusted.at, [initial.at.line]),
                )
        if rate and rate.value < scheme.low_execution and not _REASON.search(_line(claims, rate)):
            yield Mistake(
                "low-execution",
                "error",
                f"执行率 {plain(rate.value)}%，低于 {plain(scheme.low_execution)}%，没有写原因",
                "写明执行率低的原因",
                rate.at,
            )


def _agree(one: Stated, other: Stated) -> bool:
    """Whether two amounts are one, as far as the coarser of them is printed."""
    if one.unit == other.unit:
        places = min(one.decimals, other.decimals)
        return half_up(one.value, places) == half_up(other.value, places)
    return abs(one.yuan - other.yuan) < max(one.step, other.step)


def _spelt(amount: Stated) -> str:
    return plain(amount.value) + amount.unit


def _line(claims: Claims, stated: Stated) -> str:
    return claims.lines[stated.at.line - 1]


def _way(shift: Decimal) -> str:
    return "增加" if shift > 0 else "减少"


BUDGET_RULES = (rate_of_amounts, same_everywhere, shift_explained)
