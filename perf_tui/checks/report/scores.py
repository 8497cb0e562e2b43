"""Rules on what an indicator scores, compared with its weight (points).

Most are checked by the finance side when it receives the form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from perf_tui.core.claims.claims import Claims, IndicatorClaim
from perf_tui.core.findings.report_finding import ReportFinding, others
from perf_tui.core.form import Scheme
from perf_tui.core.numbers.rounding import plain

_EXPLAINED = re.compile(
    r"偏差|扣分|扣\s*[\d０-９.]|未达|未完成|没有达到|未能|原因|由于|因为|受.{1,20}影响"
)


def score_exceeds_weight(claims: Claims, _: Scheme) -> Iterator[ReportFinding]:
    """Find scores above the weight of their indicator."""
    for item in claims.items:
        for score in item.scores:
            if item.weight and score.value > item.weight.value:
                points, weight = plain(score.value), plain(item.weight.value)
                yield ReportFinding(
                    "score-exceeds-weight",
                    "error",
                    f"“{item.name}”得 {points} 分，超过了权重 {weight} 分",
                    "核对得分和权重，改正其中一处",
                    score.at,
                    item.number,
                    others(score.at, [item.heading.line]),
                )


def score_below_weight(claims: Claims, _: Scheme) -> Iterator[ReportFinding]:
    """Find scores below the weight whose words give no reason."""
    for item in claims.items:
        score, weight = item.score, item.weight
        if not score or not weight or score.value >= weight.value or _EXPLAINED.search(item.words):
            continue
        points = f"得 {plain(score.value)} 分，低于权重 {plain(weight.value)} 分"
        yield ReportFinding(
            "score-below-weight",
            "error",
            f"“{item.name}”{points}，没有写扣分的原因",
            "目标达到了就按权重给分，没有达到就写明偏差原因",
            score.at,
            item.number,
            others(score.at, [item.heading.line]),
        )


def score_twice(claims: Claims, _: Scheme) -> Iterator[ReportFinding]:
    """Find indicators with two different scores."""
    for item in claims.items:
        if len({one.value for one in item.scores}) > 1:
            *before, last = item.scores
            said = "、".join(plain(one.value) for one in item.scores)
            yield ReportFinding(
                "score-twice",
                "error",
                f"“{item.name}”的得分前后不一致：{said} 分",
                "只留一个得分",
                last.at,
                item.number,
                others(last.at, [one.at.line for one in before]),
            )


def score_missing(claims: Claims, _: Scheme) -> Iterator[ReportFinding]:
    """Find indicators without a score or a weight, in the text and in the table.

    A weight of 0 counts as missing.
    """
    scored = {row.name for row in claims.rows if row.score}
    weighed = {row.name for row in claims.rows if row.weight}
    for item in claims.items:
        if not item.scores and not _stands_in(item, scored):
            yield ReportFinding(
                "score-missing",
                "error",
                f"“{item.name}”没有写得分",
                "补上本项得分",
                item.heading,
                item.number,
            )
        if _stands_in(item, weighed):
            continue
        if item.weight is None or item.weight.value <= 0:
            yield ReportFinding(
                "weight-missing",
                "error",
                f"“{item.name}”没有写权重" if item.weight is None else f"“{item.name}”的权重是 0",
                "在指标名称后面写上权重，如（5分）",
                item.heading,
                item.number,
            )


def weights_sum(claims: Claims, scheme: Scheme) -> Iterator[ReportFinding]:
    """Find weights that do not add up to `indicator_weights`.

    They may also add up to that less the weight of the execution rate. Nothing is judged unless
    every indicator has a weight.
    """
    weights = [item.weight for item in claims.items]
    stated = [weight for weight in weights if weight]
    if not stated or len(stated) < len(weights):
        return
    whole, total = scheme.indicator_weights, sum((one.value for one in stated), Decimal(0))
    if total not in (whole, whole - scheme.execution_weight):
        yield ReportFinding(
            "weights-sum",
            "error",
            f"各项权重合计 {plain(total)} 分，不是 {plain(whole)} 分",
            "核对各项权重",
            stated[0].at,
            related=others(stated[0].at, [one.at.line for one in stated]),
        )


def _stands_in(item: IndicatorClaim, names: set[str]) -> bool:
    return any(item.name in name or name in item.name for name in names)


SCORE_RULES = (score_exceeds_weight, score_below_weight, score_twice, score_missing, weights_sum)
