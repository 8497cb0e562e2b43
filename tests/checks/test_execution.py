"""The finance side's rules about the budget: each breaks, holds, and is met by its reason."""

from __future__ import annotations

import pytest

from perf_tui.checks.year.execution import EXECUTION_RULES
from perf_tui.core.findings.finding import Finding
from support.forms import CAPS, Table, one, stand

REASON = "budget.execution_reason"
SHIFT = "budget.adjustment_reason"


def _found(
    initial: str = "100",
    adjusted: str = "100",
    executed: str = "100",
    scheme: Table | None = None,
    **texts: str,
) -> dict[str, Finding]:
    budget = {"initial": initial, "adjusted": adjusted, "executed": executed, **texts}
    addresses = {f"budget.{key}": text for key, text in budget.items() if "." not in key}
    evaluation = stand(one(scheme=scheme), {**addresses, "indicators.one.actual": "100"})
    found = [finding for rule in EXECUTION_RULES for finding in rule(evaluation)]
    return {finding.code: finding for finding in found}


@pytest.mark.parametrize(
    ("adjusted", "executed", "shown"),
    [
        ("100", "90", None),
        ("40686884.93", "38820071.88", None),
        ("100", "89.99", "89.99"),
        ("100", "89.996", "89.996"),
        ("40686884.93", "30000000", "73.73"),
        ("100", "", None),
        ("0", "5", None),
    ],
)
def test_a_low_execution_needs_a_reason(adjusted: str, executed: str, shown: str | None) -> None:
    found = _found(adjusted=adjusted, executed=executed).get("execution-reason-missing")
    assert (found is None) == (shown is None)
    if found:
        assert (found.severity, found.field) == ("error", REASON)
        assert found.message == f"预算执行率 {shown}%，低于 90%，还没有写原因"
        assert found.places == (REASON, "budget.executed", "budget.adjusted")
    given = _found(adjusted=adjusted, executed=executed, execution_reason="项目跨年")
    assert "execution-reason-missing" not in given


def test_a_reason_that_has_gone_is_asked_for_again() -> None:
    assert "execution-reason-missing" in _found(executed="5", execution_reason="  ")


@pytest.mark.parametrize(
    ("initial", "adjusted", "change"),
    [
        ("100", "120", None),
        ("100", "120.01", "增加 20.01%"),
        ("100", "80", None),
        ("100", "79.5", "减少 20.50%"),
        ("27393095", "40686884.93", "增加 48.53%"),
        ("0", "120", None),
        ("", "120", None),
        ("100", "", None),
    ],
)
def test_a_budget_that_moved_wants_a_reason(
    initial: str, adjusted: str, change: str | None
) -> None:
    found = _found(initial, adjusted).get("budget-shift")
    assert (found is None) == (change is None)
    if found:
        assert (found.severity, found.field) == ("warning", SHIFT)
        assert found.message == f"调整预算比年初预算{change}，财政会问原因"
        assert found.related == ("budget.initial", "budget.adjusted")
    assert "budget-shift" not in _found(initial, adjusted, adjustment_reason="追加项目")


@pytest.mark.parametrize(
    ("adjusted", "executed", "broken"),
    [("100", "100", False), ("100", "100.01", True), ("", "5", False), ("5", "", False)],
)
def test_nobody_spends_more_than_the_budget(adjusted: str, executed: str, broken: bool) -> None:
    found = _found(adjusted=adjusted, executed=executed).get("executed-above-budget")
    assert bool(found) == broken
    assert not found or (found.severity, found.related) == ("warning", ("budget.adjusted",))


@pytest.mark.parametrize(
    ("executed", "broken"), [("95", False), ("95.41", False), ("94.99", True), ("", False)]
)
def test_scores_far_above_the_execution_are_a_flag(executed: str, broken: bool) -> None:
    found = _found(executed=executed).get("score-above-execution")
    assert bool(found) == broken
    if found:
        assert found.message == "指标得分率 100% 比预算执行率 94.99% 高出较多"


@pytest.mark.parametrize(
    ("executed", "left"), [("80", None), ("79.99", "20.01"), ("0", "100"), ("", None)]
)
def test_much_unspent_money_is_pointed_out(executed: str, left: str | None) -> None:
    found = _found(executed=executed).get("unspent-budget")
    assert (found and found.message) == (left and f"还有 {left}% 的预算没有执行")


@pytest.mark.parametrize(
    ("scheme", "executed", "broken"),
    [({"caps": CAPS}, "79", True), ({"caps": CAPS}, "80", False), ({}, "79", False)],
)
def test_a_capped_total_is_said(scheme: Table, executed: str, broken: bool) -> None:
    found = _found(executed=executed, scheme=scheme).get("total-capped")
    assert bool(found) == broken
    if found:
        assert found.message == "执行率偏低，得 97.90 分，总分按规定封顶为 89 分"


def test_the_thresholds_are_the_scheme_s() -> None:
    other = {"low_execution": 50, "budget_shift": 90, "score_above_execution": 60, "unspent": 60}
    assert _found("100", "180", "90", other) == {}
