"""The library's indicators: complete, short, without repeats, and fit to stand in a form."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pytest

from perf_tui.core.form import Form, Indicator
from perf_tui.core.form.library import LibraryIndicator
from perf_tui.core.form.lint import lint
from perf_tui.core.form.lint.source import Source
from perf_tui.core.form.models import Entered
from perf_tui.core.wording.templates import compile_template
from perf_tui.store.forms import load_form, load_library

LIBRARY = load_library()
ONES = pytest.mark.parametrize("one", LIBRARY, ids=[one.id for one in LIBRARY])
# Second level → first level, as the finance ministry has them.
CATEGORIES = {
    "数量指标": "产出指标",
    "质量指标": "产出指标",
    "时效指标": "产出指标",
    "经济效益指标": "效益指标",
    "社会效益指标": "效益指标",
    "生态效益指标": "效益指标",
    "可持续影响指标": "效益指标",
    "服务对象满意度指标": "满意度指标",
    "经济成本指标": "成本指标",
    "社会成本指标": "成本指标",
    "生态环境成本指标": "成本指标",
}
LONGEST = {"name": 20, "guidance": 75, "source": 30, "unit": 6}
# What a library indicator leaves to the table in which it is put may be complained of there.
LEFT_TO_THE_TABLE = {"indicator_weights", "groups"}


def test_there_is_enough_to_pick_from() -> None:
    assert len(LIBRARY) >= 150
    assert min(Counter(one.area for one in LIBRARY).values()) >= 8
    assert {one.subcategory for one in LIBRARY} == CATEGORIES.keys()
    assert sum(one.sign == "=" and one.target == 0 for one in LIBRARY) >= 10
    for suits in ("乡镇", "部门", "项目"):
        assert sum(suits in one.suits for one in LIBRARY) >= 50


def test_nothing_stands_twice() -> None:
    assert repeated(one.id for one in LIBRARY) == []
    assert repeated((one.category, one.name) for one in LIBRARY) == []
    assert repeated(fact.key for one in LIBRARY for fact in one.facts) == []
    assert repeated(one.guidance for one in LIBRARY if one.category == "满意度指标") == []


@ONES
def test_levels_belong_together(one: LibraryIndicator) -> None:
    assert CATEGORIES[one.subcategory] == one.category
    assert one.suits
    assert repeated(one.suits) == []


@ONES
def test_sign_target_and_unit_fit(one: LibraryIndicator) -> None:
    if one.sign == "qualitative":
        assert (one.unit, one.target, one.measure, one.entered) == ("", "达成", None, None)
        return
    assert one.sign in {">=", "=", "<="}
    assert isinstance(one.target, Decimal)
    assert one.unit
    assert one.target >= 0
    assert one.unit != "%" or one.target <= 100
    assert (one.sign == "=") == (one.target == 0)
    assert one.sign != "=" or one.unit != "%"


@ONES
def test_texts_are_short_and_whole(one: LibraryIndicator) -> None:
    for name, most in LONGEST.items():
        assert len(getattr(one, name)) <= most, name
    assert one.guidance.endswith("。")
    assert one.guidance.count("。") <= 2
    for text in (one.name, one.source, *(piece.title for piece in one.evidence)):
        assert text == text.strip(" 。，")
        assert len(text) <= 30
    assert 1 <= len(one.evidence) <= 3


@ONES
def test_a_measure_uses_its_own_facts_and_all_of_them(one: LibraryIndicator) -> None:
    names = one.measure.names if one.measure else frozenset()
    assert names == {fact.key for fact in one.facts}
    assert all(rule.rule.names == names for rule in one.constraints)
    for fact in one.facts:
        assert fact.label in one.guidance
        assert fact.unit
        assert fact.source
    if one.measure:
        assert one.unit == "%"
        assert one.measure.number(dict.fromkeys(names, Decimal(7))) in {0, 100}


@ONES
def test_a_rate_that_ends_at_100_is_held_to_it(one: LibraryIndicator) -> None:
    bounded = one.entered is not None and one.entered.maximum == 100
    assert bool(one.constraints) == (bounded and bool(one.facts))


def test_satisfaction_says_whom_to_ask() -> None:
    asked = [one.guidance for one in LIBRARY if one.category == "满意度指标"]
    assert len(asked) >= 10
    assert [text for text in asked if "调查" not in text] == []
    assert sum("有效问卷一般不少于" in text for text in asked) >= 10


def test_all_of_them_stand_in_a_form() -> None:
    form = load_form("township")
    count = len(form.indicators)
    taken = {one.id for one in form.indicators}
    picked = [one for one in LIBRARY if one.id not in taken]
    added = tuple(as_indicator(one, number) for number, one in enumerate(picked, count + 1))
    assert problems(replace(form, indicators=(*form.indicators, *added))) == set()


def problems(form: Form) -> set[str]:
    """The problems that are not the table's own affair."""
    files = tuple(f"indicators/{one.id}.toml" for one in form.indicators)
    layouts = tuple(f"tables/{one.id}.toml" for one in form.tables)
    found = lint(Source(form, files, layouts))
    return {str(one) for one in found if one.key.split(".")[-1] not in LEFT_TO_THE_TABLE}


def as_indicator(one: LibraryIndicator, number: int) -> Indicator:
    """The indicator as a form would have it, with a sentence that says its facts."""
    quantitative = one.sign != "qualitative"
    said = "".join(f"[{fact.label}{{{fact.key}}}{fact.unit}，]" for fact in one.facts)
    return Indicator(
        id=one.id,
        number=number,
        name=one.name,
        initials="x",
        category=one.category,
        subcategory=one.subcategory,
        weight=Decimal(1),
        unit=one.unit,
        sign=one.sign,
        target=one.target,
        guidance=one.guidance,
        facts=one.facts,
        measure=one.measure,
        entered=replace(one.entered or Entered(), source=one.source) if quantitative else None,
        constraints=one.constraints,
        sentence=compile_template(f"{said}{one.name}为{{actual}}。"),
        evidence=one.evidence,
    )


def repeated(values: object) -> list[object]:
    """The values that come more than once."""
    return [value for value, times in Counter(values).items() if times > 1]  # type: ignore[call-overload]
