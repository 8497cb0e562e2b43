"""The library of indicators: built of its files' tables, and searched."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeAlias

import pytest

from perf_tui.core.form.library import LibraryIndicator, build_library, find
from perf_tui.core.form.problems import FormError
from perf_tui.core.form.thorough_reading import read_thoroughly

Tables: TypeAlias = dict[str, dict[str, Any]]

WATER = """
area = "水利"

[[indicators]]
id = "tap_water"
name = "自来水普及率"
category = "效益指标"
subcategory = "社会效益指标"
suits = ["部门"]
unit = "%"
sign = ">="
target = 90
guidance = "完成值＝供水人口÷总人口。"
source = "供水台账"
entered = { maximum = 100 }
measure = "served / people * 100"
facts = [{ key = "people", label = "总人口" }, { key = "served", label = "供水人口" }]
constraints = [{ rule = "served <= people", message = "供水人口多于总人口", fix = "改正" }]
evidence = [{ key = "statistics", title = "供水统计表" }]
"""

WASTE = """
area = "环境卫生"

[[indicators]]
id = "waste"
name = "生活垃圾收运处置率"
category = "产出指标"
subcategory = "质量指标"
suits = ["乡镇", "项目"]
unit = "%"
sign = ">="
target = 100
guidance = "以台账为准。"
source = "收运台账"
evidence = [{ key = "ledger", title = "垃圾收运台账" }]

[[indicators]]
id = "particles"
name = "PM2.5年均浓度"
category = "效益指标"
subcategory = "生态效益指标"
suits = ["部门", "乡镇"]
unit = "微克/立方米"
sign = "<="
target = 35
guidance = "以监测为准，与垃圾焚烧无关。"
source = "监测数据"
evidence = [{ key = "monitoring", title = "监测通报" }]
"""


@pytest.fixture
def files() -> Tables:
    texts = {"library/01_water.toml": WATER, "library/02_waste.toml": WASTE}
    return {file: tomllib.loads(text, parse_float=Decimal) for file, text in texts.items()}


@pytest.fixture
def library(files: Tables) -> tuple[LibraryIndicator, ...]:
    return build_library(files)


def ids(found: tuple[LibraryIndicator, ...]) -> list[str]:
    return [one.id for one in found]


def test_indicators_come_in_the_order_of_the_files_with_their_area(
    library: tuple[LibraryIndicator, ...],
) -> None:
    assert [(one.id, one.area) for one in library] == [
        ("tap_water", "水利"),
        ("waste", "环境卫生"),
        ("particles", "环境卫生"),
    ]
    assert library[0].measure is not None
    assert library[0].measure.number({"served": Decimal(9), "people": Decimal(10)}) == 90


def test_both_readings_give_the_same(files: Tables, library: tuple[LibraryIndicator, ...]) -> None:
    assert build_library(files, read_thoroughly) == library


BREAKING: list[tuple[Callable[[dict[str, Any]], object], str, str]] = [
    (lambda one: one.update(weight=5), "tap_water.weight", "没有这个键"),
    (lambda one: one.update(subcategory="成本"), "tap_water.subcategory", "只能写 数量指标、"),
    (lambda one: one.update(suits=["村"]), "tap_water.suits[第 1 项]", "乡镇、部门、项目 中的一个"),
    (lambda one: one.update(measure="served /"), "tap_water.measure", ""),
    (lambda one: one.pop("source"), "tap_water.source", "缺这个键"),
]


@pytest.mark.parametrize(("breaks", "key", "words"), BREAKING)
def test_a_misfit_is_told_with_its_place(
    files: Tables, breaks: Callable[[dict[str, Any]], object], key: str, words: str
) -> None:
    breaks(files["library/01_water.toml"]["indicators"][0])
    with pytest.raises(FormError) as caught:
        build_library(files)
    [problem] = caught.value.problems
    assert (problem.file, problem.key) == ("library/01_water.toml", f"indicators.{key}")
    assert words in problem.message


def test_an_id_is_used_once(files: Tables) -> None:
    files["library/02_waste.toml"]["indicators"][1]["id"] = "tap_water"
    with pytest.raises(FormError) as caught:
        build_library(files)
    assert [str(problem) for problem in caught.value.problems] == [
        "library/02_waste.toml 的 indicators.tap_water.id：已用在“自来水普及率”，换一个 id"
    ]


def test_all_broken_files_are_told_at_once(files: Tables) -> None:
    for table in files.values():
        del table["area"]
    with pytest.raises(FormError) as caught:
        build_library(files)
    assert [problem.file for problem in caught.value.problems] == list(files)


FOUND = [
    ("", ["tap_water", "waste", "particles"]),
    ("普及率", ["tap_water"]),
    ("垃圾", ["waste", "particles"]),  # in the name, in the guidance
    ("垃圾处置", ["waste"]),  # its characters follow in order
    ("处置垃圾", []),
    ("pm2.5", ["particles"]),
    ("水利 统计", ["tap_water"]),  # area, evidence
    ("率　台账", ["tap_water", "waste"]),
    ("质量指标 率", ["waste"]),
    ("水利 垃圾", []),
]


@pytest.mark.parametrize(("typed", "found"), FOUND)
def test_words_find(library: tuple[LibraryIndicator, ...], typed: str, found: list[str]) -> None:
    assert ids(find(library, typed)) == found


def test_category_and_for_whom_narrow_down(library: tuple[LibraryIndicator, ...]) -> None:
    assert ids(find(library, category="效益指标")) == ["tap_water", "particles"]
    assert ids(find(library, suits="乡镇")) == ["waste", "particles"]
    assert ids(find(library, "浓度", category="效益指标", suits="乡镇")) == ["particles"]
    assert find(library, "浓度", category="产出指标") == ()
