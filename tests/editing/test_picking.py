"""Indicators picked from the library come with all that it says of them, but for the weight."""

from __future__ import annotations

from decimal import Decimal

import pytest

from perf_tui.checks import judge
from perf_tui.core.form import Indicator
from perf_tui.core.form.library import LibraryIndicator
from perf_tui.core.form.own import form_for, own_at
from perf_tui.editing import picking
from perf_tui.editing.measuring import definition_of
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.refusing import RefusedError
from perf_tui.store.forms import load_form, load_library
from perf_tui.store.years.year_file import read_year_file
from support.samples import township

ONES = pytest.mark.parametrize("common", load_library(), ids=[one.id for one in load_library()])
RATES = [one for one in load_library() if one.measure]


def picked(common: LibraryIndicator) -> Indicator:
    texts = {own_at("own1", key): text for key, text in definition_of(common, {}).items()}
    return form_for(load_form("national"), texts).by_id["own1"]


@ONES
def test_it_says_what_the_library_says(common: LibraryIndicator) -> None:
    one = picked(common)
    for name in ("name", "category", "subcategory", "unit", "sign", "target", "guidance"):
        assert getattr(one, name) == getattr(common, name), name
    assert [piece.title for piece in one.evidence] == [piece.title for piece in common.evidence]
    assert one.weight == 0


@ONES
def test_it_is_measured_as_the_library_measures(common: LibraryIndicator) -> None:
    one = picked(common)
    facts = [(fact.label, fact.unit, fact.kind, fact.source) for fact in common.facts]
    assert [(fact.label, fact.unit, fact.kind, fact.source) for fact in one.facts] == facts
    values = {fact.key: Decimal(place + 3) for place, fact in enumerate(common.facts)}
    renamed = {
        fact.key: values[known.key] for fact, known in zip(one.facts, common.facts, strict=True)
    }
    assert (one.measure is None) == (common.measure is None)
    if one.measure and common.measure:
        assert one.measure.number(renamed) == common.measure.number(values)
    assert [(rule.message, rule.fix, rule.rule.truth(renamed)) for rule in one.constraints] == [
        (rule.message, rule.fix, rule.rule.truth(values)) for rule in common.constraints
    ]
    if common.entered and one.entered:
        bounds = common.entered.minimum, common.entered.maximum
        assert (one.entered.minimum, one.entered.maximum) == bounds


def test_an_area_or_words_or_initials_find_some() -> None:
    assert list(picking.areas())[:2] == ["乡镇综合", "农业农村"]
    assert len(picking.found("教育")) == picking.areas()["教育"]
    assert [one.name for one in picking.found("教育 营养")] == ["营养改善计划受益学生覆盖率"]
    assert "营养改善计划受益学生覆盖率" in [one.name for one in picking.found("yygsjh")]
    assert picking.found("没有这个") == ()


def test_several_are_added_one_behind_the_other_and_saved(office: OpenYear) -> None:
    first, said = picking.pick(office, RATES[0], None)
    assert str(said) == f"已加上“{RATES[0].name}”，权重还没有定"
    last, _ = picking.pick(office, RATES[1], first)
    picking.pick(office, RATES[2], first)
    assert [one.name for one in office.form.indicators] == [
        one.name for one in (RATES[0], RATES[2], RATES[1])
    ]
    with pytest.raises(RefusedError, match="指标表里已有"):
        picking.pick(office, RATES[0], last)
    office.keeper.save(office.session.year)
    again = read_year_file(office.path, township)
    assert (again.form, again.unknown) == (office.form, {})
    assert office.session.undo()
    assert len(office.form.indicators) == 2


def test_none_is_added_to_a_final_year(office: OpenYear) -> None:
    office.session.lock("2026-01-15 09:00")
    with pytest.raises(RefusedError, match="已定稿"):
        picking.pick(office, RATES[0], None)


def test_all_of_one_area_are_sound_but_for_their_weights(office: OpenYear) -> None:
    for one in picking.found("民政社保"):
        picking.pick(office, one, None)
    found = judge(office.change.evaluation)
    codes = {one.code for one in found if (one.field or "").startswith("own.")}
    assert codes == {"blank", "weights-sum"}
