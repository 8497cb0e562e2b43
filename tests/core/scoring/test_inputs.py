"""Which figures a score counts with, and that none of them is ever guessed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from perf_tui.core.form import Form
from perf_tui.core.scoring.item import IndicatorScore
from support.forms import Table, form_of, one, qualitative, stand

PART, WHOLE = {"key": "part", "label": "实发"}, {"key": "whole", "label": "应发"}
MEASURED: Table = {"measure": "part / whole * 100", "facts": [PART, WHOLE]}


def _item(form: Form, **texts: str) -> IndicatorScore:
    name = form.indicators[0].id
    return stand(form, {f"indicators.{name}.{key}": text for key, text in texts.items()}).item(name)


@pytest.mark.parametrize(
    ("initial", "adjusted", "target", "score"),
    [
        ("", "", 100, "6.00"),
        ("80", "", 80, "7.50"),
        ("", "75", 75, "8.00"),
        ("80", "75", 75, "8.00"),
        ("80", "0", 0, "10.00"),
        ("约80", "", 80, "7.50"),
        ("八成", "", None, None),
        ("-80", "", None, None),
        ("80", "八成", None, None),
        ("80", "-1", None, None),
        ("八成", "75", 75, "8.00"),
    ],
)
def test_the_target_counted_with(
    initial: str, adjusted: str, target: object, score: str | None
) -> None:
    item = _item(one(), actual="60", target=initial, adjusted_target=adjusted)
    assert item.target == target
    assert item.score == (None if score is None else Decimal(score))


@pytest.mark.parametrize("actual", ["", "  ", "很多", "0.5.1"])
def test_without_an_actual_value_the_score_is_open(actual: str) -> None:
    assert _item(one(), actual=actual).blank


@pytest.mark.parametrize(
    ("part", "whole", "entered", "actual"),
    [
        ("30", "60", "", 50),
        ("30", "60", "80", 50),
        ("30", "60", "八十", 50),
        ("30", "", "80", 80),
        ("30", "0", "80", 80),
        ("三成", "60", "80", 80),
        ("30", "", "", None),
        ("30", "0", "", None),
        ("三成", "60", "", None),
    ],
)
def test_facts_go_before_what_is_entered(
    part: str, whole: str, entered: str, actual: object
) -> None:
    texts = {"facts.part": part, "facts.whole": whole, "indicators.one.actual": entered}
    assert stand(one(**MEASURED), texts).item("one").actual == actual


@pytest.mark.parametrize(
    ("coefficient", "score"),
    [
        ("", "6.00"),
        ("60", "6.00"),
        ("50", "5.00"),
        ("33.35", "3.34"),
        ("0", "0.00"),
        ("70", "6.00"),
        ("100", "6.00"),
        ("120", "6.00"),
        ("约50", "5.00"),
        ("五成", None),
        ("-10", None),
    ],
)
def test_a_coefficient_only_lowers(coefficient: str, score: str | None) -> None:
    item = _item(one(), actual="60", coefficient=coefficient)
    assert item.rule_score == Decimal("6.00")
    assert item.score == (None if score is None else Decimal(score))


@pytest.mark.parametrize(
    ("tier", "coefficient", "score"),
    [
        ("达成", "100", "10.00"),
        ("达成", "80", "8.00"),
        ("达成", "79.99", None),
        ("达成", "100.01", None),
        ("部分达成", "80", "8.00"),
        ("部分达成", "66.65", "6.67"),
        ("部分达成", "60", "6.00"),
        ("部分达成", "59", None),
        ("未达成", "60", "6.00"),
        ("未达成", "0", "0.00"),
        ("未达成", "-1", None),
        ("2", "70", "7.00"),
        ("达成", "", None),
        ("达成", "满分", None),
        ("", "90", None),
        ("很好", "90", None),
    ],
)
def test_a_qualitative_coefficient_lies_in_its_tier(
    tier: str, coefficient: str, score: str | None
) -> None:
    item = _item(form_of(qualitative()), tier=tier, coefficient=coefficient)
    assert item.score == (None if score is None else Decimal(score))
    assert item.rule_score == item.score


def test_the_cuts_between_tiers_are_the_scheme_s() -> None:
    upper = {"name": "达成", "floor": 50, "ceiling": 100}
    form = form_of(qualitative(), tiers=[upper, {"name": "未达成", "floor": 0, "ceiling": 50}])
    assert _item(form, tier="达成", coefficient="50").score == Decimal("5.00")
    assert _item(form, tier="未达成", coefficient="51").score is None
