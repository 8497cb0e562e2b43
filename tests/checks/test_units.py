"""Figures that look as if they were typed in another unit."""

from __future__ import annotations

import pytest

from perf_tui.checks.units import ratio_for_percent
from support.forms import small_form, stand

FORM = small_form()
LOWERED = "indicators.cases.coefficient"


@pytest.mark.parametrize("text", ["0.9541", "0.01", "约0.95"])
def test_a_ratio_in_a_field_for_percent_is_asked_about(text: str) -> None:
    (found,) = ratio_for_percent(stand(FORM, {LOWERED: text}))
    assert (found.code, found.severity) == ("ratio-for-percent", "warning")
    assert (found.field, found.indicator) == (LOWERED, 1)


def test_both_readings_are_named() -> None:
    (found,) = ratio_for_percent(stand(FORM, {LOWERED: "0.9541"}))
    assert found.message == "下调后的得分系数填的是 0.9541，是 95.41% 还是 0.9541%？"
    assert found.fix == "是前者就改填 95.41"


@pytest.mark.parametrize(
    ("address", "text"),
    [
        (LOWERED, ""),
        (LOWERED, "0"),
        (LOWERED, "1"),
        (LOWERED, "95.41"),
        (LOWERED, "-0.5"),
        (LOWERED, "半成"),
        ("facts.due", "0.5"),
        ("indicators.costs.actual", "0.5"),  # may well exceed 100 %
    ],
)
def test_other_figures_are_left_alone(address: str, text: str) -> None:
    assert list(ratio_for_percent(stand(FORM, {address: text}))) == []
