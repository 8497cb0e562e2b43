"""Every lost point has its cause, and all of them make what is lacking to 100."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given

from perf_tui.core.explaining.deductions import deductions_of, shortfalls
from perf_tui.core.explaining.explanation import explain_deductions, explain_item
from perf_tui.core.form import Form
from support.drawn import SOME_TEXTS, TEXTS, forms
from support.forms import CAPS, SPENT, form_of, indicator, one, qualitative, stand


@given(forms(), TEXTS | SOME_TEXTS)
def test_losses_and_total_make_a_hundred(form: Form, texts: dict[str, str]) -> None:
    evaluation = stand(form, texts)
    score = evaluation.score
    reached = score.so_far + score.open if score.total is None else score.total
    deductions = deductions_of(evaluation)
    assert sum(deduction.points for deduction in deductions) + reached == 100
    for deduction in deductions:
        assert deduction.points == deduction.points.quantize(Decimal("0.01"))
        if deduction.name == "尾差":
            assert abs(deduction.points) <= Decimal("0.005") * len(deductions)
        else:
            assert deduction.points >= 0
    for item in score.items:
        assert sum(part.points for part in shortfalls(evaluation, item)) == item.lost


def _causes(form: Form, **texts: str) -> list[tuple[str, str]]:
    typed = {at.replace("__", "."): text for at, text in texts.items()}
    evaluation = stand(form, {**SPENT, **typed})
    return [
        (line.equation.split("，", 1)[0], line.equation.split("，", 1)[1])
        for item in evaluation.score.items
        for line in explain_item(evaluation, item)
    ]


@pytest.mark.parametrize(
    ("form", "actual", "lost", "cause"),
    [
        (one(unit="%"), "73.73", "2.63 = 10 - 7.37", "完成值 73.73%，低于目标 100%"),
        (one(unit="%"), "99.9999", "", ""),
        (one("<=", unit="%"), "120", "2.00 = 10 - 8", "完成值 120%，超过目标 100%"),
        (one("=", 4, unit="次"), "3", "2.50 = 10 - 7.5", "完成值 3次，低于目标 4次"),
        (one("=", 0, unit="起"), "1", "10.00 = 10 - 0", "目标是 0，实际 1起，零容忍，不得分"),
        (
            one("=", 0, {"points_per_event": 2}, unit="起"),
            "3",
            "6.00 = 10 - 4",
            "目标是 0，实际 3起，每次扣 2 分",
        ),
        (one(), "-5", "10.00 = 10 - 0", "完成值 0，低于目标 100"),
    ],
)
def test_what_an_indicator_lost_by_its_rule(form: Form, actual: str, lost: str, cause: str) -> None:
    found = _causes(form, indicators__one__actual=actual)
    if not lost:
        assert found == []
        return
    ((working, told),) = found
    assert working == lost
    assert told.startswith(f"{cause}；折算 ")


def test_a_rule_and_a_lowering_each_take_their_part() -> None:
    texts = {"indicators__one__actual": "90", "indicators__one__coefficient": "80"}
    assert [told.split("；")[0] for _, told in _causes(one(), **texts)] == [
        "完成值 90，低于目标 100",
        "主动下调到 80%",
    ]


def test_a_tier_costs_what_its_coefficient_leaves() -> None:
    texts = {"indicators.mood.tier": "部分达成", "indicators.mood.coefficient": "70"}
    evaluation = stand(form_of(qualitative()), {**SPENT, **texts})
    (line,) = explain_item(evaluation, evaluation.item("mood"))
    assert line.equation.startswith("3.00 = 10 - 7，完成情况是“部分达成”，得分系数 70%；")


def test_an_open_indicator_has_lost_nothing() -> None:
    assert _causes(one()) == [("还没有得分", "折算后最多可得 90.00 分")]


def test_nothing_lost_is_said_in_so_many_words() -> None:
    evaluation = stand(one(), {**SPENT, "indicators.one.actual": "100"})
    assert [(line.label, line.equation) for line in explain_deductions(evaluation)] == [
        ("失分", "没有失分")
    ]


def test_the_losses_of_a_year_with_their_sum() -> None:
    form = form_of(indicator("one", weight=30), indicator("two", weight=70))
    texts = {
        "budget.adjusted": "40686884.93",
        "budget.executed": "38820071.88",
        "indicators.one.actual": "50",
    }
    evaluation = stand(form, texts)
    assert [(line.label, line.equation) for line in explain_deductions(evaluation)] == [
        (
            "预算执行",
            "0.46 = 10 - 10 × 38820071.88 ÷ 40686884.93，预算执行率 95.41%，按执行率得分",
        ),
        ("1 指标one", "13.50 = 90 × 15 ÷ 100，完成值 50，低于目标 100"),
        ("失分合计", "13.96 = 0.46 + 13.50，即 100 - 已得 23.04 - 待定 63.00"),
    ]


def test_rounding_leaves_a_difference_that_is_told() -> None:
    names = ("one", "two", "three")
    form = form_of(*(indicator(name, weight=7) for name in names))
    texts = {f"indicators.{name}.actual": "99.7143" for name in names}
    *_, rest, total = explain_deductions(stand(form, {**SPENT, **texts}))
    assert (rest.label, rest.equation) == ("尾差", "-0.01，各行分别四舍五入到两位")
    assert total.equation == "0.26 = 0.09 + 0.09 + 0.09 + (-0.01)，即 100 - 总分 99.74"


def test_a_cap_is_a_loss_of_its_own() -> None:
    form = one(scheme={"caps": CAPS})
    texts = {**SPENT, "budget.executed": "79", "indicators.one.actual": "100"}
    execution, cap = deductions_of(stand(form, texts))
    assert (execution.name, str(execution.points)) == ("预算执行", "2.10")
    assert (cap.name, str(cap.points), cap.cause) == (
        "封顶",
        "8.90",
        "执行率偏低，总分封顶 89.00 分",
    )
