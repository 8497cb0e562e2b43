"""Rules on how amounts are written: in one unit of money, and exactly."""

from __future__ import annotations

from collections.abc import Iterator

from perf_tui.core.claims.claims import MONEY, Claims
from perf_tui.core.findings.report_finding import ReportFinding, others
from perf_tui.core.form import Scheme


def money_units_mixed(claims: Claims, _: Scheme) -> Iterator[ReportFinding]:
    """Find a second unit of money in the text; amounts per head (人均) may have their own.

    元 and 万元 mixed is one of the reasons why reports are sent back.
    """
    money = [one for one in claims.counts if one.unit in MONEY and "人均" not in one.words]
    by_unit = ([one for one in money if one.unit == unit] for unit in MONEY)
    used = sorted(filter(None, by_unit), key=len)
    if len(used) > 1:
        fewest, *__, most = used
        yield ReportFinding(
            "money-units-mixed",
            "notice",
            f"金额有的用{fewest[0].unit}，有的用{most[0].unit}",
            "全文统一用一种单位，人均数除外",
            fewest[0].phrase,
            related=others(fewest[0].at, [most[0].at.line]),
        )


def approximate(claims: Claims, _: Scheme) -> Iterator[ReportFinding]:
    """Find approximate numbers (近300万元, 60余家).

    Money that was paid is known to the cent, so an approximate amount is a warning. Other numbers
    are only a notice.
    """
    for one in claims.counts:
        if not one.rough:
            continue
        money = one.unit in MONEY
        yield ReportFinding(
            "approximate-figure",
            "warning" if money else "notice",
            f"“{one.at.text}”是约数",
            "按账上的数写准确" if money else "有台账的写准确数",
            one.at,
            claims.indicator_at(one.at.line),
        )


AMOUNT_RULES = (money_units_mixed, approximate)
