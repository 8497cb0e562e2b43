"""The finance side's rules about each indicator's score."""

from __future__ import annotations

from decimal import Decimal

import pytest

from perf_tui.checks.year.indicators import INDICATOR_RULES
from perf_tui.core.findings.finding import Finding
from perf_tui.core.form import Form
from support.forms import form_of, indicator, one, qualitative, stand

REASON = {"deviation_reason": "雨水多"}


def _found(form: Form, **texts: str) -> dict[str, Finding]:
    evaluation = stand(form, {f"indicators.one.{key}": text for key, text in texts.items()})
    return {finding.code: finding for rule in INDICATOR_RULES for finding in rule(evaluation)}


@pytest.mark.parametrize(
    ("actual", "got"),
    [("100", None), ("99.96", None), ("99.9", "9.99"), ("41", "4.10"), ("", None), ("很多", None)],
)
def test_lost_points_need_a_reason(actual: str, got: str | None) -> None:
    found = _found(one(), actual=actual).get("reason-missing")
    assert (found is None) == (got is None)
    if found:
        assert (found.severity, found.indicator) == ("error", 1)
        assert found.field == "indicators.one.deviation_reason"
        assert found.message == f"得 {got} 分，低于权重 10 分，还没有写偏差原因"
    assert "reason-missing" not in _found(one(), actual=actual, **REASON)


def test_points_given_up_by_a_coefficient_need_a_reason_too() -> None:
    assert "reason-missing" in _found(one(), actual="100", coefficient="90")
    assert _found(one(), actual="100", coefficient="90", **REASON) == {}


@pytest.mark.parametrize(
    ("coefficient", "allowed"),
    [
        ("", None),
        ("91.6", None),
        ("91.63", None),  # 7.33 points, as the rule gives
        ("92", "91.63"),
        ("100", "91.63"),
        ("120", None),  # out of the field's own range
        ("-5", None),
        ("九成", None),
    ],
)
def test_a_coefficient_only_lowers(coefficient: str, allowed: str | None) -> None:
    texts = {"actual": "91.6", "coefficient": coefficient, **REASON}
    found = _found(one(weight=8), **texts).get("coefficient-above-rule")
    assert (found is None) == (allowed is None)
    if found:
        assert (found.severity, found.field) == ("error", "indicators.one.coefficient")
        assert found.message == f"得分系数 {coefficient}% 高于按规则算出的 {allowed}%，只能下调"


def test_a_coefficient_waits_for_its_score() -> None:
    assert _found(one(), coefficient="100") == {}


@pytest.mark.parametrize(
    ("tier", "coefficient", "allowed"),
    [
        ("达成", "80", None),
        ("达成", "79.9", "80% 到 100%"),
        ("达成", "0", "80% 到 100%"),
        ("部分达成", "80", None),
        ("部分达成", "81", "60% 到 80%"),
        ("未达成", "61", "0% 到 60%"),
        ("未达成", "0", None),
        ("达成", "120", None),  # out of the field's own range
        ("", "81", None),
        ("达成", "", None),
    ],
)
def test_a_qualitative_coefficient_lies_in_its_tier(
    tier: str, coefficient: str, allowed: str | None
) -> None:
    form = form_of(qualitative("one"))
    texts = {"tier": tier, "coefficient": coefficient, **REASON}
    found = _found(form, **texts).get("coefficient-outside-tier")
    assert (found is None) == (allowed is None)
    if found:
        assert found.message == f"“{tier}”的得分系数应在 {allowed} 之间，现在是 {coefficient}%"


@pytest.mark.parametrize(
    ("sign", "target", "actual", "broken"),
    [
        (">=", 50, "60", True),
        (">=", 50, "59.99", False),
        (">", 50, "60", True),
        ("=", 50, "60", True),
        ("=", 0, "5", False),
        (">=", 0, "5", False),
        ("<=", 50, "5", False),
        ("<", 50, "60", False),
        (">=", 50, "", False),
    ],
)
def test_a_target_far_exceeded_wants_a_reason(
    sign: str, target: int, actual: str, broken: bool
) -> None:
    form = one(sign, target)
    found = _found(form, actual=actual).get("over-reached")
    assert bool(found) == broken
    if found:
        assert found.severity == "warning"
        assert found.message == "完成值 60 达到目标 50 的 1.2 倍以上"
    assert "over-reached" not in _found(form, actual=actual, **REASON)


def test_how_far_is_the_scheme_s() -> None:
    form = form_of(indicator(target=50), overreach=Decimal("1.3"))
    assert _found(form, actual="64.9") == {}
    assert "1.3 倍以上" in _found(form, actual="65")["over-reached"].message
