"""A year's answers, what they mean and what they score, in one picture."""

from __future__ import annotations

import pytest

from perf_tui.core.answers.year import Year
from perf_tui.core.evaluation.evaluation import evaluate
from support.forms import FULL, small_form, stand

FORM = small_form()


@pytest.mark.parametrize(
    ("name", "unit"),
    [("云溪镇人民政府", "云溪镇人民政府"), ("", "（未填单位名称）"), (" ", "（未填单位名称）")],
)
def test_the_unit(name: str, unit: str) -> None:
    assert stand(FORM, {"unit.name": name}).unit == unit


def test_items_are_found_by_their_indicator() -> None:
    evaluation = stand(FORM, FULL)
    assert [evaluation.item(one.id).indicator for one in FORM.indicators] == list(FORM.indicators)


def test_the_year_before_is_at_hand() -> None:
    last = stand(FORM, {})
    assert evaluate(FORM, Year("small", 2025), last).last is last
    assert last.last is None
