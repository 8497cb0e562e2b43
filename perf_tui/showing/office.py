"""What an office's projects of a year come to, in words that every list shows alike."""

from __future__ import annotations

from decimal import Decimal

from perf_tui.core.evaluation.projects import ProjectSums
from perf_tui.core.numbers.rounding import fixed, percent

TEN_THOUSAND, HUNDRED = Decimal(10000), Decimal(100)


def sums_words(sums: ProjectSums) -> str:
    """Return count, states and money: 项目 12 个（定稿 5），预算 120.00 万元，执行 ….

    It is said how many projects the amounts leave out.
    """
    rate = "" if sums.rate is None else f"（{percent(sums.rate * HUNDRED)}%）"
    missing = f"，没填全 {len(sums.unknown)}" if sums.unknown else ""
    budget, executed = in_ten_thousands(sums.budget), in_ten_thousands(sums.executed)
    money = f"预算 {budget} 万元，执行 {executed} 万元{rate}"
    return f"项目 {sums.count} 个（定稿 {sums.final}{missing}），{money}"


def in_ten_thousands(yuan: Decimal) -> str:
    """Return an amount of 元 in 万元, half-up to two decimals."""
    return fixed(yuan / TEN_THOUSAND)
