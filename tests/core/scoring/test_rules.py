"""What each sign gives for an actual value, to the last half of a hundredth."""

from __future__ import annotations

from decimal import Decimal

import pytest

from perf_tui.core.form import Form
from perf_tui.core.scoring.item import IndicatorScore
from support.forms import one, stand


def _score(form: Form, actual: str) -> str:
    return str(_item(form, {"indicators.one.actual": actual}).score)


def _item(form: Form, texts: dict[str, str]) -> IndicatorScore:
    return stand(form, texts).item("one")


@pytest.mark.parametrize("sign", [">=", ">", "="])
@pytest.mark.parametrize(
    ("target", "weight", "actual", "score"),
    [
        (100, 5, "100", "5.00"),
        (100, 5, "140", "5.00"),
        (100, 5, "99.9", "5.00"),
        (100, 5, "99.8", "4.99"),
        (100, 5, "53.5", "2.68"),  # 2.675
        (60, 3, "20.3", "1.02"),  # 1.015, though 20.3 ÷ 60 has no end
        (90, 5, "73.73", "4.10"),
        (100, 5, "0", "0.00"),
        (100, 5, "-40", "0.00"),
        (7, 9, "6", "7.71"),
        (Decimal("0.1"), Decimal("2.5"), "0.05", "1.25"),
    ],
)
def test_more_is_better(sign: str, target: object, weight: object, actual: str, score: str) -> None:
    assert _score(one(sign, target, weight=weight), actual) == score


@pytest.mark.parametrize("actual", ["0", "3", "-1"])
@pytest.mark.parametrize("sign", [">=", ">"])
def test_nothing_was_wanted(sign: str, actual: str) -> None:
    assert _score(one(sign, 0), actual) == "10.00"


@pytest.mark.parametrize(
    ("each", "actual", "score"),
    [
        (None, "0", "8.00"),
        (None, "-1", "8.00"),
        (None, "1", "0.00"),
        (3, "0", "8.00"),
        (3, "1", "5.00"),
        (3, "2", "2.00"),
        (3, "3", "0.00"),
        (Decimal("0.333"), "5", "6.34"),  # 8 - 1.665
    ],
)
def test_zero_tolerance(each: object, actual: str, score: str) -> None:
    form = one("=", 0, {"points_per_event": each}, weight=8)
    assert _score(form, actual) == score


@pytest.mark.parametrize("sign", ["<=", "<"])
@pytest.mark.parametrize(
    ("actual", "linear", "ratio"),
    [
        ("-5", "8.00", "8.00"),
        ("0", "8.00", "8.00"),
        ("100", "8.00", "8.00"),
        ("110", "7.20", "7.27"),
        ("150", "4.00", "5.33"),
        ("199.9375", "0.01", "4.00"),  # 0.005
        ("200", "0.00", "4.00"),
        ("250", "0.00", "3.20"),
    ],
)
def test_less_is_better(sign: str, actual: str, linear: str, ratio: str) -> None:
    assert _score(one(sign, 100, weight=8), actual) == linear
    assert _score(one(sign, 100, {"inverse_rule": "ratio"}, weight=8), actual) == ratio


@pytest.mark.parametrize("rule", ["linear", "ratio"])
@pytest.mark.parametrize(("actual", "score"), [("0", "10.00"), ("0.01", "0.00"), ("5", "0.00")])
def test_none_at_all_was_wanted(rule: str, actual: str, score: str) -> None:
    form = one("<=", 0, {"inverse_rule": rule, "points_per_event": 1})
    assert _score(form, actual) == score


def test_a_quotient_without_end_still_meets_its_half() -> None:
    facts = [{"key": key, "label": key} for key in ("part", "whole")]
    form = one(measure="part / whole * 100", facts=facts, weight=3)
    item = _item(form, {"facts.part": "203", "facts.whole": "600"})
    assert item.actual is not None
    assert str(item.actual).startswith("33.8333")
    assert str(item.score) == "1.02"  # 1.015


def test_an_item_tells_what_it_cost() -> None:
    missed = _item(one(), {"indicators.one.actual": "60"})
    assert (missed.lost, missed.coefficient) == (Decimal(4), Decimal("0.6"))
    empty = _item(one(), {})
    assert empty.blank
    assert (empty.lost, empty.coefficient) == (Decimal(0), None)
