"""The worked total as it is printed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from perf_tui.core.explaining.working import work_execution, work_item, work_total
from perf_tui.core.form import Form
from support.equations import holds
from support.forms import CAPS, FULL, SPENT, Table, form_of, one, qualitative, small_form, stand

REAL = {"budget.adjusted": "40686884.93", "budget.executed": "38820071.88"}
PART = [{"key": "part", "label": "实发"}, {"key": "whole", "label": "应发"}]
MEASURED: Table = {"measure": "part / whole * 100", "facts": PART, "unit": "%"}


def _lines(form: Form, **texts: str) -> dict[str, str]:
    evaluation = stand(form, {f"indicators.one.{key}": text for key, text in texts.items()})
    return {line.label: line.equation for line in work_item(evaluation, evaluation.score.items[0])}


def _points(form: Form, **texts: str) -> str:
    equation = _lines(form, **texts)["得分"]
    assert holds(equation)
    return equation


def test_the_real_execution() -> None:
    line = work_execution(stand(one(), REAL))
    assert (line.label, line.equation) == ("执行率得分", "9.54 = 10 × 38820071.88 ÷ 40686884.93")


@pytest.mark.parametrize(
    ("executed", "adjusted", "equation"),
    [
        ("", "5", "预算数没有填全，还算不出"),
        ("5", "0", "调整预算是 0，算不出"),
        ("105", "100", "10.00 = 10（执行率超过 100%，按 100% 计）"),
        ("100", "100", "10.00 = 10 × 100 ÷ 100"),
        ("0", "100", "0.00 = 10 × 0 ÷ 100"),
        ("-5", "100", "0.00 = 0（执行率低于 0，按 0 计）"),
        ("-5", "-10", "5.00 = 10 × (-5 ÷ (-10))"),
    ],
)
def test_other_executions(executed: str, adjusted: str, equation: str) -> None:
    evaluation = stand(one(), {"budget.executed": executed, "budget.adjusted": adjusted})
    assert work_execution(evaluation).equation == equation


def test_a_sum_stands_in_brackets() -> None:
    form = one(scheme={"execution": "1 - (adjusted - executed) / adjusted"})
    equation = work_execution(stand(form, REAL)).equation
    assert equation == "9.54 = 10 × (1 - (40686884.93 - 38820071.88) ÷ 40686884.93)"
    assert holds(equation)


@pytest.mark.parametrize(
    ("form", "actual", "equation"),
    [
        (one(), "100", "10.00 = 10（100 = 100，达到目标）"),
        (one(), "130.5", "10.00 = 10（130.5 ≥ 100，达到目标）"),
        (one(target=Decimal("90.003")), "90.0035", "10.00 = 10（90.0035 ≥ 90.003，达到目标）"),
        (one("<=", 60), "45", "10.00 = 10（45 ≤ 60，达到目标）"),
        (one("<=", 60), "60", "10.00 = 10（60 ≤ 60，达到目标）"),
        (one("=", 0), "0", "10.00 = 10（0 = 0，达到目标）"),
        (one("=", 0), "-3", "10.00 = 10（0 = 0，达到目标）"),
        (one(target=90, weight=5), "73.73", "4.10 = 5 × 73.73 ÷ 90"),
        (one(target=90, weight=5), "89.996", "5.00 = 5 × 89.996 ÷ 90"),
        (one(target=60, weight=3), "20.2999", "1.01 = 3 × 20.2999 ÷ 60"),
        (one(), "-5", "0.00 = 0（完成值 0，目标 100，不得分）"),
        (one("<=", 100), "120", "8.00 = 10 × (1 - (120 - 100) ÷ 100)"),
        (one("<=", 100), "200", "0.00 = 0（完成值 200，目标 100，不得分）"),
        (one("<", 100), "350", "0.00 = 0（完成值 350，目标 100，不得分）"),
        (one("<=", 100, {"inverse_rule": "ratio"}), "150", "6.67 = 10 × 100 ÷ 150"),
        (one("<=", 0), "2", "0.00 = 0（完成值 2，目标 0，不得分）"),
        (one("=", 0), "2", "0.00 = 0（完成值 2，目标 0，不得分）"),
        (
            one("=", 0, {"points_per_event": 3}),
            "2",
            "4.00 = 10 - 3 × 2（目标为 0，每发生一次扣 3 分）",
        ),
        (one("=", 0, {"points_per_event": 3}), "4", "0.00 = 0（完成值 4，目标 0，不得分）"),
    ],
)
def test_points(form: Form, actual: str, equation: str) -> None:
    assert _points(form, actual=actual) == equation


def test_an_actual_value_says_where_it_is_from() -> None:
    assert _lines(one(unit="次"), actual="约3")["全年完成值"] == "约3次（直接填报）"
    assert _lines(one(**MEASURED), actual="95")["全年完成值"] == "95%（直接填报）"
    texts = {"facts.part": "223", "facts.whole": "224"}
    evaluation = stand(one(**MEASURED, target=95), texts)
    actual, points = work_item(evaluation, evaluation.item("one"))
    assert actual.equation == "99.55% = 223 ÷ 224 × 100"
    assert points.equation == "10.00 = 10（99.55 ≥ 95，达到目标）"
    evaluation = stand(one(measure="part", facts=PART[:1]), {"facts.part": "7"})
    assert next(work_item(evaluation, evaluation.item("one"))).equation == "7"


def test_where_two_decimals_give_another_score_the_facts_stand_in_their_place() -> None:
    evaluation = stand(one(**MEASURED, weight=3), {"facts.part": "203", "facts.whole": "600"})
    points = [line.equation for line in work_item(evaluation, evaluation.item("one"))][1]
    assert points == "1.02 = 3 × (203 ÷ 600 × 100) ÷ 100"
    assert holds(points)


def test_an_entered_value_is_printed_in_full_where_it_must() -> None:
    assert _points(one(**MEASURED, target=90), actual="89.996") == "10.00 = 10 × 89.996 ÷ 90"


def test_what_is_missing_is_said() -> None:
    lines = _lines(one())
    assert lines == {"全年完成值": "还没有填全", "得分": "还算不出，权重 10 分待定"}
    unread = _lines(one(), actual="60", coefficient="五成")
    assert unread["得分"] == "还算不出，权重 10 分待定"


def test_a_lowering_has_its_own_line() -> None:
    lines = _lines(one("=", 0, {"points_per_event": 3}), actual="1", coefficient="55.5")
    assert lines["得分"] == "7.00 = 10 - 3 × 1（目标为 0，每发生一次扣 3 分）"
    assert lines["下调"] == "5.55 = 10 × 55.5%"
    assert "下调" not in _lines(one(), actual="60", coefficient="60")


def test_a_qualitative_item() -> None:
    form = form_of(qualitative("one"))
    lines = _lines(form, tier="部分达成", coefficient="66.65")
    assert lines == {"全年完成值": "部分达成", "得分": "6.67 = 10 × 66.65%"}
    assert _lines(form)["全年完成值"] == "还没有选"


def test_the_whole_total() -> None:
    evaluation = stand(small_form(), {**FULL, "facts.done": "81"})
    lines = {line.label: line.equation for line in work_total(evaluation)}
    assert lines == {
        "执行率得分": "10.00 = 10 × 100 ÷ 100",
        "指标得分": "95.53 = 27 + 20 + 20 + 10 + 10 + 8.53",
        "指标折算": "85.98 = 90 × 95.53 ÷ 100",
        "总分": "95.98 = 10 + 85.977，等级 优",
    }


def test_a_total_with_open_points() -> None:
    open_execution = {line.label: line.equation for line in work_total(stand(one(), {}))}
    assert open_execution["指标得分"] == "0.00 = 0，1 项待定"
    assert open_execution["总分"] == "已得 0.00 = 0 + 0，待定 100.00 分"
    *_, total = work_total(stand(one(), REAL))
    assert total.equation == "已得 9.54 = 9.5412 + 0，待定 90.00 分"


def test_a_capped_total() -> None:
    texts = {**SPENT, "budget.executed": "70", "indicators.one.actual": "100"}
    *_, total = work_total(stand(one(scheme={"caps": CAPS}), texts))
    assert total.equation == "97.00 = 7 + 90，封顶 89.00 分，等级 良"


def test_four_decimals_become_more_where_they_would_give_another_total() -> None:
    texts = {"budget.adjusted": "1000000", "budget.executed": "954499.6"}
    *_, total = work_total(stand(one(), {**texts, "indicators.one.actual": "100"}))
    assert total.equation == "99.54 = 9.544996 + 90，等级 优"


def test_an_empty_year_is_told_in_a_word() -> None:
    lines = {line.label: line.equation for line in work_total(stand(small_form(), {}))}
    assert lines["指标得分"] == "0.00 = 0，6 项待定"
    some = {"facts.fires": "0", "indicators.mood.tier": "1", "indicators.mood.coefficient": "90"}
    lines = {line.label: line.equation for line in work_total(stand(small_form(), some))}
    assert lines["指标得分"] == "29.00 = 20 + 9，4 项待定"


def test_a_divisor_of_nothing_is_named() -> None:
    evaluation = stand(one(**MEASURED), {"facts.part": "3", "facts.whole": "0"})
    assert next(work_item(evaluation, evaluation.item("one"))).equation == "应发是 0，算不出"
    evaluation = stand(one(**MEASURED), {"facts.part": "3"})
    assert next(work_item(evaluation, evaluation.item("one"))).equation == "还没有填全"
