"""A form written as tables is built again as the same form; a year's becomes a set."""

from __future__ import annotations

import pytest

from perf_tui.core.form.build import build_form
from perf_tui.core.form.own import form_for
from perf_tui.core.form.values import is_name
from perf_tui.core.form.writing import NO_GUIDANCE, set_from, tables_of
from perf_tui.store.forms import load_form
from support.forms import form_of, indicator, small_form


@pytest.mark.parametrize("name", ["national", "township"])
def test_a_set_is_built_again_as_it_was(name: str) -> None:
    form = load_form(name)
    tables = tables_of(form)
    assert build_form(tables) == form
    assert "caps" not in str(tables)  # what holds anyway is not said


@pytest.mark.parametrize(
    ("text", "fits"), [("county_2", True), ("County", False), ("2a", False), ("县", False)]
)
def test_a_name_of_a_set_is_a_key(text: str, *, fits: bool) -> None:
    assert is_name(text) == fits


def test_every_kind_of_value_is_built_again() -> None:
    form = small_form(points_per_event=2, caps=[{"execution_below": 80, "total": 89}])
    assert build_form(tables_of(form)) == form


def test_a_year_s_own_indicators_become_those_of_the_set() -> None:
    solved = {"key": "solved", "label": "办结数"}
    form = form_for(
        form_of(indicator("one", weight=90), indicator("two", measure="solved", facts=[solved])),
        {
            "own.two.removed": "是",
            "own.one.weight": "75",
            "own.own1.name": "垃圾清运率",
            "own.own1.target": "95",
            "own.own1.weight": "10",
            "own.own1.category": "产出",
            "own.own2.name": "垃圾清运率",
            "own.own2.target": "96",
            "own.own2.weight": "5",
            "own.own2.category": "产出",
            "own.own2.guidance": "按台账填",
            "own.own3.name": "3D建模数",
            "own.own3.target": "2",
            "own.own3.weight": "5",
            "own.own3.category": "产出",
            "own.own4.name": "燚",
            "own.own4.target": "1",
            "own.own4.weight": "5",
            "own.own4.category": "产出",
        },
    )
    made = build_form(set_from(form, "county", 3, "县级"))
    assert (made.id, made.version, made.title) == ("county", 3, "县级")
    assert [(one.id, one.name, int(one.weight)) for one in made.indicators] == [
        ("one", "指标one", 75),
        ("ljqyl", "垃圾清运率", 10),
        ("ljqyl_2", "垃圾清运率", 5),
        ("zb3djms", "3D建模数", 5),
        ("zb5", "燚", 5),
    ]
    assert (form.facts[0].key, made.facts) == ("solved", ())
    assert [one.guidance for one in made.indicators[1:3]] == [NO_GUIDANCE, "按台账填"]
    assert made.indicators[1].sentence == form.indicators[1].sentence
    assert build_form(set_from(form, "county", 3, "")).title == form.title
