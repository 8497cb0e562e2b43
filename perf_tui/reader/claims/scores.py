"""What an indicator is said to score, and to weigh, in its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from perf_tui.core.claims.claims import Stated
from perf_tui.reader.claims.outline import ReportLine
from perf_tui.reader.claims.spelling import NUMBER, clause_around, quoted, stated

# 得5分, 自评得分为5分, 得分：5 and 得分5/5分 are scores. 扣2分 and 得95分以上 are not.
_SCORE = re.compile(
    rf"""(?P<led>(?:本项|该项|本指标|该指标|此项|合计|最终|实际|自评)[^，。；;\d]{{0,8}})?
    (?<![不扣获取])(?:得分|自评分|评分|打分|得|计|记)\s*[为是:]?\s*(?P<number>{NUMBER})
    \s*(?:/\s*\d[\d.]*\s*)?(?:(?P<unit>分)(?![之数钟])|(?<=\d)(?=\s*[，,。；;)]|\s*$))""",
    re.VERBOSE,
)
_FULL = re.compile(r"(?<!未)得满分|不扣分|未扣分|不予扣分")
_WEIGHT = re.compile(
    rf"(?:权重|分值|满分)\s*(?:为|是|:)?\s*(?P<number>{NUMBER})\s*(?P<unit>分)(?![之数])"
)
# Words of scores given by others, and of the criteria for scoring.
_OTHERS = re.compile(r"考核|测评|考评|群众评|评分标准|以上|以下|每|平均分|上年|去年")


def scores_in(lines: Sequence[ReportLine], weight: Stated | None) -> tuple[Stated, ...]:
    """Return the scores that are called the indicator's own, or else only the last score.

    `weight` is what a full score in words (得满分) amounts to. Scores are in points.
    """
    found = list(_scores(lines, weight))
    led = [score for score, is_led in found if is_led]
    return tuple(led) if led else tuple(score for score, _ in found[-1:])


def weight_in(lines: Sequence[ReportLine]) -> Stated | None:
    """Return the weight that the words name, or None if they name none."""
    for line in lines:
        if found := _WEIGHT.search(line.plain):
            return stated(line.number, line.text, found)
    return None


def tells_score(lines: Sequence[ReportLine]) -> bool:
    """Whether the lines state a score or a weight."""
    return weight_in(lines) is not None or any(_scores(lines, None))


def _scores(lines: Sequence[ReportLine], weight: Stated | None) -> Iterator[tuple[Stated, bool]]:
    for line in lines:
        for found in _SCORE.finditer(line.plain):
            if not _OTHERS.search(clause_around(line.plain, found)):
                yield stated(line.number, line.text, found), bool(found["led"])
        if weight and (full := _FULL.search(line.plain)):
            at = quoted(line.number, line.text, full)
            yield replace(weight, at=at), True
