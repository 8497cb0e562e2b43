"""What form files may say is explained for people and for editors, and never behind the models."""

from __future__ import annotations

import copy
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from perf_tui.core.form.build import FORM_FILE
from perf_tui.core.form.form_table import FormTable
from perf_tui.core.form.keys.described import described, examples_in, kind_of, models_in
from perf_tui.core.form.keys.json_schema import KINDS, schema_of
from perf_tui.core.form.keys.words import RARE, WORDS
from perf_tui.core.form.layout import TableLayout
from perf_tui.core.form.library import LibraryFile
from perf_tui.core.form.models import Fact, FormSet, Indicator
from perf_tui.store.forms import load_form
from perf_tui.store.forms.installed import installed_sets, root
from perf_tui.store.forms.reading import read_tables
from perf_tui.store.toml.parsing import parse_toml
from perf_tui.store.years.samples import sample_folder
from support.schemas import misfits

MODELS = {one: path for top in (FormSet, LibraryFile) for one, path in models_in(top).items()}
OWN_FILES = {"": "form", "indicators": "indicator", "tables": "table", "library": "library"}
SCHEMAS = {kind: schema_of(kind, load_form("township")) for kind in KINDS}
FORMS = sorted(path.relative_to(root()).as_posix() for path in root().rglob("*.toml"))
YEARS = sorted(path.name for path in sample_folder().glob("*.toml"))


def kind_of_file(name: str) -> str:
    return "form" if name.endswith(FORM_FILE) else OWN_FILES[name.split("/")[-2]]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_key_of_a_model_is_explained_and_no_other(model: type[FormTable]) -> None:
    assert set(WORDS[model.__name__]) == {"", *(one.name for one in fields(model))}


def test_nothing_is_explained_that_is_no_model() -> None:
    assert set(WORDS) == {model.__name__ for model in MODELS}


def test_every_key_has_an_example_from_a_real_form_or_a_rare_one() -> None:
    sets = [read_tables(path) for path in installed_sets().values()]
    parts = {FormSet: FORM_FILE, Indicator: "indicators/", TableLayout: "tables/"}
    found = {
        place: value
        for model, start in parts.items()
        for place, value in examples_in(
            model, (t for one in sets for name, t in one.items() if name.startswith(start))
        ).items()
    }
    library = (parse_toml(path.read_bytes()) for path in root().glob("library/*.toml"))
    found |= examples_in(LibraryFile, library)
    keys = [(model.__name__, key) for model in MODELS for key in described(model, found)]
    plain = [(name, key.name) for name, key in keys if key.inner is None]
    assert {place for place in plain if place not in found} <= set(RARE)
    assert all(key.example is not None for _, key in keys if key.inner is None)


def test_a_type_is_told_in_words() -> None:
    kinds = {key.name: (key.kind, key.required, key.several) for key in described(Fact, {})}
    assert kinds["label"] == ("文字，不能空", True, False)
    assert kinds["choices"] == ("列表，各项是文字", False, True)
    assert kinds["minimum"][0] == "数"
    assert kinds["kind"][0].startswith('写 "count"、"number"、')
    assert (
        kind_of(next(one.type for one in fields(FormSet) if one.name == "unit")) == "几张表 [[…]]"
    )
    assert kind_of(next(one.type for one in fields(FormSet) if one.name == "scheme")) == "表 […]"
    assert models_in(FormSet)[Fact] == "unit"


@pytest.mark.parametrize("name", FORMS)
def test_every_form_file_fits_its_schema(name: str) -> None:
    assert misfits(SCHEMAS[kind_of_file(name)], parse_toml((root() / name).read_bytes())) == []


@pytest.mark.parametrize("name", YEARS)
def test_every_sample_year_fits_its_schema(name: str) -> None:
    assert misfits(SCHEMAS["year"], parse_toml((sample_folder() / name).read_bytes())) == []


@pytest.mark.parametrize("name", installed_sets())
def test_a_whole_set_in_one_file_fits_its_schema(name: str) -> None:
    assert misfits(SCHEMAS["set"], read_tables(installed_sets()[name])) == []


@pytest.mark.parametrize(
    ("key", "value", "place"),
    [
        ("titel", "x", ".titel: additionalProperties"),
        ("version", "1", ".version: type"),
        ("id", "County", ".id: pattern"),
        ("title", "", ".title: minLength"),
        ("unit", [{"key": "x", "kind": "word"}], ".unit[0].kind: enum"),
        ("scheme", {"low": 1}, ".scheme.low: additionalProperties"),
    ],
)
def test_a_mistake_is_marked(key: str, value: object, place: str) -> None:
    path: Path = root() / "township" / FORM_FILE
    table: dict[str, Any] = copy.deepcopy(parse_toml(path.read_bytes()))
    assert place in misfits(SCHEMAS["form"], {**table, key: value})


def test_a_set_that_extends_none_has_to_say_everything() -> None:
    assert ": required" in misfits(SCHEMAS["form"], {"id": "x", "version": 1, "title": "x"})
    said = {"extends": "national", "id": "x", "version": 1, "title": "x"}
    assert misfits(SCHEMAS["form"], said) == []


def test_schemas_say_what_the_keys_mean_and_what_holds_anyway() -> None:
    fact = SCHEMAS["indicator"]["$defs"]["Fact"]["properties"]
    assert fact["kind"]["description"] == WORDS["Fact"]["kind"]
    assert (fact["minimum"]["default"], fact["required"]["default"]) == (0, False)
    year = SCHEMAS["year"]["properties"]
    assert year["budget"]["properties"]["executed"]["description"].startswith("全年执行数")
    assert "target" in year["own"]["additionalProperties"]["properties"]
