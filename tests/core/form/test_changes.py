"""What has changed from one form to another, line by line."""

from __future__ import annotations

from dataclasses import fields, replace
from decimal import Decimal

from perf_tui.core.form import Form, Scheme
from perf_tui.core.form.comparing.changes import SCHEME as NAMES
from perf_tui.core.form.comparing.changes import changes_between
from perf_tui.core.form.own import form_for, own_at
from support.forms import fact, form_of, indicator, qualitative

RATE = {"category": "产出指标", "unit": "%", "sign": ">="}


def named(ident: str, name: str, **more: object) -> dict[str, object]:
    return {**indicator(ident, **{**RATE, **more}), "name": name}  # type: ignore[arg-type]


def lines(before: Form, now: Form) -> list[str]:
    return [change.words for change in changes_between(before, now)]


def test_the_same_form_has_not_changed() -> None:
    form = form_of(named("one", "甲项"), qualitative("mood"))
    assert changes_between(form, form) == ()


def test_every_change_of_an_indicator_has_a_line() -> None:
    before = form_of(
        named("own1", "农村公路养护里程", target=95, weight=10, unit="公里"),
        named("kept", "甲项", target=95, weight=50),
        named("old", "乙项", weight=40),
    )
    now = form_of(
        named("own9", "农村公路日常养护里程", target=96, weight=Decimal("12.5"), unit="公里"),
        named("kept", "甲项", category="效益指标", subcategory="社会效益", sign="=", core=True),
        named("new", "丙项", weight=40),
        points_per_event=2,
    )
    assert lines(before, now) == [
        "改名：农村公路养护里程 → 农村公路日常养护里程（按名称推定）",
        "指标值：农村公路日常养护里程，≥95公里 → ≥96公里",
        "权重：农村公路日常养护里程，10 分 → 12.5 分",
        "移位：甲项，产出指标 → 效益指标·社会效益",
        "指标值：甲项，≥95% → =100%",
        "权重：甲项，50 分 → 10 分",
        "核心指标：甲项，今年是",
        "新增：丙项",
        "今年没有：乙项",
        "评分方案：各项指标的总分，100 → 62.5",
        "评分方案：每起扣分，无 → 2",
    ]


def test_no_target_is_said_without_comparator_and_unit() -> None:
    before = form_of(named("kept", "甲项", target=95))
    now = form_of(named("kept", "甲项", target="无"))
    assert lines(before, now) == ["指标值：甲项，≥95% → 无"]
    assert lines(now, before) == ["指标值：甲项，无 → ≥95%"]


def test_what_an_indicator_was_not_told_before_is_said_to_be_none() -> None:
    blank = {own_at("own1", "name"): "培训人次", own_at("own1", "core"): "是"}
    told = {**blank, own_at("own1", "target"): "80", own_at("own1", "weight"): "10"}
    del told[own_at("own1", "core")]
    assert lines(form_for(form_of(), blank), form_for(form_of(), told)) == [
        "指标值：培训人次，无 → ≥80",
        "权重：培训人次，无 → 10 分",
        "核心指标：培训人次，今年不是",
    ]


def test_only_what_stands_elsewhere_among_the_old_ones_has_moved() -> None:
    letters = [named(name, f"{name}项") for name in ("a", "b", "c", "d")]
    a, b, c, d = letters
    new = named("new", "新的")
    assert lines(form_of(*letters), form_of(new, *letters))[:-1] == ["新增：新的"]
    assert lines(form_of(*letters), form_of(b, c, d, a)) == ["移位：a项，第 1 项 → 第 4 项"]


def test_sections_facts_and_the_scheme_are_compared_by_key() -> None:
    def section(key: str, title: str, **more: object) -> dict[str, object]:
        return {"key": key, "title": title, "initials": "bf", "guidance": "写", **more}

    kept = section("kept", "总体情况")
    first = section("one", "职能职责", facts=[fact("staff", "在编人数")], sentence="{staff}人")
    other = section("two", "机构设置", facts=[fact("offices", "内设机构")], sentence="{offices}个")
    before, now = form_of(sections=(kept, first)), form_of(sections=(kept, other))
    grades = [{"name": "好", "floor": 0}]
    now = replace(now, scheme=form_of(grades=grades, low_execution=85).scheme)
    assert lines(before, now) == [
        "评分方案：等级",
        "评分方案：执行率偏低的界线，90 → 85",
        "新增文字部分：机构设置",
        "没有了的文字部分：职能职责",
        "新增数据：内设机构",
        "没有了的数据：在编人数",
    ]


def test_every_value_of_the_scheme_has_a_name() -> None:
    assert set(NAMES) == {one.name for one in fields(Scheme)}


def test_a_definition_states_which_one_it_was() -> None:
    base = form_of()
    before = form_for(base, {own_at("own1", "name"): "群众满意度"})
    texts = {own_at("own4", "name"): "服务对象满意度", own_at("own4", "before"): "群众满意度"}
    now = form_for(base, texts)
    assert lines(before, now) == ["改名：群众满意度 → 服务对象满意度"]
    assert now.matched_with(before) is now.matched_with(before)
    apart = form_for(base, {**texts, own_at("own4", "before"): "无"})
    assert lines(before, apart) == ["新增：服务对象满意度", "今年没有：群众满意度"]
    del texts[own_at("own4", "before")]
    assert lines(before, form_for(base, texts)) == [
        "新增：服务对象满意度",
        "今年没有：群众满意度",
        "也许改名：群众满意度 → 服务对象满意度",
    ]


def test_a_change_is_also_told_without_the_name() -> None:
    before = form_of(named("kept", "甲项", target=95))
    now = form_of(named("kept", "乙项", target=96, core=True), named("new", "丙项"))
    briefs = [change.brief for change in changes_between(before, now)][:4]
    assert briefs == ["改名 甲项 → 乙项", "指标值 ≥95% → ≥96%", "核心指标 今年是", "新增"]
