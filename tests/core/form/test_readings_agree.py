"""The quick and the thorough reading of a form's tables: both take a table alike, or neither."""

from __future__ import annotations

import copy
import datetime
from collections.abc import Iterator
from dataclasses import fields
from decimal import Decimal
from typing import Any, TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perf_tui.core.form.build import FORM_FILE
from perf_tui.core.form.definition import Form
from perf_tui.core.form.form_table import FormTable
from perf_tui.core.form.layout import TableLayout
from perf_tui.core.form.models import Indicator
from perf_tui.core.form.problems import FormError
from perf_tui.core.form.quick_reading import read_quickly
from perf_tui.core.form.thorough_reading import read_thoroughly
from perf_tui.store.forms import form_folder, tables_in

Branch: TypeAlias = dict[str, Any] | list[Any]

TABLES: dict[str, dict[str, Any]] = copy.deepcopy(tables_in(form_folder("township")))
TABLES[FORM_FILE]["scheme"] |= {
    "caps": [{"execution_below": 80, "total": 89}],
    "execution_steps": [{"rate": 95, "share": 100}],
    "levels": [{"category": "产出指标", "points": 50, "also": ["成本指标"], "role": "bonus"}],
}
TABLES[FORM_FILE].update(indicators=(), tables=())
KEYS = sorted({field.name for part in FormTable.__subclasses__() for field in fields(part)})
NUMBERS = [0, -1, True, 10**40, Decimal("1.5"), Decimal(2), Decimal("NaN"), Decimal("-Infinity")]
TEXTS = [
    "",
    " ",
    "\n",
    "x",
    "x\n",
    "X",
    "1",
    "1.5",
    "true",
    "{",
    "{x}",
    "x +",
    "x < 1",
    "text",
    "=",
]
OTHERS: list[object] = [None, [], ["x"], [1], [[]], {}, {"key": "x"}, [{"key": "x", "label": "y"}]]
JUNK = st.sampled_from([*NUMBERS, *TEXTS, *OTHERS, datetime.date(2024, 1, 1)])
DEATH = object()


def branches_in(branch: Branch) -> Iterator[Branch]:
    yield branch
    for inner in branch.values() if isinstance(branch, dict) else branch:
        if isinstance(inner, dict | list):
            yield from branches_in(inner)


def model_of(file: str) -> type[FormTable]:
    if file == FORM_FILE:
        return Form
    return TableLayout if file.startswith("tables/") else Indicator


def quick(file: str, table: object) -> FormTable | None:
    try:
        return read_quickly(model_of(file), table)
    except ValueError:
        return None


def thorough(file: str, table: dict[str, Any]) -> FormTable | None:
    try:
        return read_thoroughly(model_of(file), file, table)
    except FormError as error:
        if not error.problems:
            pytest.fail("refused without a reason")
        return None


def mutate(table: dict[str, Any], data: st.DataObject) -> None:
    """Deletes, replaces or adds in one place."""
    branch: Any = data.draw(st.sampled_from(list(branches_in(table))))
    steps = [*branch] if isinstance(branch, dict) else [*range(len(branch))]
    added = [*KEYS, "zzz"] if isinstance(branch, dict) else []
    step = data.draw(st.sampled_from([*steps, *steps, *added] or [None]))
    value = data.draw(st.just(DEATH) | JUNK) if step in steps else data.draw(JUNK)
    if value is DEATH:
        del branch[step]
    elif step is None:
        branch.append(value)
    else:
        branch[step] = value


@pytest.mark.parametrize("file", TABLES)
def test_both_readings_take_the_township_form(file: str) -> None:
    assert quick(file, TABLES[file]) == thorough(file, TABLES[file]) is not None


@settings(max_examples=500)
@given(data=st.data())
def test_both_readings_agree_on_a_table_changed_in_one_place(data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(list(TABLES)))
    table = copy.deepcopy(TABLES[file])
    mutate(table, data)
    assert quick(file, table) == thorough(file, table)


@pytest.mark.parametrize("file", TABLES)
def test_both_readings_refuse_a_table_with_one_more_key_at_any_depth(file: str) -> None:
    for place, branch in enumerate(branches_in(TABLES[file])):
        if isinstance(branch, dict):
            table = copy.deepcopy(TABLES[file])
            changed: Any = list(branches_in(table))[place]
            changed["zzz"] = 1
            assert quick(file, table) is None
            assert thorough(file, table) is None
