"""Indicators of the year's own are held to what the finance side checks, and told apart."""

import pytest

from perf_tui.checks import judge
from perf_tui.core.answers.year import Year
from perf_tui.core.evaluation.evaluation import evaluate
from perf_tui.core.findings.finding import Finding
from perf_tui.core.form.own import form_for, own_at
from perf_tui.store.forms import load_form
from support.forms import fact, form_of, indicator, small_form

SET = form_of(indicator("paid", weight=100))
ONE = {"name": "培训", "target": "80", "unit": "人次", "weight": "40", "category": "产出指标"}
CODES = {
    "weights-sum",
    "weight-not-positive",
    "target-unreadable",
    "category-unknown",
    "name-repeated",
}


def found(form_id: str = "", **indicators: dict[str, str]) -> list[Finding]:
    """What the rules on definitions find where a set without a name has one indicator of 100."""
    texts = {
        own_at(ident, key): text for ident, one in indicators.items() for key, text in one.items()
    }
    base = load_form(form_id) if form_id else SET
    evaluation = evaluate(form_for(base, texts), Year(base.id, 2024, texts))
    return [one for one in judge(evaluation) if one.code in CODES]


def said(findings: list[Finding]) -> list[tuple[str, str, str | None]]:
    return [(one.code, one.message, one.field) for one in findings]


def test_weights_add_up_to_what_the_scheme_sets() -> None:
    assert said(found(one=ONE)) == [
        (
            "weights-sum",
            "各项指标的权重合计 140 分，应为 100 分，多了 40 分",
            own_at("one", "weight"),
        )
    ]
    assert found(one=ONE, paid={"weight": "60"}) == []


def test_they_add_up_in_every_group_of_the_table() -> None:
    effect = {**ONE, "name": "增收", "category": "效益指标", "weight": "30"}
    messages = [one.message for one in found("national", one=ONE, two=effect)]
    assert messages == [
        "产出指标的权重合计 40 分，应为 50 分，还差 10 分",
        "满意度指标的权重合计 0 分，应为 10 分，还差 10 分",
    ]


def test_where_the_last_one_is_the_set_s_it_is_told_at_a_definition() -> None:
    (finding,) = found(paid={"number": "1"}, one={**ONE, "number": "0.5"})
    assert finding.field == own_at("paid", "weight")
    (finding,) = found(one={**ONE, "number": "0.5"})
    assert finding.field == own_at("one", "weight")


@pytest.mark.parametrize(
    ("changed", "code", "key", "message"),
    [
        ({"weight": "-1"}, "weight-not-positive", "weight", "权重是 -1 分，应大于 0"),
        ({"weight": "0"}, "weight-not-positive", "weight", "权重是 0 分，应大于 0"),
        ({"target": "很多"}, "target-unreadable", "target", "指标值“很多”不是数"),
        ({"name": "指标paid"}, "name-repeated", "name", "有 2 项指标都叫“指标paid”"),
    ],
)
def test_what_is_wrong_with_one(changed: dict[str, str], code: str, key: str, message: str) -> None:
    told = [one for one in said(found(one={**ONE, **changed})) if one[0] != "weights-sum"]
    assert told == [(code, message, own_at("one", key))]


def test_a_category_without_points_is_told() -> None:
    told = [one for one in found("national", one={**ONE, "category": "产出"}) if one.field]
    assert "category-unknown" in [one.code for one in told]
    (unknown,) = (one for one in told if one.code == "category-unknown")
    assert unknown.fix == "改成 产出指标、效益指标、满意度指标 中的一个"


def test_a_year_without_indicators_is_none() -> None:
    evaluation = evaluate(load_form("national"), Year("national", 2025, {"unit.name": "局"}))
    (finding,) = (one for one in judge(evaluation) if one.code == "no-indicators")
    assert finding.sentence == "还没有指标。在指标表里加上，或粘贴批复的绩效目标表。"


def test_a_qualitative_target_is_words_and_a_set_is_left_alone() -> None:
    words = {**ONE, "sign": "定性", "target": "良好"}
    assert [one.code for one in found(one=words)] == ["weights-sum"]
    assert found() == []
    assert found("national", paid={"removed": "是"}) == []


@pytest.mark.parametrize(("stated", "count"), [("培训", 0), ("无", 0), ("", 0), ("没有这一项", 1)])
def test_what_is_stated_to_have_been_last_year_was_there(stated: str, count: int) -> None:
    before = {own_at("own1", key): text for key, text in ONE.items()}
    texts = {own_at("own7", key): text for key, text in {**ONE, "name": "辅导"}.items()}
    texts |= {own_at("own7", "before"): stated} if stated else {}
    last = evaluate(form_for(SET, before), Year(SET.id, 2023, before))
    evaluation = evaluate(form_for(SET, texts), Year(SET.id, 2024, texts), last)
    findings = [one for one in judge(evaluation) if one.code == "before-unknown"]
    assert [one.field for one in findings] == [own_at("own7", "before")] * count


def test_where_only_one_of_the_set_was_removed_it_is_told_on_a_page() -> None:
    texts = {own_at("fires", "removed"): "是"}
    form = form_for(small_form(), texts)
    told = [one for one in judge(evaluate(form, Year("small", 2024, texts))) if one.code in CODES]
    assert said(told) == [
        (
            "weights-sum",
            "各项指标的权重合计 80 分，应为 100 分，还差 20 分",
            "indicators.again.remark",
        )
    ]


def test_what_only_a_removed_one_asked_for_is_not_judged() -> None:
    rate = indicator(
        "rate", measure="grown", facts=[fact("grown", "增幅", kind="percent", unit="%")]
    )
    texts = {own_at("rate", "removed"): "是", "facts.grown": "0.5", "pending.facts.grown": "2023"}
    form = form_for(form_of(rate, indicator("paid")), texts)
    year = Year("small", 2024, texts)
    evaluation = evaluate(form, year, evaluate(form, year))
    assert [one for one in judge(evaluation) if "facts.grown" in one.places] == []
