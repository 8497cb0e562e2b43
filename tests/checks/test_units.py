"""Figures that look as if they were typed in another unit."""

from __future__ import annotations

import pytest

from perf_tui.checks.year.units import ratio_for_percent, ten_thousands_for_yuan
from perf_tui.store.forms import load_form
from support.forms import one, small_form, stand

FORM = small_form()
TOWNSHIP = load_form("township")
LOWERED = "indicators.cases.coefficient"


@pytest.mark.parametrize("text", ["0.9541", "0.01", "约0.95", "1", "1.00"])
def test_a_ratio_in_a_field_for_percent_is_asked_about(text: str) -> None:
    (found,) = ratio_for_percent(stand(FORM, {LOWERED: text}))
    assert (found.code, found.severity) == ("ratio-for-percent", "warning")
    assert (found.field, found.indicator) == (LOWERED, 1)


def test_both_readings_are_named() -> None:
    (found,) = ratio_for_percent(stand(FORM, {LOWERED: "0.9541"}))
    assert found.message == "下调后的得分系数填的是 0.9541，是 95.41% 还是 0.9541%？"
    assert (found.fix, found.suggestion) == ("是前者就改填 95.41", "95.41")


@pytest.mark.parametrize(
    ("typed", "suggestion"), [("1", "100"), ("约0.95", "约95"), ("0.9余", "90余")]
)
def test_what_would_settle_it(typed: str, suggestion: str) -> None:
    (found,) = ratio_for_percent(stand(FORM, {LOWERED: typed}))
    assert found.suggestion == suggestion


@pytest.mark.parametrize(
    ("address", "text"),
    [
        (LOWERED, ""),
        (LOWERED, "0"),
        (LOWERED, "1.01"),
        (LOWERED, "95.41"),
        (LOWERED, "-0.5"),
        (LOWERED, "半成"),
        ("facts.due", "0.5"),
    ],
)
def test_other_figures_are_left_alone(address: str, text: str) -> None:
    assert list(ratio_for_percent(stand(FORM, {address: text}))) == []


@pytest.mark.parametrize("address", ["indicators.cases.target", "indicators.costs.actual"])
def test_a_target_or_a_rate_without_an_upper_end_is_asked_about_too(address: str) -> None:
    (found,) = ratio_for_percent(stand(FORM, {address: "0.95"}))
    assert (found.field, found.suggestion) == (address, "95")


@pytest.mark.parametrize(
    ("typed", "asked"), [("0.0519", True), ("-0.051", True), ("0.8", False), ("-0.85", False)]
)
def test_growth_below_one_percent_is_asked_about_only_with_more_than_two_decimals(
    typed: str, asked: bool
) -> None:
    texts = {"facts.rural_income_growth": typed}
    assert bool([*ratio_for_percent(stand(TOWNSHIP, texts))]) == asked


def test_a_field_that_ends_at_one_holds_nothing_more() -> None:
    form = one(unit="%", entered={"minimum": 0, "maximum": 1})
    assert list(ratio_for_percent(stand(form, {"indicators.one.actual": "0.9541"}))) == []


@pytest.mark.parametrize(
    ("initial", "adjusted", "executed", "asked"),
    [
        ("27393095", "40686884.93", "38820071.88", {}),
        ("27393095", "40686884.93", "3882.01", {"executed": "38820100"}),
        ("2739.31", "40686884.93", "38820071.88", {"initial": "27393100"}),
        ("", "40686884.93", "约3882.01", {"executed": "约38820100"}),
        (
            "2739.31",
            "4068.69",
            "3882.01",
            {"initial": "27393100", "adjusted": "40686900", "executed": "38820100"},
        ),
        ("99999", "99999", "100000", {}),
        ("2739.31", "4068.69", "", {}),
        ("0", "40686884.93", "0", {}),
        ("", "40686884.93", "406868.85", {}),
        ("", "40686884.93", "406868.84", {"executed": "4068688400"}),
        ("", "", "", {}),
        ("好多", "", "3882.01", {}),
    ],
)
def test_a_budget_typed_in_ten_thousands(
    initial: str, adjusted: str, executed: str, asked: dict[str, str]
) -> None:
    budget = {"initial": initial, "adjusted": adjusted, "executed": executed}
    evaluation = stand(TOWNSHIP, {f"budget.{key}": text for key, text in budget.items() if text})
    found = list(ten_thousands_for_yuan(evaluation))
    assert {str(one.field).removeprefix("budget."): one.suggestion for one in found} == asked
    assert {(one.code, one.severity) for one in found} <= {("ten-thousands-for-yuan", "warning")}


def test_what_is_asked_about_a_budget() -> None:
    texts = {"budget.adjusted": "40686884.93", "budget.executed": "3882.01"}
    (found,) = ten_thousands_for_yuan(stand(TOWNSHIP, texts))
    assert found.sentence == "全年执行数填的是 3882.01 元，是不是按万元填的？是就改填 38820100。"
    assert found.related == ("budget.adjusted",)


def test_a_budget_kept_in_ten_thousands_is_small_by_right() -> None:
    texts = {"budget.adjusted": "4068.69", "budget.executed": "38"}
    assert list(ten_thousands_for_yuan(stand(FORM, texts))) == []
