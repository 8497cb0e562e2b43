"""Which lines of a report are the headings of its indicators, and where their words end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from perf_tui.reader.claims.outline import ReportLine
from perf_tui.reader.claims.scores import tells_score

# The beginning of a summary that follows the last indicator without a heading of its own.
_SUMMING = re.compile(
    r"^\s*(?:综上|以上|合计|总计|总之|总体来看)|综合(?:自评|评价)?得分|综合评分|自评总分|总得?分|总评分"
)
# 产出指标（60分）: a group of indicators, or a line that sums them up.
_GROUP = re.compile(
    r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.]\s*)?"
    r"(?:产出|效益|满意度|投入|过程|决策|管理|绩效|履职|[一-鿿]{0,4}效益)(?:类)?(?:一级|二级)?指标"
    r"(?:\s*[（(]|(?:完成|自评|评价|得分|分析|情况)*\s*$)"
)
HEADS = ("chapter", "section")
LONGEST_NAME = 40  # characters before the comma or colon behind which a heading goes on
_CLAUSE = re.compile(r"[，,：:；;。]")


def headings_of(lines: Sequence[ReportLine]) -> list[ReportLine]:
    """Return the headings of indicators: those with a weight, and those between that lack one.

    If no heading has a weight, they are the short numbered lines whose words state a score, or else
    the numbered lines that state it themselves.
    """
    weighted = [line for line in lines if line.weight and line.title]
    single = [line for line in weighted if not _is_group(line, lines)]
    if single:
        return list(_with_forgotten(lines, single))
    return _by_scores(lines) or [line for line in lines if _tells_all(line)]


def words_behind(
    lines: Sequence[ReportLine], heading: ReportLine, following: int
) -> Sequence[ReportLine]:
    """Return the lines of an indicator, down to the line `following` or to a summary before it."""
    body = lines[heading.number : following - 1]
    ends = (at for at, line in enumerate(body) if _ends(line))
    return body[: next(ends, len(body))]


def next_part(lines: Sequence[ReportLine], behind: int) -> int:
    """Return the line number of the next chapter or section, or one more than there are lines."""
    found = (line.number for line in lines[behind:] if line.kind in HEADS and not line.weight)
    return next(found, len(lines) + 1)


def _with_forgotten(
    lines: Sequence[ReportLine], weighted: Sequence[ReportLine]
) -> Iterator[ReportLine]:
    known = {line.number for line in weighted}
    first, last = weighted[0], next_part(lines, weighted[-1].number)
    before = 0
    for line in lines[first.number - 1 : last - 1]:
        forgot = line.style == first.style and line.printed == before + 1 and line.is_title
        if line.number in known or (forgot and line.kind == "numbered" and not line.weight):
            before = line.printed if line.printed is not None else before + 1
            yield line


def _by_scores(lines: Sequence[ReportLine]) -> list[ReportLine]:
    """Return the numbered titles whose words state a score."""
    titles = [line for line in lines if line.kind == "numbered" and line.is_title]
    ends = [*(line.number for line in titles[1:]), len(lines) + 1]
    return [
        line
        for line, end in zip(titles, ends, strict=False)
        if tells_score(words_behind(lines, line, min(end, next_part(lines, line.number))))
    ]


def _tells_all(line: ReportLine) -> bool:
    """Whether a numbered line names an indicator and goes on to its score: 1.培训人次，…得10分。"""
    return line.kind == "numbered" and name_of(line) != line.title and tells_score([line])


def name_of(line: ReportLine) -> str:
    """Return the name in the heading of an indicator, which may go on behind it."""
    if line.is_title:
        return line.title if line.printed is not None else line.title.partition("(")[0].strip()
    name = _CLAUSE.split(line.title, maxsplit=1)[0].strip()
    return name if 0 < len(name) <= LONGEST_NAME else line.title


def _is_group(line: ReportLine, lines: Sequence[ReportLine]) -> bool:
    """Whether a heading only groups the indicators below it, and is none itself.

    Such a heading stands right above one of another style, and both have weights.
    """
    behind = (one for one in lines[line.number :] if one.kind != "blank")
    following = next(behind, None)
    return bool(
        following
        and following.weight
        and following.style != line.style
        and (_GROUP.match(line.plain) or line.kind in ("chapter", "section"))
    )


def _ends(line: ReportLine) -> bool:
    return bool(_SUMMING.search(line.plain) or _GROUP.match(line.plain))
