"""The indicators of a report one by one: name, weight, words, scores, and targets reached."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from perf_tui.core.claims.claims import IndicatorClaim, Quote, Relation
from perf_tui.reader.claims.headings import headings_of, name_of, next_part, words_behind
from perf_tui.reader.claims.outline import ReportLine
from perf_tui.reader.claims.scores import scores_in, weight_in
from perf_tui.reader.claims.spelling import NUMBER, quoted, stated

_UNIT = r"(?P<unit>%|[起次件人户个处]?)"
_BETWEEN = r"[^。；;%\d]{0,12}"
# 93.53%，高于年初制定的90%的目标; 95%，达到目标值98%; 目标为100%，实际完成85%
_REACHES = tuple(
    re.compile(pattern, re.VERBOSE)
    for pattern in (
        rf"""(?P<actual>{NUMBER})\s*{_UNIT}\s*[，,]?\s*(?P<relation>[高低大小]于(?:或?等于)?|不[高低大小]于
        |超过|超出|未达到?|达到了?|完成了?|等于){_BETWEEN}(?P<target>{NUMBER})\s*(?P=unit)(?=[^。；;，\d]{{0,4}}目标)""",
        rf"""(?P<actual>{NUMBER})\s*{_UNIT}\s*[，,]?\s*(?P<relation>[高低]于|超过|未达到?|达到了?)
        [^。；;%\d]{{0,6}}目标[^。；;%\d]{{0,4}}(?P<target>{NUMBER})\s*(?P=unit)""",
        rf"""目标[值数]?\s*[为是:]?\s*(?P<target>{NUMBER})\s*{_UNIT}\s*[，,]\s*(?P<relation>实际|全年)
        [^。；;%\d，,]{{0,10}}(?P<actual>{NUMBER})\s*(?P=unit)""",
    )
)
ABOVE, BELOW, EQUAL, AT_MOST = "above", "below", "equal", "at most"
_RELATIONS = {
    **dict.fromkeys(("高于", "超过", "超出", "大于"), ABOVE),
    **dict.fromkeys(("低于", "小于"), BELOW),
    **dict.fromkeys(
        ("不高于", "不大于", "小于等于", "小于或等于", "低于等于", "低于或等于"), AT_MOST
    ),
}


def items_of(lines: Sequence[ReportLine]) -> tuple[IndicatorClaim, ...]:
    """Return the indicators in the order of the report, each with its words up to the next one."""
    headings = headings_of(lines)
    starts = [heading.number for heading in headings]
    ends = [*starts[1:], next_part(lines, starts[-1])] if starts else []
    return tuple(
        item_of(number, heading, lines, end)
        for number, (heading, end) in enumerate(zip(headings, ends, strict=True), 1)
    )


def item_of(
    number: int, heading: ReportLine, lines: Sequence[ReportLine], end: int
) -> IndicatorClaim:
    """Return the indicator of a heading, with its words down to the line `end`."""
    body = words_behind(lines, heading, end)
    said = (heading, *(line for line in body if line.kind not in ("blank", "row")))
    weight = heading.weight or weight_in(said)
    return IndicatorClaim(
        number,
        heading.printed,
        name_of(heading),
        heading.quote,
        weight,
        scores_in(said, weight),
        tuple(reach for line in said for reach in _reaches(line)),
        tuple(Quote(line.number, line.text) for line in said),
    )


def _reaches(line: ReportLine) -> Iterator[Relation]:
    for pattern in _REACHES:
        for found in pattern.finditer(line.plain):
            yield Relation(
                stated(line.number, line.text, found, "actual"),
                stated(line.number, line.text, found, "target"),
                _RELATIONS.get(found["relation"], EQUAL),
                quoted(line.number, line.text, found),
            )
