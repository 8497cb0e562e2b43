"""Years side by side: results, scores, changes, bars."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest

from perf_tui.core.answers.year import Year
from perf_tui.core.evaluation.comparison import (
    Course,
    Figures,
    bars,
    changes,
    compare_years,
    signed,
)
from perf_tui.core.evaluation.evaluation import Evaluation, evaluate
from perf_tui.core.form import Form
from support.forms import FULL, form_of, indicator, small_form

FORM = small_form()
HALF = Decimal("0.5")


def _stand(number: int, texts: Mapping[str, str] | None = None, form: Form = FORM) -> Evaluation:
    return evaluate(form, Year(form.id, number, {**FULL, **(texts or {})}))


def _figures(*texts: str | None) -> Figures:
    return tuple(None if text is None else Decimal(text) for text in texts)


def test_years_come_in_order_with_their_totals_and_execution() -> None:
    comparison = compare_years(
        [_stand(2024), _stand(2022, {"facts.due": ""}), _stand(2023, {"budget.executed": "90.005"})]
    )
    assert [evaluation.year.year for evaluation in comparison.years] == [2022, 2023, 2024]
    total, execution = comparison.courses[:2]
    assert total.figures == total.scores == _figures(None, "99", "100")
    assert total.results == ("-", "优", "优")
    assert total.changes == _figures(None, None, "1")
    assert execution.results == ("100%", "90.01%", "100%")
    assert execution.figures == _figures("100", "90.01", "100")
    assert execution.scores == _figures("10", "9", "10")


def test_an_indicator_has_its_result_score_and_change_each_year() -> None:
    comparison = compare_years([_stand(2023, {"facts.due": "300"}), _stand(2024)])
    cases = comparison.indicators[0]
    assert (cases.id, cases.number, cases.name, cases.unit) == ("cases", 1, "指标cases", "%")
    assert cases.results == ("33.33%", "100%")
    assert cases.changes == _figures(None, "66.67")
    assert cases.scores == _figures("11.11", "30")


def test_a_qualitative_indicator_is_measured_by_its_score() -> None:
    lower = {"indicators.mood.tier": "部分达成", "indicators.mood.coefficient": "70"}
    years = [_stand(2022, {"indicators.mood.tier": ""}), _stand(2023, lower), _stand(2024)]
    mood = next(course for course in compare_years(years).indicators if course.id == "mood")
    assert mood.results == ("-", "部分达成", "达成")
    assert mood.figures == mood.scores == _figures(None, "7", "10")
    assert mood.changes == _figures(None, None, "3")
    assert mood.whole == 10


def test_indicators_come_and_go() -> None:
    before = form_of(indicator("old"), indicator("kept"))
    now = form_of(indicator("new"), indicator("kept", weight=20))
    texts = {"indicators.kept.actual": "100", "indicators.old.actual": "50"}
    comparison = compare_years([_stand(2024, texts, now), _stand(2023, texts, before)])
    assert [course.id for course in comparison.indicators] == ["new", "kept", "old"]
    new, kept, old = comparison.indicators
    assert kept.scores == _figures("10", "20")
    assert new.results == ("-", "-")
    assert old.results == ("50", "-")
    assert old.scores == _figures("5", None)


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ((), ()),
        ((Decimal(1),), (None,)),
        ((Decimal(1), Decimal(3), None, Decimal(2)), (None, Decimal(2), None, None)),
    ],
)
def test_changes(figures: Figures, expected: Figures) -> None:
    assert changes(figures) == expected


@pytest.mark.parametrize(
    ("change", "printed"),
    [("1.50", "+1.5"), ("-0.25", "-0.25"), ("0.00", "0"), (None, "-")],
)
def test_a_change_has_its_sign(change: str | None, printed: str) -> None:
    assert signed(None if change is None else Decimal(change)) == printed


@pytest.mark.parametrize(
    ("figures", "whole", "lengths"),
    [
        ((Decimal(100), Decimal(50), HALF, None), Decimal(100), [20, 10, 0, 0]),
        ((Decimal(4), Decimal(8)), None, [10, 20]),
        ((Decimal(120), Decimal(60)), Decimal(100), [20, 10]),
        ((Decimal(0), Decimal(-3), None), None, [0, 0, 0]),
    ],
)
def test_bars(figures: Figures, whole: Decimal | None, lengths: list[int]) -> None:
    course = Course("数", "", figures, (), (), whole=whole)
    drawn = bars(course, 20)
    assert [len(bar) for bar in drawn] == lengths
    assert set("".join(drawn)) <= {"#"}
