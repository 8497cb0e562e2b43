"""The total (points) and the grade that a report states as its result."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from perf_tui.core.claims.claims import Quote, Stated
from perf_tui.reader.claims.outline import ReportLine
from perf_tui.reader.claims.spelling import NUMBER, clause_around, quoted, sentence_around, stated

_TOTAL = re.compile(
    rf"(?<!指标)(?:(?:综合|自评|评价|最终|实际|总)(?:自评|评价)?(?:得分|总分|分数|评分)|总得?分|总评分|合计得分)"
    rf"[^\d，,。；;%]{{0,8}}(?P<number>{NUMBER})\s*(?P<unit>分)?(?!\s*%)"
)
_GRADE = re.compile(
    r"(?:等[级次][^优良中差，。；]{0,8}|(?:[评定]为|属于|评价为|(?:结果|结论|评级)[为是:]?)\s*[“\"「]?)"
    r"(?P<grade>[优良中差])[秀好等]?(?=[”\"」，。；;、！)）\s]|等?[级次]|$)"
)
# Words of the criteria for grading, and of last year's result.
_OTHERS = re.compile(
    r"\d\s*分?\s*(?:\(含.{0,4}\)|含)?\s*(?:以上|以下|[-~—–至]\s*\d)|[划共]分为|分为.{0,4}[级档]|上年|去年"
)


def total_in(lines: Sequence[ReportLine]) -> Stated | None:
    """Return the first total in a sentence with a grade, or else the first total, or None."""
    found = list(_statements(_TOTAL, lines))
    graded = (one for one in found if _GRADE.search(sentence_around(one[0].plain, one[1])))
    line, total = next(graded, found[0] if found else (None, None))
    return stated(line.number, line.text, total) if line and total else None


def grade_in(lines: Sequence[ReportLine]) -> tuple[str, Quote] | None:
    """Return the last grade that is stated, one of 优良中差, with its place, or None."""
    said = [
        (found["grade"], quoted(line.number, line.text, found))
        for line, found in _statements(_GRADE, lines)
    ]
    return said[-1] if said else None


def _statements(
    pattern: re.Pattern[str], lines: Sequence[ReportLine]
) -> Iterator[tuple[ReportLine, re.Match[str]]]:
    """Yield the matches that are about this year's result, each with its line."""
    for line in lines:
        for found in pattern.finditer(line.plain):
            if not _OTHERS.search(clause_around(line.plain, found)):
                yield line, found
