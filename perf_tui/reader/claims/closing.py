"""Whose report it is and of which year, who signed it, and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from perf_tui.core.claims import Quote, Stated
from perf_tui.reader.claims.outline import Line
from perf_tui.reader.claims.spelling import stated

_DATE = re.compile(r"\s*(\d{4})\s*[年.\-/]\s*(\d{1,2})\s*[月.\-/]\s*(\d{1,2})\s*日?\s*")
_YEAR = re.compile(r"(?P<number>(?:19|20)\d\d)(?P<unit>\s*年度?)")
_SIGNED = re.compile(
    r"[一-鿿()]{2,30}(?:人民政府|政府|办事处|委员会|局|办公室|中心|站|所)(?:\s*\(.{0,6}\))?"
)
_TITLE = "绩效"
HEAD, NEAR = 12, 3  # lines


def year_of(lines: Sequence[Line]) -> Stated | None:
    """The year of the title: the first one named before the report begins, else at all."""
    titles = [line for line in lines[:HEAD] if _TITLE in line.text]
    for line in (*titles, *lines):
        if found := _YEAR.search(line.plain):
            return stated(line.number, line.text, found)
    return None


def unit_of(lines: Sequence[Line]) -> Quote | None:
    """The unit as the title names it."""
    for line in lines[:HEAD]:
        if found := _SIGNED.match(line.plain.strip()):
            return Quote(line.number, line.text.strip()[: found.end()])
    return None


def signature_of(lines: Sequence[Line]) -> tuple[Quote | None, Quote | None, date | None]:
    """The signature, the date and its day; None for what is not there.

    Neither is looked for before the last chapter, where the title stands.
    """
    said = [line for line in lines if line.kind == "words"]
    last = max((line.number for line in lines if line.kind == "chapter"), default=0)
    for place, line in reversed(list(enumerate(said))):
        if line.number > last and (found := _DATE.fullmatch(line.plain)):
            before = [one for one in said[max(0, place - NEAR) : place] if one.number > last]
            return _signature(before), line.quote, _day(found)
    return _signature([line for line in said if line.number > last]), None, None


def _signature(lines: Sequence[Line]) -> Quote | None:
    signed = (line.quote for line in reversed(lines) if _SIGNED.fullmatch(line.plain.strip()))
    return next(signed, None)


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(*map(int, found.groups()))
    except ValueError:
        return None
