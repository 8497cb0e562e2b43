"""Where the table weighs the groups, the indicators weigh what the table prints."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest

from perf_tui.core.form.build import build_form

Change: TypeAlias = Callable[..., dict[str, dict[str, Any]]]


def another(number: int, weight: int) -> dict[str, Any]:
    return {
        "id": f"more_{number}",
        "number": number,
        "name": "再一项",
        "initials": "zyx",
        "category": "效益指标",
        "weight": weight,
        "sign": ">=",
        "target": 1,
        "guidance": "填。",
        "sentence": "{actual}",
        "entered": {},
    }


def test_a_group_has_its_points(changed: Change) -> None:
    form = build_form(changed())
    assert [one.weight for one in form.indicators] == [50, 30, 10]
    assert form.scheme.indicator_weights == 90


@pytest.mark.parametrize(
    ("more", "weights"),
    [((10, 10), ["18.00", "6.00", "6.00"]), ((17, 3), ["18.00", "10.20", "1.80"])],
)
def test_a_group_is_shared_out_in_proportion(
    changed: Change, more: tuple[int, int], weights: list[str]
) -> None:
    tables = changed(("paid", "weight", 40))
    for number, weight in enumerate(more, 4):
        tables[f"indicators/{number}.toml"] = another(number, weight)
    form = build_form(tables)
    assert [str(form.by_id[key].weight) for key in ("fires", "more_4", "more_5")] == weights


def test_a_table_without_groups_leaves_the_weights(changed: Change) -> None:
    form = build_form(changed(("grouped", "groups", [])))
    assert [one.weight for one in form.indicators] == [60, 30, 10]
    assert form.scheme.indicator_weights == 100
