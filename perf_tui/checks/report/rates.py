"""The rule on rates: they have to agree with the two numbers they come from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_DOWN, Decimal
from itertools import takewhile

from perf_tui.core.claims.claims import Claims, Count
from perf_tui.core.findings.report_finding import ReportFinding
from perf_tui.core.form import Scheme
from perf_tui.core.numbers.rounding import ARITHMETIC, half_up, percent, plain
from perf_tui.core.scoring.points import HUNDRED

_RATE = re.compile(r"(?P<stem>[一-鿿]{2,10}?)(?:的?比)?率\s*(?:均|分别)?(?:为|达到?|是|[:：])?\s*$")
# The bounds in this module are set by experience with published reports.
FAR = 25  # percentage points; a rate further off belongs to other numbers
NEAR = 6  # numbers before a rate among which its part and whole are looked for
_TAIL = 2  # characters of a rate's name that say what is counted: 调解成功率, 问题整改率


def rate_of_its_numbers(claims: Claims, _: Scheme) -> Iterator[ReportFinding]:
    """Find rates (%) that the numbers before them do not give, to the decimals of the rate.

    “调解成功223件” of “排查224件” gives a 调解成功率 of 99.55 %. A rate that was cut off instead of
    rounded is a warning.
    """
    for counts in claims.counts_in.values():
        for place, rate in enumerate(counts):
            pair = _numbers_of(rate, counts[max(0, place - NEAR) : place])
            if pair and (wrong := _mistake(claims, rate, *pair)):
                yield wrong


def _numbers_of(rate: Count, before: Sequence[Count]) -> tuple[Count, Count] | None:
    """Return the part and the whole of a rate, or None if not both stand before it."""
    found = _RATE.search(rate.words) if rate.unit == "%" else None
    if found is None:
        return None
    stem = found["stem"]
    for place in range(len(before) - 1, 0, -1):
        part = before[place]
        if part.unit != "%" and _counts(part.words, stem):
            return _whole_of(part, rate, before[:place])
    return None


def _whole_of(part: Count, rate: Count, before: Sequence[Count]) -> tuple[Count, Count] | None:
    """Return the part and its whole: the number that gives the rate, otherwise the nearest one.

    Only numbers behind the last rate before it come into question.
    """
    wholes = list(takewhile(lambda one: one.unit != "%", reversed(before)))
    fitting = [one for one in wholes if one.unit == part.unit and 0 < part.value <= one.value]
    giving = (one for one in fitting if half_up(_percent(part, one), rate.decimals) == rate.value)
    whole = next(giving, fitting[0] if fitting else None)
    return (part, whole) if whole else None


def _percent(part: Count, whole: Count) -> Decimal:
    return ARITHMETIC.divide(part.value * HUNDRED, whole.value)


def _counts(words: str, stem: str) -> bool:
    """Whether the words before a number say what the rate is a rate of."""
    return any(words.endswith(stem[-size:] + late) for size in _sizes(stem) for late in ("", "了"))


def _sizes(stem: str) -> range:
    return range(len(stem), _TAIL - 1, -1)


def _mistake(claims: Claims, rate: Count, part: Count, whole: Count) -> ReportFinding | None:
    exact = _percent(part, whole)
    if half_up(exact, rate.decimals) == rate.value or abs(exact - rate.value) > FAR:
        return None
    if part.rough or whole.rough:
        return None
    cut = exact.quantize(Decimal(1).scaleb(-rate.decimals), rounding=ROUND_DOWN) == rate.value
    quotient = f"{plain(part.value)}÷{plain(whole.value)}"
    return ReportFinding(
        "rate-mismatch",
        "warning" if cut else "error",
        f"{rate.label}写的是 {plain(rate.value)}%，按 {quotient} 算是 {percent(exact)}%"
        + ("，没有四舍五入" if cut else ""),
        f"改成 {percent(exact)}%，或核对这两个数",
        rate.phrase,
        claims.indicator_at(rate.at.line),
    )


RATE_RULES = (rate_of_its_numbers,)
