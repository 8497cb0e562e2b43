"""The answers of a year are found again in another version of its form set."""

from __future__ import annotations

from typing import Any

from perf_tui.core.form import Form
from perf_tui.core.form.build import build_form
from perf_tui.core.form.comparing.following import followed
from perf_tui.core.form.writing import tables_of
from support.forms import fact, form_of, indicator


def named(ident: str, name: str, **more: Any) -> dict[str, Any]:
    return {**indicator(ident, **more), "name": name}


def test_everything_of_an_indicator_goes_to_its_new_id() -> None:
    before, now = form_of(named("a", "道路养护率")), form_of(named("roads", "道路养护率"))
    texts = {
        "unit.name": "甲局",
        "indicators.a.actual": "95",
        "indicators.a.evidence.notes": "柜",
        "own.a.target": "96",
        "pending.indicators.a.actual": "2024",
        "accepted.overreach/indicators.a.actual/x": "经核对无误",
        "accepted.shift": "已批",
        "final.reopened": "2026-01-02",
    }
    assert followed(texts, before, now) == {
        "unit.name": "甲局",
        "indicators.roads.actual": "95",
        "indicators.roads.evidence.notes": "柜",
        "own.roads.target": "96",
        "pending.indicators.roads.actual": "2024",
        "accepted.overreach/indicators.roads.actual/x": "经核对无误",
        "accepted.shift": "已批",
        "final.reopened": "2026-01-02",
    }


def test_a_fact_is_followed_by_its_label_if_that_is_clear() -> None:
    def form(*facts: dict[str, Any]) -> Form:
        names = "".join(f"{{{one['key']}}}" for one in facts)
        return form_of(named("a", "甲率", facts=list(facts), sentence=names))

    before = form(fact("villages", "村数"), fact("x", "人数"), fact("gone", "户数"))
    now = form(fact("village_count", "村数"), fact("y", "人数"), fact("z", "人数"))
    texts = {"facts.villages": "9", "facts.x": "5", "facts.gone": "7"}
    assert followed(texts, before, now) == {
        "facts.village_count": "9",
        "facts.x": "5",
        "facts.gone": "7",
    }


def test_how_a_year_changed_what_is_gone_is_put_aside_until_it_is_back() -> None:
    before = form_of(named("a", "甲率"), named("b", "乙丙丁数"))
    now = form_of(named("a", "甲率"))
    texts = {"own.b.weight": "5", "indicators.b.actual": "3", "own.own1.name": "本局的"}
    left = followed(texts, before, now)
    assert left == {
        "own_left.b.weight": "5",
        "indicators.b.actual": "3",
        "own.own1.name": "本局的",
    }
    assert followed(left, now, before) == texts


def test_answers_of_one_that_is_gone_do_not_become_another_s_with_its_id() -> None:
    before = form_of(named("own1", "道路养护率"), named("own2", "信访办结情况"))
    now = form_of(named("own2", "道路养护率"))
    texts = {"indicators.own1.actual": "95", "indicators.own2.actual": "7"}
    assert followed(texts, before, now) == {
        "indicators.own2.actual": "95",
        "indicators.own2_1.actual": "7",
    }


def test_the_same_form_leaves_everything_where_it_is() -> None:
    form = form_of(named("a", "甲率"))
    texts = {"indicators.a.actual": "1", "budget.executed": "100"}
    assert followed(texts, form, build_form(tables_of(form))) == texts
