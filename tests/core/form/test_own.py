"""Indicators of the year's own: added to those of the form set, changed, removed."""

from decimal import Decimal
from pathlib import Path

import pytest

from perf_tui.checks import judged
from perf_tui.core.answers.year import Year
from perf_tui.core.evaluation.evaluation import evaluate
from perf_tui.core.form import Form, Indicator
from perf_tui.core.form.initials import initials_of
from perf_tui.core.form.own import OwnForm, form_for, own_at
from perf_tui.store.forms import load_form
from support.forms import form_of, indicator, qualitative
from support.samples import SAMPLES, opened

SET = form_of(indicator("paid", weight=60), qualitative("mood", weight=40))
NEW = {"name": "培训[次]", "target": "80", "unit": "人次", "weight": "10", "category": "产出"}


def own(ident: str, **texts: str) -> dict[str, str]:
    return {own_at(ident, key): text for key, text in texts.items()}


def only(form: Form, ident: str) -> Indicator:
    return form.by_id[ident]


def test_a_year_without_any_has_the_form_of_the_set() -> None:
    assert form_for(SET, {"unit.name": "甲"}) is SET
    assert form_for(form_for(SET, own("one", **NEW)), {}) is SET


def test_the_same_definitions_give_the_same_form() -> None:
    form = form_for(SET, own("one", **NEW))
    assert form_for(form, {**own("one", **NEW), "facts.x": "1"}) is form
    assert form_for(form, own("one", **{**NEW, "weight": "9"})) is not form


def test_a_plain_one_is_scored_from_what_is_typed() -> None:
    texts = {**own("one", **NEW), "indicators.one.actual": "60"}
    form = form_for(SET, texts)
    item = evaluate(form, Year("small", 2024, texts)).item("one")
    assert (item.score, item.indicator.number) == (Decimal("7.50"), 3)
    assert item.indicator.initials == "pxc"
    filled = item.indicator.sentence.fill({"actual": "60", "target": "80"}, str)
    assert filled == "培训[次]，年度指标值为≥80人次，全年完成60人次。"


def test_a_qualitative_one_asks_for_a_tier() -> None:
    form = form_for(SET, own("one", sign="定性", name="满意", target="良好", unit="%"))
    one = only(form, "one")
    assert (one.unit, one.target, one.entered) == ("", "良好", None)
    assert "indicators.one.tier" in form.fields
    filled = one.sentence.fill({"actual": "达成", "target": "良好"}, str)
    assert filled == "满意，年度目标为“良好”，完成情况为“达成”。"


@pytest.mark.parametrize("target", ["", "八十"[:1] + "x"])
def test_a_target_that_cannot_be_read_scores_nothing(target: str) -> None:
    texts = {**own("one", **{**NEW, "target": target}), "indicators.one.actual": "60"}
    evaluation = evaluate(form_for(SET, texts), Year("small", 2024, texts))
    assert evaluation.item("one").score is None


@pytest.mark.parametrize("weight", ["", "x", "-5"])
def test_without_a_weight_nothing_is_scored(weight: str) -> None:
    texts = {
        **own("one", **{**NEW, "weight": weight}),
        **own("two", sign="定性", name="乙", target="好", weight=weight),
        "indicators.one.actual": "60",
        "indicators.two.tier": "达成",
        "indicators.two.coefficient": "90",
    }
    evaluation = evaluate(form_for(SET, texts), Year("small", 2024, texts))
    assert [evaluation.item(ident).score for ident in ("one", "two")] == [None, None]


def test_one_of_the_set_is_changed_in_what_is_said_only() -> None:
    form = form_for(SET, own("paid", weight="55", name="发放"))
    before, after = only(SET, "paid"), only(form, "paid")
    assert (after.weight, after.name, after.initials) == (Decimal(55), "发放", "ff")
    assert (after.sentence, after.target, after.number) == (before.sentence, before.target, 1)
    assert only(form_for(SET, own("paid", core="是")), "paid").initials == before.initials
    field = form.fields[own_at("paid", "target")]
    assert (field.required, field.fallback) == (False, str(before.target))
    choices = [form.fields[own_at("paid", key)].fallback for key in ("sign", "core")]
    assert choices == ["≥", "否"]
    mood = form_for(SET, own("mood", core="是")).fields[own_at("mood", "sign")]
    assert mood.fallback == "定性"


def test_one_of_the_set_is_measured_as_its_new_comparator_asks() -> None:
    changed = {**own("paid", sign="定性", target="良好"), **own("mood", sign="≥", target="9")}
    form = form_for(SET, changed)
    assert {"indicators.paid.tier", "indicators.mood.actual"} <= form.fields.keys()
    assert "indicators.paid.actual" not in form.fields
    judged(evaluate(form, Year("small", 2024, changed)))


def test_they_stand_in_the_order_of_their_numbers() -> None:
    texts = {**own("one", **NEW), **own("two", **NEW, number="1"), **own("mood", number="0.5")}
    assert [one.id for one in form_for(SET, texts).indicators] == ["mood", "paid", "two", "one"]
    assert [one.number for one in form_for(SET, texts).indicators] == [1, 2, 3, 4]


def test_a_definition_has_a_page_that_is_no_page_of_the_report() -> None:
    form = form_for(SET, own("one", **NEW))
    (page,) = form.definitions
    assert (page.kind, page.title) == ("definition", "培训[次]")
    assert page not in form.pages
    assert form.home_of[own_at("one", "weight")] is page
    assert page.addresses[:3] == tuple(own_at("one", key) for key in ("name", "target", "weight"))
    assert own_at("one", "number") in form.fields
    assert own_at("one", "number") not in page.addresses
    assert own_at("one", "number") not in form.home_of
    assert "indicators.one.nothing" not in form.home_of
    assert form.fields.like(own_at("one", "weight")).label == "权重"
    assert all(len(each) == len([*each]) for each in (form.home_of, form.walk, form.fields))
    assert all(len(part.fields) == len([*part.fields]) for part in form.parts.values())
    assert form_for(SET, own("one", weight="5")).definitions[0].title == "新指标"
    assert not SET.definitions
    assert not SET.definition_fields


def test_the_first_level_is_that_of_the_set() -> None:
    form = form_for(SET, own("one", **{**NEW, "category": "别的"}))
    assert form.categories == SET.categories == ("产出",)
    assert load_form("township").categories[0] == "产出指标"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_indicator_of_a_set_can_be_removed(path: Path) -> None:
    evaluation = opened(path).evaluation
    for one in evaluation.form.indicators:
        year = evaluation.year.with_texts(own(one.id, removed="是"))
        form = form_for(evaluation.form, year.texts)
        assert isinstance(form, OwnForm)
        assert one.id not in form.by_id
        found = judged(evaluate(form, year, evaluation.last)).findings
        assert all(place in form.fields for finding in found for place in finding.places)


@pytest.mark.parametrize(
    ("words", "initials"),
    [("森林火灾发生次数", "slhzfscs"), ("2024年（A类）", "2024nal"), ("龘𠮷é", ""), ("座", "z")],
)
def test_initials(words: str, initials: str) -> None:
    assert initials_of(words) == initials
