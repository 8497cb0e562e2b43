"""Rules on numbers that contradict one another, or the names listed behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from perf_tui.core.claims.claims import Claims, Count
from perf_tui.core.findings.report_finding import ReportFinding, others
from perf_tui.core.form import Scheme
from perf_tui.core.numbers.rounding import plain

# Words before the name of what is counted: whose it is, and what was done with it.
_BEFORE = re.compile(
    r"^(?:全年|我镇|我乡|我单位|本单位|今年|本年度?|共计?|累计|已|受理|处理|办理|接待|接收|收到)++"
)
_NOTHING = re.compile(
    r"(?:增长|下降|增加|减少|提高|上升|降低|[高低大小多少]于|超过|达到|同比|环比|较上年|比上年|目标|权重|得分|预算|执行[数率]|其中|基本支出|项目支出)"
)
# Petitions go by several names.
_SAME = dict.fromkeys(("信访件", "来信来访", "信访案件", "信访事项", "群众信访", "信访"), "信访件")
# Characters that name what is counted. Fewer name anything, more are half a sentence. Set by
# experience with published reports.
LEAST, MOST = 4, 20
_LIST = re.compile(r"(?P<names>[^，。；;：:]{2,30}(?:、[^，。；;、：:]{2,30})+)(?=[。；;]|$)")
_THAT_IS = re.compile(r"\s*[，,]?\s*(?:即|分别是|分别为|[:：])\s*[:：]?\s*")
_PARTING = re.compile(r"、|以及|[和及与]")
_IN_BRACKETS = re.compile(r"[（(][^（()）]{0,60}[)）]")
_OFFICES = ("个", "家", "项", "所")


def counted_twice(claims: Claims, _: Scheme) -> Iterator[ReportFinding]:
    """Find things that are counted twice with different numbers in the same unit."""
    first: dict[tuple[str, str], Count] = {}
    own_year = re.compile(rf"^{claims.year.value if claims.year else 0}年度?")
    for count in claims.counts:
        key = _what(count, own_year)
        if key is None:
            continue
        before = first.setdefault(key, count)
        if before.value != count.value:
            yield ReportFinding(
                "count-differs",
                "warning",
                f"“{key[0]}”前后两个数：第 {before.at.line} 行 {_spelt(before)}，"
                f"这里 {_spelt(count)}",
                "核对是不是同一件事，是就改成一致，不是就写清楚各指什么",
                count.phrase,
                claims.indicator_at(count.at.line),
                others(count.at, [before.at.line]),
            )


def listed_names(claims: Claims, _: Scheme) -> Iterator[ReportFinding]:
    """Find lists with another number of names than stated: “内设机构5个，即：…” has five."""
    for count in claims.counts:
        names = _names_behind(claims, count) if count.unit in _OFFICES else ""
        listed = len(names.split("、"))
        # A 和 may separate the last two names, or be part of one, so both readings are allowed.
        if names and count.value not in (listed, len(_PARTING.split(names))):
            yield ReportFinding(
                "list-count",
                "error",
                f"写的是 {_spelt(count)}，后面列了 {listed} 个",
                "核对个数和名称",
                count.phrase,
                claims.indicator_at(count.at.line),
            )


def _what(count: Count, own_year: re.Pattern[str]) -> tuple[str, str] | None:
    """Return what is counted and its unit, or None if the words do not name it."""
    if _NOTHING.search(count.words):
        return None
    words = _BEFORE.sub("", own_year.sub("", count.label))
    if words in _SAME:
        return _SAME[words], count.unit
    return (words, count.unit) if LEAST <= len(words) <= MOST else None


def _names_behind(claims: Claims, count: Count) -> str:
    """Return the names listed behind a number, or an empty string if none or not all are there."""
    line = claims.lines[count.at.line - 1]
    that_is = _THAT_IS.match(line, count.end)
    found = _LIST.match(line, that_is.end()) if that_is else None
    names = _IN_BRACKETS.sub("", found["names"]) if found else ""
    return "" if names.endswith("等") else names


def _spelt(count: Count) -> str:
    return plain(count.value) + count.unit


COUNT_RULES = (counted_twice, listed_names)
