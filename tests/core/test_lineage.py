"""Last year's answers of indicators that have other ids, other names, or none."""

from __future__ import annotations

import pytest

from perf_tui.checks import judge
from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.evaluation.last_answers import last_text, last_words, taken_over
from perf_tui.core.evaluation.lineage import address_before, matching_of, pair_of
from perf_tui.core.form import Form
from perf_tui.core.form.own import form_for, own_at
from support.forms import FULL, fact, form_of, indicator, small_form, stand

SET = form_of()
ROADS = {"name": "农村公路养护里程", "target": "80", "unit": "公里", "weight": "10"}
LONG = "本年在册的农村公路全部养护到位，没有发生一起事故。"


def own(ident: str, **texts: str) -> dict[str, str]:
    return {own_at(ident, key): text for key, text in texts.items()}


def years(before: dict[str, str], now: dict[str, str]) -> Evaluation:
    return stand(form_for(SET, now), now, stand(form_for(SET, before), before))


LAST = {**own("own1", **ROADS), "indicators.own1.actual": "85"}


def test_one_of_another_id_is_found_by_its_name() -> None:
    this = years(LAST, own("own5", **ROADS))
    assert address_before(this, "indicators.own5.actual") == "indicators.own1.actual"
    assert last_words(this, "indicators.own5.actual") == "85 公里"
    assert last_words(this, "indicators.own5.paragraph").startswith("农村公路养护里程，")
    assert taken_over(this, ["indicators.own5.actual"]) == {
        "indicators.own5.actual": "85",
        "pending.indicators.own5.actual": "2024",
    }


def test_another_one_of_the_same_id_is_not_taken_for_it() -> None:
    this = years(LAST, own("own1", **{**ROADS, "name": "信访案件办结率"}))
    assert address_before(this, "indicators.own1.actual") is None
    assert last_words(this, "indicators.own1.actual") == ""
    assert last_text(this, "indicators.own1.actual") == ""
    assert last_words(this, "indicators.own1.paragraph") == ""
    assert last_words(this, own_at("own1", "name")) == ""


def test_without_last_year_nothing_was_anywhere() -> None:
    this = stand(form_for(SET, LAST), LAST)
    assert address_before(this, "indicators.own1.actual") is None
    assert pair_of(this, "own1") is None
    assert matching_of(this) is None
    assert last_words(this, own_at("own1", "before")) == ""


def test_facts_go_with_their_indicator() -> None:
    def form(ident: str, label: str = "应办件数") -> Form:
        facts = [fact(f"{ident}_1", label, unit="件", required=True)]
        table = indicator(ident, facts=facts, measure=f"{ident}_1")
        return form_of(
            {**table, "sentence": f"有{{{ident}_1}}件。", "entered": None, "name": "办件"}
        )

    def beside(now: Form, before: Form) -> str | None:
        key = now.indicators[0].facts[0].key
        return address_before(stand(now, {}, stand(before, {})), f"facts.{key}")

    assert beside(form("own5"), form("own1")) == "facts.own1_1"
    assert beside(form("own5"), form("own1", "办结件数")) is None
    assert beside(form("own5"), form("own5")) == "facts.own5_1"
    other = form_of({**indicator("own5"), "name": "别的"})
    assert beside(form("own5"), other) is None
    assert beside(form("cases"), other) == "facts.cases_1"


def test_a_definition_shows_what_last_year_said_otherwise() -> None:
    now = {**ROADS, "name": "农村公路日常养护里程", "target": "90"}
    this = years(LAST, own("own5", **now))
    assert last_words(this, own_at("own5", "name")) == "农村公路养护里程"
    assert last_words(this, own_at("own5", "target")) == "80"
    assert last_text(this, own_at("own5", "target")) == "80"
    assert last_words(this, own_at("own5", "weight")) == ""


@pytest.mark.parametrize(
    ("name", "stated", "words", "text"),
    [
        ("农村公路养护里程", "", "农村公路养护里程", "农村公路养护里程"),
        ("农村公路日常养护里程", "", "农村公路养护里程（按名称推定）", "农村公路养护里程"),
        ("新增农村公路养护里程", "", "农村公路养护里程（也许是这一项）", "农村公路养护里程"),
        ("信访案件办结率", "", "", ""),
        ("新增农村公路养护里程", "无", "", ""),
    ],
)
def test_which_one_it_was_is_proposed(name: str, stated: str, words: str, text: str) -> None:
    definition = {**ROADS, "name": name} | ({"before": stated} if stated else {})
    this = years(LAST, own("own5", **definition))
    assert last_words(this, own_at("own5", "before")) == words
    assert last_text(this, own_at("own5", "before")) == text


def test_the_rules_look_where_last_year_s_answers_are() -> None:
    last = {**LAST, "indicators.own1.paragraph": LONG}
    now = {**own("own5", **ROADS), "indicators.own5.paragraph": LONG}
    assert "unchanged-text" in [one.code for one in judge(years(last, now))]
    now |= own("own5", before="无")
    assert "unchanged-text" not in [one.code for one in judge(years(last, now))]


def test_words_may_name_last_year_s_figures_of_the_same_indicator() -> None:
    now = {**own("own5", **ROADS), "indicators.own5.paragraph": "比上年的 85 公里多。"}
    assert "number-in-words" not in [one.code for one in judge(years(LAST, now))]
    now |= own("own5", before="无")
    assert "number-in-words" in [one.code for one in judge(years(LAST, now))]


def test_a_set_s_facts_and_sections_stay_where_they_are() -> None:
    form = small_form()
    this = stand(form, {}, stand(form, FULL))
    for address in ("facts.due", "sections.duties", "budget.executed", "indicators.mood.tier"):
        assert address_before(this, address) == address
