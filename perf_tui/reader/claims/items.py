"""The indicators of a report, one by one: name, weight, words, scores, how far the target went."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from perf_tui.core.claims import Item, Quote, Reach, Stated
from perf_tui.reader.claims.outline import Line
from perf_tui.reader.claims.spelling import NUMBER, quoted, stated

_SCORE = re.compile(
    rf"(?<![不扣])(?:得分|自评分|评分|得|计)\s*[为是:]?\s*(?P<number>{NUMBER})\s*(?P<unit>分)(?![之数钟])"
)
_WEIGHT = re.compile(
    rf"(?:权重|分值|满分)\s*[为是:]?\s*(?P<number>{NUMBER})\s*(?P<unit>分)(?![之数])"
)
# 93.53%，高于年初制定的90%的目标; 完成值为95，低于目标值98
_REACH = re.compile(
    rf"""(?P<actual>{NUMBER})\s*(?P<unit>%|[一-鿿]{{0,2}})\s*[，,]?\s*
    (?P<relation>高于|超过|超出|大于|低于|未达到|未达|小于|达到了?|完成了?|等于)
    [^。；;%\d]{{0,12}}(?P<target>{NUMBER})\s*(?P=unit)(?=[^。；;，\d]{{0,4}}目标)
    |(?P<actual2>{NUMBER})\s*(?P<unit2>%)\s*[，,]?\s*
    (?P<relation2>高于|超过|低于|达到了?)[^。；;%\d]{{0,6}}目标[^。；;%\d]{{0,4}}(?P<target2>{NUMBER})%
    """,
    re.VERBOSE,
)
ABOVE, BELOW, EQUAL = "above", "below", "equal"
_RELATIONS = {"高": ABOVE, "超": ABOVE, "大": ABOVE, "低": BELOW, "未": BELOW, "小": BELOW}


def items_of(lines: Sequence[Line]) -> tuple[Item, ...]:
    """The indicators in their order.

    Where weights stand in the headings these make the list, from the first to the next chapter;
    a short numbered line that goes on counting belongs to it even without a weight.
    """
    headings = list(_headings(lines))
    starts = [heading.number for heading in headings]
    ends = [*starts[1:], _next_part(lines, starts[-1])] if starts else []
    bodies = (lines[start : end - 1] for start, end in zip(starts, ends, strict=True))
    return tuple(
        _item(number, heading, body)
        for number, (heading, body) in enumerate(zip(headings, bodies, strict=True), 1)
    )


def _headings(lines: Sequence[Line]) -> Iterator[Line]:
    """Those with a weight, and between them those that only forgot it."""
    weighted = [line for line in lines if line.weight and line.title]
    if not weighted:
        return
    first, last = weighted[0].number, _next_part(lines, weighted[-1].number)
    before = 0
    for line in lines[first - 1 : last - 1]:
        forgot = line.kind == "numbered" and line.printed == before + 1 and line.is_title
        if line.weight or (forgot and line.kind == weighted[0].kind):
            before = line.printed if line.printed is not None else before + 1
            yield line


def _next_part(lines: Sequence[Line], behind: int) -> int:
    """The number of the next chapter's or section's line, or of the one after the last."""
    heads = ("chapter", "section")
    found = (line.number for line in lines[behind:] if line.kind in heads and not line.weight)
    return next(found, len(lines) + 1)


def _item(number: int, heading: Line, body: Sequence[Line]) -> Item:
    said = (heading, *(line for line in body if line.kind not in ("blank", "row")))
    name = heading.title if heading.printed is not None else heading.title.partition("(")[0].strip()
    weight = heading.weight or next(_all(_WEIGHT, said), None)
    return Item(
        number,
        heading.printed,
        name,
        heading.quote,
        weight,
        tuple(_all(_SCORE, said)),
        tuple(reach for line in said for reach in _reaches(line)),
        tuple(Quote(line.number, line.text) for line in said),
    )


def _all(pattern: re.Pattern[str], lines: Sequence[Line]) -> Iterator[Stated]:
    for line in lines:
        for found in pattern.finditer(line.plain):
            yield stated(line.number, line.text, found)


def _reaches(line: Line) -> Iterator[Reach]:
    for found in _REACH.finditer(line.plain):
        second = "2" if found["actual2"] else ""
        at = quoted(line.number, line.text, found)
        yield Reach(
            stated(line.number, line.text, found, f"actual{second}"),
            stated(line.number, line.text, found, f"target{second}"),
            _RELATIONS.get(found[f"relation{second}"][0], EQUAL),
            at,
        )
