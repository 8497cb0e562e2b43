"""A form set that says only in what it differs from another one."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from perf_tui.core.form.problems import FormError
from perf_tui.store.forms import check_forms, load_form, read_form, tables_in

COUNTY = """\
extends = "national"
id = "county"
version = 3
title = "县级部门自评"

[scheme]
low_execution = 95

[[scheme.grades]]
name = "合格"
floor = 60

[[scheme.grades]]
name = "不合格"
floor = 0

[[unit]]
key = "short_name"
label = "简称"

[[unit]]
key = "leader"
label = "负责人"
kind = "text"
"""


@pytest.fixture
def county(tmp_path: Path) -> Path:
    folder = tmp_path / "county"
    folder.mkdir()
    (folder / "form.toml").write_text(COUNTY, "utf-8")
    return folder


def test_what_is_not_said_is_as_in_the_set_below(county: Path) -> None:
    form, national = read_form(county), load_form("national")
    assert (form.id, form.version, form.title) == ("county", 3, "县级部门自评")
    assert form.scheme.low_execution == Decimal(95)
    assert form.scheme.unspent == national.scheme.unspent
    assert (form.sections, form.tables, form.outline) == (
        national.sections,
        national.tables,
        national.outline,
    )


def test_a_list_without_keys_stands_as_a_whole(county: Path) -> None:
    assert [grade.name for grade in read_form(county).scheme.grades] == ["合格", "不合格"]


def test_an_entry_of_a_key_is_changed_and_another_added(county: Path) -> None:
    unit = {fact.key: fact for fact in read_form(county).unit}
    below = {fact.key: fact for fact in load_form("national").unit}
    assert list(unit) == [*below, "leader"]
    assert (unit["short_name"].label, unit["short_name"].hint) == ("简称", below["short_name"].hint)
    assert unit["name"] == below["name"]


def test_an_added_entry_stands_in_front_of_the_known_one_said_next(county: Path) -> None:
    path = county / "form.toml"
    project = (
        '[[unit]]\nkey = "project"\nlabel = "项目"\nkind = "text"\n\n[[unit]]\nkey = "name"\n\n'
    )
    path.write_text(COUNTY.replace("[[unit]]", f"{project}[[unit]]", 1), "utf-8")
    keys = [fact.key for fact in read_form(county).unit]
    assert keys[:2] == ["project", "name"]
    assert keys[-1] == "leader"


def test_entries_can_be_left_out(county: Path) -> None:
    path = county / "form.toml"
    path.write_text(f'left_out = ["finance_section"]\n{COUNTY}', "utf-8")
    assert "finance_section" not in {fact.key for fact in read_form(county).unit}


@pytest.mark.parametrize("said", ['["fax"]', '"phone"', "[3]", "[[]]"])
def test_what_cannot_be_left_out_is_told(county: Path, said: str) -> None:
    path = county / "form.toml"
    path.write_text(f"left_out = {said}\n{COUNTY}", "utf-8")
    [problem] = check_forms(county)
    assert (problem.file, problem.key) == ("form.toml", "left_out")


def test_indicators_are_never_taken_over(county: Path) -> None:
    text = COUNTY.replace('extends = "national"', 'extends = "township"')
    (county / "form.toml").write_text(text, "utf-8")
    assert read_form(county).indicators == ()


def test_a_set_beside_it_comes_before_an_installed_one(county: Path) -> None:
    beside = county.parent / "village"
    beside.mkdir()
    text = COUNTY.replace('extends = "national"', 'extends = "county"')
    (beside / "form.toml").write_text(text.replace('id = "county"', 'id = "village"'), "utf-8")
    assert read_form(beside).unit == read_form(county).unit
    assert check_forms(county.parent) == ()


def test_what_a_year_carries_along_extends_nothing(county: Path) -> None:
    assert "extends" not in tables_in(county)["form.toml"]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ('"natonal"', "没有这套表单，最接近的是 national"),
        ('"county"', "不能绕回自己"),
        ('"../national"', "另一套表单的名字"),
        ("3", "另一套表单的名字"),
    ],
)
def test_a_set_that_cannot_be_extended_is_told_at_its_key(
    county: Path, value: str, words: str
) -> None:
    text = COUNTY.replace('"national"', value)
    (county / "form.toml").write_text(text, "utf-8")
    [problem] = check_forms(county)
    assert (problem.file, problem.key) == ("form.toml", "extends")
    assert words in problem.message


def test_a_circle_is_told(county: Path) -> None:
    for name, other in (("county", "town"), ("town", "county")):
        folder = county.parent / name
        folder.mkdir(exist_ok=True)
        (folder / "form.toml").write_text(COUNTY.replace('"national"', f'"{other}"'), "utf-8")
    with pytest.raises(FormError, match="不能绕回自己"):
        read_form(county)
