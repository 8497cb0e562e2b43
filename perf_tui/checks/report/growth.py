"""Rules on growth and decline: the base has to be stated, and the numbers have to give the rate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from perf_tui.core.claims.claims import Claims, Count
from perf_tui.core.findings.report_finding import ReportFinding
from perf_tui.core.form import Scheme
from perf_tui.core.numbers.rounding import ARITHMETIC, half_up, percent, plain
from perf_tui.core.scoring.points import HUNDRED

_CHANGE = re.compile(
    r"(?P<way>增长|增加|上升|提高|上涨|下降|减少|降低|压减|压缩)了?(?:幅度)?(?:为|达到?)?\s*$"
)
_AGAINST = re.compile(r"同比|较上年|比上年|较去年|比去年|环比|同期")
_UP = ("增长", "增加", "上升", "提高", "上涨")
# The bounds in this module are set by experience with published reports.
MOST = 6  # numbers before a rate that it may be about
NEAR = 60  # characters on either side of a rate in which its base may stand
CLAUSES = 2  # between the amount of a change and its rate
_BASE = re.compile(r"(?:上年|去年|同期)(?!同期)[^，。；]{0,12}[\d０-９]|由[^，。；]{0,8}[\d０-９]")


def growth_of_its_numbers(claims: Claims, _: Scheme) -> Iterator[ReportFinding]:
    """Find rates of growth (%) that the numbers before them do not give.

    “支出11.6万元，较上年减少2.1万元，下降15.33%” is 2.1 ÷ (11.6 + 2.1). Where several numbers stand
    before the change, the rate may belong to any of them.
    """
    for sentence in _sentences(claims):
        for place in range(2, len(sentence)):
            *before, change, rate = sentence[max(0, place - MOST) : place + 1]
            exact = [one for now in before if (one := _exact(now, change, rate)) is not None]
            if exact and all(half_up(one, rate.decimals) != rate.value for one in exact):
                yield ReportFinding(
                    "growth-mismatch",
                    "error",
                    f"{rate.label}写的是 {plain(rate.value)}%，"
                    f"按前面的数算是 {percent(exact[-1])}%",
                    "核对本年数、增减数和增减幅度",
                    rate.phrase,
                    claims.indicator_at(rate.at.line),
                )


def growth_without_base(claims: Claims, _: Scheme) -> Iterator[ReportFinding]:
    """Find rates of growth without last year's number, which nobody can check."""
    for sentence in _sentences(claims):
        for place, rate in enumerate(sentence):
            compared = _CHANGE.search(rate.words) and _AGAINST.search(rate.words)
            if rate.unit != "%" or not compared or _has_base(claims, sentence, place):
                continue
            yield ReportFinding(
                "growth-without-base",
                "notice",
                f"写了{rate.label} {plain(rate.value)}%，没有写上年的数",
                "写上上年的数，别人才能核对",
                rate.phrase,
                claims.indicator_at(rate.at.line),
            )


def _has_base(claims: Claims, sentence: Sequence[Count], place: int) -> bool:
    changed = any(
        _CHANGE.search(one.words)
        and one.unit != "%"
        and one.clause >= sentence[place].clause - CLAUSES
        for one in sentence[:place]
    )
    rate = sentence[place]
    line = claims.lines[rate.at.line - 1]
    return changed or bool(_BASE.search(line, max(0, rate.end - NEAR), rate.end + NEAR))


def _exact(now: Count, change: Count, rate: Count) -> Decimal | None:
    """Return the rate in % that a number and its change give, or None if they give none."""
    ways = [_CHANGE.search(one.words) for one in (change, rate)]
    if rate.unit != "%" or not all(ways) or not _AGAINST.search(change.words):
        return None
    if now.unit != change.unit or now.rough or change.rough or _CHANGE.search(now.words):
        return None
    up = any(way and way["way"] in _UP for way in ways)
    base = now.value - change.value if up else now.value + change.value
    return ARITHMETIC.divide(change.value * HUNDRED, base) if base > 0 else None


def _sentences(claims: Claims) -> Iterator[list[Count]]:
    for counts in claims.counts_in.values():
        for _, sentence in groupby(counts, key=lambda one: one.sentence):
            yield list(sentence)


GROWTH_RULES = (growth_of_its_numbers, growth_without_base)
