"""What the finance side checks in each indicator's score when it receives the form.

Coefficients are in %, scores in points, and the thresholds are the scheme's, because provinces
differ. Every rule takes an `Evaluation` and yields a `Finding` for each indicator that breaks it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from perf_tui.checks.pagewise import on_item
from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.findings.finding import Finding
from perf_tui.core.form.fields import range_words
from perf_tui.core.numbers.rounding import fixed, half_up, plain
from perf_tui.core.scoring.item import INVERSE, IndicatorScore
from perf_tui.core.scoring.points import HUNDRED, to_points


@on_item
def reason_for_lost_points(evaluation: Evaluation, item: IndicatorScore) -> Iterator[Finding]:
    """Find scores below the weight without a deviation reason (偏差原因).

    What is added to the total, or taken from it, needs one as well.
    """
    address = f"indicators.{item.indicator.id}.deviation_reason"
    if item.extra:
        yield from _extra_without_reason(evaluation, item, address)
    elif item.lost > 0 and not evaluation.readings.words(address):
        weight = item.indicator.weight
        got = fixed(weight - item.lost, evaluation.form.scheme.score_places)
        yield Finding(
            "reason-missing",
            "error",
            f"得 {got} 分，低于权重 {plain(weight)} 分，还没有写偏差原因",
            "在“偏差原因”里写明为什么没有达到目标",
            address,
            item.indicator.number,
        )


def _extra_without_reason(
    evaluation: Evaluation, item: IndicatorScore, address: str
) -> Iterator[Finding]:
    if item.score and not evaluation.readings.words(address):
        way = "加" if item.score > 0 else "扣"
        label = evaluation.form.fields[address].label
        yield Finding(
            "reason-missing",
            "error",
            f"{way} {plain(abs(item.score))} 分，还没有写{label}",
            f"在“{label}”里写明依据的文件或事实",
            address,
            item.indicator.number,
        )


@on_item
def coefficient_in_bounds(evaluation: Evaluation, item: IndicatorScore) -> Iterator[Finding]:
    """Find typed coefficients out of bounds.

    That of a qualitative indicator lies within its tier. Any other may only lower the score that
    the rule gives. One outside 0 to 100 is reported by its field's own range.
    """
    address = f"indicators.{item.indicator.id}.coefficient"
    typed = evaluation.readings.number(address)
    if typed is None or not 0 <= typed <= HUNDRED:
        return  # reported by the field's own range
    if item.indicator.by_tier:
        yield from _outside_tier(evaluation, item, address, typed)
    elif item.rule_score is not None:
        yield from _above_rule(item, address, typed, item.rule_score)


@on_item
def overreached_target(evaluation: Evaluation, item: IndicatorScore) -> Iterator[Finding]:
    """Find actual values of at least `overreach` times the target without a reason.

    The finance side asks why the target was set so low. Indicators that are to stay below their
    target are left alone.
    """
    limit = evaluation.form.scheme.overreach
    address = f"indicators.{item.indicator.id}.deviation_reason"
    if item.indicator.sign in INVERSE or not item.target or item.actual is None:
        return
    if item.actual >= limit * item.target and not evaluation.readings.words(address):
        times = f"{plain(limit)} 倍以上"
        yield Finding(
            "over-reached",
            "warning",
            f"完成值 {plain(half_up(item.actual))} 达到目标 {plain(item.target)} 的 {times}",
            "在“偏差原因”里说明当初目标为什么定得低",
            address,
            item.indicator.number,
        )


def _outside_tier(
    evaluation: Evaluation, item: IndicatorScore, address: str, typed: Decimal
) -> Iterator[Finding]:
    tier = next((one for one in evaluation.form.scheme.tiers if one.name == item.tier), None)
    if tier and not tier.allows(typed):
        allowed = range_words(tier, "%")
        yield Finding(
            "coefficient-outside-tier",
            "error",
            f"“{tier.name}”的得分系数应在 {allowed} 之间，现在是 {plain(typed)}%",
            "改得分系数，或改完成情况的档次",
            address,
            item.indicator.number,
            (f"indicators.{item.indicator.id}.tier",),
        )


def _above_rule(
    item: IndicatorScore, address: str, typed: Decimal, by_rule: Decimal
) -> Iterator[Finding]:
    weight = item.indicator.weight
    # Compared in points: 91.63 % of 8 is the 7.33 of the rule, though 7.33 ÷ 8 is 91.625 %.
    if to_points(weight * typed / HUNDRED) > by_rule:
        allowed = half_up(by_rule / weight * HUNDRED)
        yield Finding(
            "coefficient-above-rule",
            "error",
            f"得分系数 {plain(typed)}% 高于按规则算出的 {plain(allowed)}%，只能下调",
            "删去得分系数，按规则计分",
            address,
            item.indicator.number,
        )


INDICATOR_RULES = (
    reason_for_lost_points,
    coefficient_in_bounds,
    overreached_target,
)
