"""How a workbook shows its numbers: percentages, decimals, dates, words around them.

A cell holds 0.95 and shows 95%. What it shows stands in the printed table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Context, Decimal, InvalidOperation
from functools import cache
from typing import NamedTuple

from perf_tui.core.numbers.rounding import half_up, plain

EXACT = Context(prec=15)  # digits that Excel keeps; what a file has behind them is noise
LARGEST = 10**15
MOST_PLACES = 10
FIRST, FIRST_1904 = date(1899, 12, 30), date(1904, 1, 1)  # day 0
LAST_DAY = 2_958_465  # 9999-12-31
GENERAL = "General"
# The formats that a file names by number only (ECMA-376 part 1, 18.8.30; from 27 on the Chinese).
BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    **dict.fromkeys((37, 38, 41, 42), "#,##0"),
    **dict.fromkeys((39, 40, 43, 44), "#,##0.00"),
    **dict.fromkeys((14, 15, 22, 30, 31), "yyyy/m/d"),
    **dict.fromkeys((17, 27, 50, 52, 57), "yyyy/m"),
    **dict.fromkeys((16, 28, 29, 51, 53, 54, 58), "m/d"),
}
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[[^\]]*\]|[_*].'
    r"|(?P<digits>General|[#0?][#0?,]*(?:\.(?P<places>[#0?]+))?)"
    r"|(?P<percent>%)|(?P<date>[yYmMdDhHsS]+)|(?P<sign>[≥≤<>=＞＜≧≦])|.",
)


class Formats:
    """The formats of a workbook: code by number, and the number of each style of cells."""

    def __init__(self) -> None:
        self.first = FIRST
        self.codes = dict(BUILT_IN)
        self.styles: list[int] = []

    def date_from_1904(self) -> None:
        """Count days from 1904 on, as the Macintosh did."""
        self.first = FIRST_1904

    def shown(self, typed: str, style: int) -> str:
        """Return a number as a cell of this style shows it, or the text as it is if it is none."""
        number = _exact(typed)
        if number is None:
            return typed
        known = self.styles[style] if style < len(self.styles) else 0
        return in_format(number, self.codes.get(known, GENERAL), self.first)


def in_format(number: Decimal, code: str, first: date = FIRST) -> str:
    """Return a number in a format of Excel, without thousands separators and zeros at the end."""
    how = _parsed(code)
    if how.dated:
        return _date(number, how.dated, first)
    if how.percent:
        number = number.scaleb(2)
    if how.places is not None:
        number = half_up(number, how.places)
    return f"{how.before}{plain(number)}{how.behind}"


class _Format(NamedTuple):
    """What a code means: the parts of a date, or decimals (None for all) and what is around."""

    dated: str = ""
    places: int | None = None
    percent: bool = False
    before: str = ""
    behind: str = ""


@cache
def _parsed(code: str) -> _Format:
    """Return the format for positive numbers. One that is none of the usual shows every digit."""
    found = list(_TOKEN.finditer(code.partition(";")[0]))
    if parts := "".join(one["date"] or "" for one in found).lower():
        return _Format(dated=_parts_of_date(parts))
    places = [n for n, one in enumerate(found) if one["digits"]]
    if len(places) != 1 or found[places[0]]["digits"].endswith(","):
        return _Format()
    core = found[places[0]]
    decimals = min(len(core["places"] or ""), MOST_PLACES)
    return _Format(
        places=None if core["digits"] == GENERAL else decimals,
        percent=any(one["percent"] for one in found),
        before=_words(found[: places[0]]),
        behind=_words(found[places[0] + 1 :]),
    )


def _words(tokens: Sequence[re.Match[str]]) -> str:
    kinds = ("quoted", "escaped", "percent", "sign")
    return "".join(one[kind] or "" for one in tokens for kind in kinds).strip()


def _parts_of_date(letters: str) -> str:
    """Return which of year, month and day a date shows; m beside hours is minutes."""
    if "y" not in letters and "d" not in letters and {"h", "s"} & set(letters):
        return ""
    return "".join(part for part in "ymd" if part in letters)


def _date(number: Decimal, parts: str, first: date) -> str:
    if not 0 < number <= LAST_DAY - (first - FIRST).days:
        return plain(number)
    day = first + timedelta(days=int(number))
    words = {"y": f"{day.year}年", "m": f"{day.month}月", "d": f"{day.day}日"}
    return "".join(words[part] for part in parts)


def _exact(typed: str) -> Decimal | None:
    """Return the number in a cell. 0.30000000000000004 is 0.3."""
    try:
        number = EXACT.create_decimal(typed.strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number) < LARGEST else None
