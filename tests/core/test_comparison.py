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
from perf_tui.core.form.own import form_for, own_at
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


def _own(number: int, *told: tuple[str, dict[str, str]]) -> Evaluation:
    """A year of own indicators, each with its actual value."""
    base = form_of()
    texts: dict[str, str] = {}
    for ident, one in told:
        actual = one.pop("actual", "")
        texts |= {own_at(ident, key): text for key, text in one.items()}
        texts[f"indicators.{ident}.actual"] = actual
    return _stand(number, texts, form_for(base, texts))


def _told(name: str, actual: str, **more: str) -> dict[str, str]:
    return {"name": name, "target": "80", "unit": "公里", "weight": "10", "actual": actual, **more}


def test_an_indicator_is_followed_through_other_ids_and_names() -> None:
    comparison = compare_years(
        [
            _own(2022, ("own1", _told("公路养护", "70")), ("own2", _told("信访案件办结", "71"))),
            _own(2023, ("own4", _told("公路日常养护", "75")), ("own5", _told("垃圾清运", "76"))),
            _own(
                2024,
                ("own1", _told("垃圾清运", "86")),
                ("own9", _told("村道管护", "85", before="公路日常养护")),
                ("own3", _told("信访案件办结", "87")),
            ),
        ]
    )
    refuse, roads, cases = comparison.indicators
    assert (refuse.name, refuse.figures) == ("垃圾清运", _figures(None, "76", "86"))
    assert (roads.name, roads.figures) == ("村道管护", _figures("70", "75", "85"))
    assert (roads.id, roads.number) == ("own9", 2)
    assert (roads.earlier_names, roads.guessed) == (("公路日常养护", "公路养护"), True)
    assert (cases.name, cases.figures) == ("信访案件办结", _figures("71", None, "87"))
    assert (refuse.earlier_names, cases.guessed) == ((), False)
    latest, first = comparison.form_changes
    assert (latest.before, latest.year, first.before, first.year) == (2023, 2024, 2022, 2023)
    assert [one.words for one in latest.changes] == [
        "移位：垃圾清运，第 2 项 → 第 1 项",
        "改名：公路日常养护 → 村道管护",
        "新增：信访案件办结",
    ]
    assert [one.words for one in first.changes] == [
        "改名：公路养护 → 公路日常养护（按名称推定）",
        "新增：垃圾清运",
        "今年没有：信访案件办结",
    ]


def test_two_years_may_have_dropped_one_of_the_same_id() -> None:
    comparison = compare_years(
        [
            _own(2022, ("own1", _told("公路养护", "70"))),
            _own(2023, ("own1", _told("信访案件办结", "71"))),
            _own(2024, ("own1", _told("垃圾清运", "72"))),
        ]
    )
    assert [one.name for one in comparison.indicators] == ["垃圾清运", "信访案件办结", "公路养护"]
    assert comparison.indicators[1].figures == _figures(None, "71", None)


def test_figures_of_another_unit_are_shown_and_not_compared() -> None:
    years = [
        _own(2023, ("own1", _told("培训", "70", unit="人"))),
        _own(2024, ("own1", _told("培训", "5", unit="场"))),
    ]
    (course,) = compare_years(years).indicators
    assert course.results == ("70人", "5场")
    assert (course.figures, course.changes) == (_figures(None, "5"), _figures(None, None))


def test_years_of_one_form_have_no_changes() -> None:
    assert compare_years([_stand(2023), _stand(2024)]).form_changes == ()


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
