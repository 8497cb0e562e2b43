"""The total, what is open, the caps and the grades."""

from __future__ import annotations

from decimal import Decimal

import pytest

from perf_tui.core.explaining.attainable import grades_within
from perf_tui.core.explaining.deductions import deductions_of
from perf_tui.core.explaining.explanation import explain_grade
from perf_tui.core.explaining.working import work_total
from perf_tui.core.form import Form
from perf_tui.core.scoring.points import to_points
from perf_tui.core.scoring.score import Score, grade_of
from support.forms import CAPS, SPENT, form_of, indicator, one, stand


def _score(form: Form, adjusted: str = "", executed: str = "", actual: str = "") -> Score:
    texts = {
        "budget.adjusted": adjusted,
        "budget.executed": executed,
        "indicators.one.actual": actual,
    }
    return stand(form, texts).score


@pytest.mark.parametrize(
    ("adjusted", "executed", "points", "printed"),
    [
        ("40686884.93", "38820071.88", None, "9.54"),
        ("100", "100", "10", "10.00"),
        ("100", "130", "10", "10.00"),
        ("100", "0", "0", "0.00"),
        ("100", "-5", "0", "0.00"),
        ("1000", "26.75", "0.2675", "0.27"),
    ],
)
def test_execution(adjusted: str, executed: str, points: str | None, printed: str) -> None:
    execution = _score(one(), adjusted, executed).execution
    assert str(execution.score) == printed
    assert points is None or execution.points == Decimal(points)


@pytest.mark.parametrize(
    ("adjusted", "executed"), [("", "5"), ("5", ""), ("0", "5"), ("0", "0"), ("不详", "5")]
)
def test_without_a_rate_the_execution_is_open(adjusted: str, executed: str) -> None:
    score = _score(one(), adjusted, executed, "100")
    assert (score.execution.rate, score.execution.points, score.execution.score) == (None,) * 3
    assert (score.total, score.grade, score.complete, score.capped) == (None, None, False, False)
    assert (str(score.so_far), str(score.open)) == ("90.00", "10.00")


def test_the_total_is_rounded_once() -> None:
    # 9.995 + 80, where the printed parts make 10.00 + 80.
    score = _score(one(), "1000", "999.5", "88.888888")
    assert (str(score.execution.score), str(score.indicators)) == ("10.00", "8.89")
    assert str(score.total) == "90.01"


@pytest.mark.parametrize("weight", [100, 90, 45])
def test_weights_are_converted_to_what_execution_leaves(weight: int) -> None:
    score = _score(one(weight=weight), "100", "95", "50")
    assert (score.weight, score.indicators) == (Decimal(weight), Decimal(weight) / 2)
    assert score.converted == 45
    assert score.total == Decimal("54.50")


def test_quotients_without_end_that_make_an_exact_half_count_as_one() -> None:
    # 10 × 14.4915 ÷ 19 + 90 × 50.01 ÷ 95 = 55.005
    score = _score(one(weight=95), "19", "14.4915", "52.6421052631")
    assert score.indicators == Decimal("50.01")
    assert str(score.total) == "55.01"
    assert str(to_points(Decimal("1.01499999999999999"))) == "1.01"


@pytest.mark.parametrize(
    ("total", "grade"),
    [
        ("100", "优"),
        ("90", "优"),
        ("89.99", "良"),
        ("80", "良"),
        ("79.99", "中"),
        ("60", "中"),
        ("59.99", "差"),
        ("0", "差"),
    ],
)
def test_grades(total: str, grade: str) -> None:
    assert grade_of(one().scheme, Decimal(total)) == grade


def test_the_grade_is_that_of_the_rounded_total() -> None:
    # 10 × 0.8995 + 81 = 89.995
    score = _score(one(), "10000", "8995", "90")
    assert (str(score.total), score.grade) == ("90.00", "优")
    score = _score(one(), "10000", "8994.9", "90")
    assert (str(score.total), score.grade) == ("89.99", "良")


@pytest.mark.parametrize(
    ("executed", "total", "capped"),
    [("80", "98.00", False), ("79.99", "89", True), ("50", "89", True), ("49.9", "0", True)],
)
def test_caps(executed: str, total: str, capped: bool) -> None:
    score = _score(one(scheme={"caps": CAPS}), "100", executed, "100")
    assert (str(score.total), score.capped) == (total, capped)
    assert not _score(one(), "100", executed, "100").capped


def test_a_total_below_its_cap_is_not_capped() -> None:
    score = _score(one(scheme={"caps": CAPS}), "100", "70", "50")
    assert (score.total, score.capped) == (Decimal("52.00"), False)


@pytest.mark.parametrize(
    ("executed", "actual", "reachable"),
    [
        ("", "", ("差", "优")),
        ("", "100", ("优", "优")),
        ("", "80", ("中", "良")),
        ("100", "", ("差", "优")),
        ("0", "", ("差", "优")),
        ("95", "80", ("良", "良")),
    ],
)
def test_reachable_grades(executed: str, actual: str, reachable: tuple[str, str]) -> None:
    assert grades_within(_score(one(), "100", executed, actual)) == reachable


def test_a_cap_limits_what_is_reachable() -> None:
    form = one(scheme={"caps": CAPS})
    assert grades_within(_score(form, "100", "70")) == ("差", "良")
    assert grades_within(_score(form, "100", "70", "100")) == ("良", "良")
    # The rate may still turn out so low that the cap takes everything.
    assert grades_within(_score(form, "", "", "100")) == ("差", "优")


def test_what_is_reached_and_what_is_open_are_not_both_rounded_up() -> None:
    form = form_of(
        indicator("one", weight=Decimal("50.05")), indicator("two", weight=Decimal("49.95"))
    )
    score = stand(form, {"indicators.one.actual": "100"}).score
    assert str(to_points(score.converted)) == "45.05"  # 45.045, while 54.955 are open
    assert (str(score.so_far), str(score.open)) == ("45.05", "54.95")


def test_without_any_weight_the_points_of_the_indicators_are_open() -> None:
    there = stand(form_of(), SPENT)
    score = there.score
    assert score.weight == score.converted == 0
    assert score.total is None
    assert [score.so_far, score.open] == [10, 90]
    assert deductions_of(there) == ()
    said = [f"{one.label} {one.equation}" for one in explain_grade(there)]
    assert said[0].endswith("最高 100.00，是“优”")
    assert said[1] == "各项指标 待定 90 分，还没有权重"
    assert "各项指标" in said[-1]
    (conversion,) = (one.equation for one in work_total(there) if one.label == "指标折算")
    assert conversion == "0.00，各项指标还没有权重"
