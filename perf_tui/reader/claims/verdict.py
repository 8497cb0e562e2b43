"""The total and the grade that a report comes to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from perf_tui.core.claims import Quote, Stated
from perf_tui.reader.claims.outline import Line
from perf_tui.reader.claims.spelling import NUMBER, quoted, stated

_TOTAL = re.compile(
    rf"(?:(?:综合|自评|评价|最终|总)(?:自评|评价)?(?:得分|总分|分数)|总得?分|总评分)"
    rf"[^\d，,。；;%]{{0,8}}(?P<number>{NUMBER})\s*(?P<unit>分)?(?!\s*%)"
)
_GRADE = re.compile(
    r"(?:等[级次][^优良中差，。；]{0,8}|(?:[评定]为|评价为|结果为)[“\"「]?)(?P<grade>[优良中差])[秀好等]?"
    r"(?=[”\"」，。；;、！)）\s]|等?[级次]|$)"
)


def total_in(lines: Sequence[Line]) -> Stated | None:
    """The total; where it stands several times, as it was said last."""
    said = [
        stated(line.number, line.text, found)
        for line in lines
        for found in _TOTAL.finditer(line.plain)
    ]
    return said[-1] if said else None


def grade_in(lines: Sequence[Line]) -> tuple[str, Quote] | None:
    """The grade as one of 优良中差 with its place, as it was said last."""
    said = [
        (found["grade"], quoted(line.number, line.text, found))
        for line in lines
        for found in _GRADE.finditer(line.plain)
    ]
    return said[-1] if said else None
