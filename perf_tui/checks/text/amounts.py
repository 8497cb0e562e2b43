"""How amounts are written: in one unit, and exactly."""

from __future__ import annotations

from collections.abc import Iterator

from perf_tui.core.claims import MONEY, Claims
from perf_tui.core.form import Scheme
from perf_tui.core.mistakes import Mistake, others


def money_units_mixed(claims: Claims, _: Scheme) -> Iterator[Mistake]:
    """元 and 万元 in one text: the reader has to convert, and slips by ten thousand hide there."""
    money = [one for one in claims.counts if one.unit in MONEY and "人均" not in one.words]
    by_unit = ([one for one in money if one.unit == unit] for unit in MONEY)
    used = sorted(filter(None, by_unit), key=len)
    if len(used) > 1:
        fewest, *__, most = used
        yield Mistake(
            "money-units-mixed",
            "notice",
            f"金额有的用{fewest[0].unit}，有的用{most[0].unit}",
            "全文统一用一种单位，人均数除外",
            fewest[0].phrase,
            related=others(fewest[0].at, [most[0].at.line]),
        )


def approximate(claims: Claims, _: Scheme) -> Iterator[Mistake]:
    """近300万元: money that was paid is known to the cent; how often something was done, mostly."""
    for one in claims.counts:
        if not one.rough:
            continue
        money = one.unit in MONEY
        yield Mistake(
            "approximate-figure",
            "warning" if money else "notice",
            f"“{one.at.text}”是约数",
            "按账上的数写准确" if money else "有台账的写准确数",
            one.at,
            claims.indicator_at(one.at.line),
        )


AMOUNT_RULES = (money_units_mixed, approximate)
