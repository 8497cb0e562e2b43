"""Whose report it is and of which year, who signed it, and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from perf_tui.core.claims.claims import Quote, Stated
from perf_tui.core.numbers.numerals import read_numerals
from perf_tui.reader.claims.outline import ReportLine
from perf_tui.reader.claims.spelling import stated

_DATE = r"(?P<year>\d{4})[年.\-/](?P<month>\d{1,2})[月.\-/](?P<day>\d{1,2})日?"
_ONE_TO_31 = "[一二三四五六七八九十]{1,3}"
_WRITTEN = rf"(?P<written>[〇零○Ｏ一二三四五六七八九]{{4}}年{_ONE_TO_31}月{_ONE_TO_31}日)"
_DATED = re.compile(rf"(?P<name>[一-鿿()]{{2,30}}?)?(?:{_DATE}|{_WRITTEN})")
_YEAR = re.compile(r"(?P<number>(?:19|20)\d\d)(?P<unit>\s*年度?)")
_FILED = re.compile(r"(?:填报|填表|报送|填写)(?:日期|时间)")
_NAME = r"[一-鿿()]{2,30}(?:人民政府|政府|办事处|委员会|局|办公室|中心|站|所)"
_SIGNED = re.compile(rf"{_NAME}(?:\(.{{0,6}}\))?")
_TITLE = re.compile(rf"(?P<name>{_NAME})(?:关于)?(?:20\d\d年度?)?.{{0,30}}绩效.{{0,30}}")
_ATTACHMENT = re.compile(r"附[件表]\d{0,2}:?")
_NOTED = re.compile(r"\s*附[件表]\s*\d{0,2}\s*(?:[:：.、]|$)")
_TOWN = ("人民政府", "办事处")
# Lines of the head, in which unit and year stand, and lines before a date for its signature.
HEAD, NEAR = 12, 3
_DIGITS = str.maketrans("〇零○Ｏ一二三四五六七八九", "0000123456789")


def year_of(lines: Sequence[ReportLine]) -> Stated | None:
    """Return the year in the title, or else the first year that any line names.

    The day on which a table was filled in is in the year after.
    """
    titles = [line for line in lines[:HEAD] if "绩效" in line.text]
    for line in (*titles, *lines):
        if not _FILED.search(line.plain) and (found := _YEAR.search(line.plain)):
            return stated(line.number, line.text, found)
    return None


def unit_of(lines: Sequence[ReportLine]) -> Quote | None:
    """Return the unit that the title names, preferring a township's government, or None."""
    named = [quote for line in lines[:HEAD] if (quote := _unit_in(line))]
    towns = (quote for quote in named if quote.text.endswith(_TOWN))
    return next(towns, named[0] if named else None)


def _unit_in(line: ReportLine) -> Quote | None:
    plain = line.plain.strip()
    if _SIGNED.fullmatch(plain):
        return line.quote
    found = _TITLE.fullmatch(plain)
    return Quote(line.number, line.text.strip()[: found.end("name")]) if found else None


def signature_of(lines: Sequence[ReportLine]) -> tuple[Quote | None, Quote | None, date | None]:
    """Return the signature, the date and its day, each None if it is not there.

    They stand between the last chapter and the attachments, side by side or one below the other.
    The day is None as well for a date that is not in the calendar.
    """
    said = [line for line in _before_attachments(lines) if line.kind == "words"]
    for place, line in reversed(list(enumerate(said))):
        found = _DATED.fullmatch(_close(line))
        if found and found["name"]:
            if _SIGNED.fullmatch(found["name"]):
                return _named(line, found["name"]), line.quote, _day(found)
        elif found:
            around = [*said[place + 1 : place + 2], *said[max(0, place - NEAR) : place]]
            return _signature(around), line.quote, _day(found)
    return _signature(said), None, None


def _named(line: ReportLine, name: str) -> Quote:
    """Quote the name before a date, or the whole line if the name is spread out in it."""
    return Quote(line.number, name) if name in line.text else line.quote


def end_of_text(lines: Sequence[ReportLine]) -> int:
    """Return the number of the first line of signature, date or attachments.

    Without any of them it is one more than the number of lines.
    """
    signature, dated, _ = signature_of(lines)
    closing = [quote.line for quote in (signature, dated) if quote]
    last = max((line.number for line in lines if line.kind == "chapter"), default=0)
    noted = (line.number for line in lines if line.number > last and _NOTED.match(line.plain))
    return min([*closing, *list(noted)[:1], len(lines) + 1])


def _before_attachments(lines: Sequence[ReportLine]) -> Sequence[ReportLine]:
    """Return the lines between the title of the last chapter and the first attachment.

    A report that is one itself has that above its title.
    """
    first = next((at for at, line in enumerate(lines) if line.kind == "chapter"), 0)
    ends = (at for at, line in enumerate(lines) if _ATTACHMENT.fullmatch(_close(line)))
    ends = (at for at in ends if at >= first)
    text = lines[: next(ends, len(lines))]
    last = max((at for at, line in enumerate(text) if line.kind == "chapter"), default=-1)
    return text[last + 1 :]


def _signature(lines: Sequence[ReportLine]) -> Quote | None:
    signed = (line.quote for line in reversed(lines) if _SIGNED.fullmatch(_close(line)))
    return next(signed, None)


def _close(line: ReportLine) -> str:
    """Return a line without spaces, by which names are sometimes spread out."""
    return re.sub(r"\s+", "", line.plain)


def _day(found: re.Match[str]) -> date | None:
    try:
        if found["written"]:
            year, month, day = re.split("[年月日]", found["written"])[:3]
            return date(int(year.translate(_DIGITS)), _number(month), _number(day))
        return date(*(int(found[part]) for part in ("year", "month", "day")))
    except ValueError:
        return None


def _number(written: str) -> int:
    return read_numerals(written) or 0
