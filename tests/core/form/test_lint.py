"""Each rule over a form: one break of a sound form, one problem with its file, key and words."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeAlias

import pytest

from perf_tui.core.form.build import FormError, build_form

FORM = "form.toml"
PAID, FIRES, MOOD = (f"indicators/{name}.toml" for name in ("01_paid", "02_fires", "03_mood"))
GROUPED = "tables/grouped.toml"
UNKNOWN = [
    {"category": "产出", "points": 60, "also": ["效益指标", "满意度指标"]},
    {"category": "成本", "points": 30},
]
FEWER = [("grouped", "groups.0.points", 49)]


def fact(key: str, **more: object) -> dict[str, object]:
    return {"key": key, "label": "标签", **more}


Change: TypeAlias = Callable[..., dict[str, dict[str, Any]]]
Edits: TypeAlias = list[tuple[str, str, Any]]
ROWS: list[tuple[Edits, str, str, str]] = [
    # The scheme and what adds up to it.
    (
        [("paid", "weight", 59)],
        FORM,
        "scheme.indicator_weights",
        "定的是 100，各指标的 weight 加起来却是 99",
    ),
    ([("paid", "weight", 90), ("fires", "weight", 0)], FIRES, "weight", "权重是 0"),
    ([("fires", "weight", Decimal("9e999999"))], FIRES, "weight", "不超过 100"),
    ([("fires", "number", 1)], FIRES, "number", "序号 1 已用在 indicators/01_paid.toml，还空着 2"),
    ([("mood", "number", 4)], MOOD, "number", "序号是 4，要从 1 连续排到 3，还空着 3"),
    (
        [("form", "scheme.grades.1.floor", 95)],
        FORM,
        "scheme.grades.良.floor",
        "低于上一等“优”的 90",
    ),
    ([("form", "scheme.grades.2.floor", 60)], FORM, "scheme.grades", "最后一等的起点要是 0"),
    ([("form", "scheme.grades.0.floor", 101)], FORM, "scheme.grades.优.floor", "超过 100"),
    (
        [("form", "scheme.tiers.1.ceiling", 79)],
        FORM,
        "scheme.tiers.部分达成.ceiling",
        "“达成”的下限 80",
    ),
    ([("form", "scheme.tiers.0.ceiling", 99)], FORM, "scheme.tiers", "从 100 排到 0"),
    ([("form", "scheme.tiers.2.floor", 1)], FORM, "scheme.tiers", "从 100 排到 0"),
    (
        [("form", "scheme.tiers.1.floor", 80), ("form", "scheme.tiers.2.ceiling", 80)],
        FORM,
        "scheme.tiers.部分达成",
        "下限要低于上限",
    ),
    ([("form", "scheme.over_execution", -1)], FORM, "scheme.over_execution", "0 到 100 之间"),
    ([("form", "scheme.total_places", 3)], FORM, "scheme.total_places", "只能是 0、1、2"),
    (
        [("form", "scheme.execution_steps", [{"rate": 95, "share": 101}])],
        FORM,
        "scheme.execution_steps",
        "执行率和得分比例要在 0 到 100 之间",
    ),
    (
        [("form", "scheme.tiers.0.ceiling_included", False)],
        FORM,
        "scheme.tiers",
        "第一档的上限是 100（含）",
    ),
    (
        [
            (
                "form",
                "scheme.levels",
                [{"category": "产出指标", "points": 80, "also": ["效益指标", "满意度指标"]}],
            )
        ],
        FORM,
        "scheme.levels",
        "各一级指标共 80 分，预算执行之外应是 90 分",
    ),
    ([("form", "scheme.levels", UNKNOWN)], PAID, "category", "评分方案里没有“产出指标”"),
    # Figures of the budget that are computed.
    ([("form", "budget.0.sum", ["nothing"])], FORM, "budget.initial.sum", "nothing 不是 budget 里"),
    ([("form", "budget.0.sum", ["initial"])], FORM, "budget.initial.sum", "initial 不是 budget 里"),
    (
        [("form", "budget.0.measure", "executed / 2"), ("form", "budget.0.sum", ["executed"])],
        FORM,
        "budget.initial",
        "只能写一个",
    ),
    ([("form", "budget.0.measure", "nothing")], FORM, "budget.initial.measure", "没有 nothing"),
    (
        [("form", "budget.0.measure", "adjusted"), ("form", "budget.1.measure", "executed / 2")],
        FORM,
        "budget.initial.measure",
        "用了 adjusted，那也是算出来的",
    ),
    ([("form", "unit.0.measure", "executed")], FORM, "unit.name", "只能写在 budget 里"),
    # Keys.
    ([("form", "budget.0.key", "first")], FORM, "budget", "缺 initial"),
    ([("form", "unit", []), ("form", "report_title", [])], FORM, "unit", "缺 name"),
    ([("form", "unit.+", fact("name"))], FORM, "unit.name", "unit_name 这个名字已用在 form.toml"),
    (
        [("paid", "facts.+", fact("due", required=True))],
        PAID,
        "facts.due",
        f"due 这个名字已用在 {PAID}",
    ),
    (
        [("paid", "facts.+", fact("executed", required=True))],
        PAID,
        "facts.executed",
        "form.toml 的 budget.executed",
    ),
    ([("form", "budget.+", fact("execution_reason"))], FORM, "budget.execution_reason", "程序自己"),
    (
        [("paid", "facts.+", fact("min")), ("paid", "sentence", "{due}{min}")],
        PAID,
        "facts.min",
        "程序",
    ),
    ([("fires", "id", "paid")], FIRES, "id", f"paid 这个名字已用在 {PAID} 的 id"),
    (
        [("fires", "id", "summary")],
        FORM,
        "sections.summary",
        f"summary 这个名字已用在 {FIRES} 的 id",
    ),
    ([("fires", "id", "budget")], FIRES, "id", "程序自己"),
    ([("paid", "shared", ["due"])], PAID, "shared", "due 在本页已经有了"),
    ([("fires", "shared", ["due", "due"])], FIRES, "shared", "due 在本页已经有了"),
    ([("paid", "evidence.1.key", "roster")], PAID, "evidence.roster", "roster 这个名字已用在"),
    # What is typed.
    ([("paid", "facts.0.maximum", -1)], PAID, "facts.due", "最小值 0 大于最大值 -1"),
    ([("form", "budget.0.maximum", -1)], FORM, "budget.initial", "最小值 0 大于最大值 -1"),
    ([("fires", "entered.minimum", 100)], FIRES, "entered", "最小值 100 大于最大值 99"),
    (
        [("form", "sections.0.facts.0.kind", "choice")],
        FORM,
        "sections.summary.facts.offices.choices",
        "选项",
    ),
    (
        [("form", "facts.0.kind", "money")],
        FORM,
        "facts.households.unit",
        "单位要写 元、万元、亿元 中的一个",
    ),
    ([("mood", "facts.0.unit", "％")], MOOD, "facts.growth.unit", "单位要写 %"),
    ([("fires", "entered", None)], FIRES, "measure", "缺算式"),
    ([("fires", "target", "0")], FIRES, "target", "不带引号"),
    ([("mood", "target", " ")], MOOD, "target", "写要达到的程度"),
    ([("mood", "target", 100)], MOOD, "target", "放在引号里"),
    # Names.
    ([("fires", "measure", "du * 1")], FIRES, "measure", "没有 du 这个字段，最接近的是 due"),
    (
        [("paid", "constraints.0.rule", "paid <= zzzzz")],
        PAID,
        "constraints[第 1 项].rule",
        "没有 zzzzz 这个字段，改对",
    ),
    ([("paid", "measure", "actual / due")], PAID, "measure", "没有 actual 这个字段"),
    (
        [("form", "scheme.execution", "executed / ajusted")],
        FORM,
        "scheme.execution",
        "最接近的是 adjusted",
    ),
    (
        [("paid", "sentence", "{due}{padi}")],
        PAID,
        "sentence",
        "没有 padi 这个字段，最接近的是 paid",
    ),
    (
        [("form", "sections.0.sentence", "{households}{offices}{score}")],
        FORM,
        "sections.summary.sentence",
        "没有 score",
    ),
    (
        [("form", "report_title.0", "{unit_nam}")],
        FORM,
        "report_title[第 1 项]",
        "最接近的是 unit_name",
    ),
    ([("form", "scheme.closing", "{scor}")], FORM, "scheme.closing", "最接近的是 score"),
    (
        [("mood", "shared", ["house_holds"])],
        MOOD,
        "shared",
        "没有 house_holds 这个字段，最接近的是 households",
    ),
    ([("mood", "shared", ["executed"])], MOOD, "shared", "没有 executed 这个字段"),
    ([("paid", "measure", "paid <= due")], PAID, "measure", "要得出一个数"),
    (
        [("paid", "constraints.0.rule", "paid - due")],
        PAID,
        "constraints[第 1 项].rule",
        "要是一个判断",
    ),
    ([("fires", "measure", "1 + 1")], FIRES, "measure", "没有字段"),
    (
        [("paid", "constraints.0.rule", "paid / 0 < due")],
        PAID,
        "constraints[第 1 项].rule",
        "除以 0",
    ),
    (
        [("paid", "constraints.0.rule", "offices < due")],
        PAID,
        "constraints[第 1 项].rule",
        "offices 填的不是数",
    ),
    ([("paid", "sentence", "{due}{households}")], PAID, "sentence", "households，本页却填不到"),
    (
        [("form", "sections.0.shared", []), ("fires", "shared", ["households"])],
        FORM,
        "sections.summary.sentence",
        "households，本页却填不到",
    ),
    ([("fires", "measure", "paid * 1")], FIRES, "measure", "paid，本页却填不到"),
    (
        [("form", "facts.+", fact("spare")), ("fires", "sentence", "[{spare}]")],
        FORM,
        "facts.spare",
        "没有一页填得到它",
    ),
    ([("paid", "facts.0.required", False)], PAID, "measure", "要用 due，它却可以不填"),
    ([("form", "budget.1.required", False)], FORM, "scheme.execution", "要用 adjusted"),
    ([("fires", "sentence", "{growth_change}")], FIRES, "sentence", "要用 growth，本页却填不到"),
    (
        [("mood", "facts.0.minimum", 0), ("mood", "sentence", "[{growth_change}]{growth}")],
        MOOD,
        "sentence",
        "没有 growth_change 这个字段",
    ),
    (
        [
            ("paid", "facts.+", fact("growth_change")),
            ("paid", "constraints.0.rule", "growth_change < due"),
        ],
        PAID,
        "facts.growth_change",
        "程序自己",
    ),
    ([("paid", "facts.+", fact("idle"))], PAID, "facts.idle", "没有用到它"),
    ([("form", "facts.+", fact("idle"))], FORM, "facts.idle", "没有用到它"),
    # The outline.
    (
        [("form", "outline.0.sections.0", "sumary")],
        FORM,
        "outline.情况.sections",
        "没有 sumary 这一节，最接近的是 summary",
    ),
    (
        [("form", "outline.0.sections.+", "summary")],
        FORM,
        "outline.情况.sections",
        "summary 排了两次",
    ),
    (
        [("form", "sections.0.optional", True)],
        FORM,
        "sections.summary.optional",
        "可不填的节不能同时必填",
    ),
    # The self-evaluation tables.
    ([("form", "table", "group")], FORM, "table", "没有 group 这张自评表，最接近的是 grouped"),
    ([("grouped", "widths.0", 0)], GROUPED, "widths", "列宽是 0"),
    ([("grouped", "columns.1.width", 1001)], GROUPED, "columns[第 2 项].width", "列宽是 1001"),
    ([("grouped", "head.0.cells.1.span", 1)], GROUPED, "head[第 1 项]", "加起来是 2，这里有 3 列"),
    ([("grouped", "foot.0.cells.0.span", 0)], GROUPED, "foot[第 1 项]", "span 要从 1 起"),
    ([("grouped", "foot.0.cells", [])], GROUPED, "foot[第 1 项]", "加起来是 0，这里有 2 列"),
    ([("grouped", "head.0.cells.0.merged", "")], GROUPED, "head[第 2 项]", "merged 是 below"),
    ([("grouped", "foot.0.cells.0.merged", "below")], GROUPED, "foot[第 1 项]", "merged 是 below"),
    (
        [("grouped", "head.0.cells.1.text", "{yaer}")],
        GROUPED,
        "head[第 1 项].cells[第 2 项].text",
        "没有 yaer 这个字段，最接近的是 year",
    ),
    (
        [("grouped", "columns.1.text", "{scor}")],
        GROUPED,
        "columns[第 2 项].text",
        "最接近的是 score",
    ),
    ([("grouped", "columns.1.text", "{total}")], GROUPED, "columns[第 2 项].text", "没有 total"),
    ([("grouped", "groups.0.points", 49)], GROUPED, "groups", "加起来是 89，预算执行之外是 90 分"),
    ([("grouped", "groups.0.points", 0)], GROUPED, "groups", "points 要大于 0"),
    (
        [("grouped", "groups.0", None), ("grouped", "groups.0.points", 80)],
        GROUPED,
        "groups",
        "没有“产出指标”",
    ),
    (
        [("grouped", "groups.+", {"category": "成本", "points": 1}), *FEWER],
        GROUPED,
        "groups",
        "“成本”没有指标",
    ),
    (
        [("grouped", "groups.+", {"category": "产出指标", "points": 1}), *FEWER],
        GROUPED,
        "groups",
        "“产出指标”没有指标或写了两次",
    ),
    (
        [("form", "outline.0.sections", ["indicators"])],
        FORM,
        "sections.summary",
        "写进自评表 grouped 的一格",
    ),
    ([("form", "outline.+", {"title": "空章", "sections": []})], FORM, "outline.空章", "没有内容"),
]


@pytest.mark.parametrize(("edits", "file", "key", "words"), ROWS)
def test_a_break_is_told_with_file_and_key(
    changed: Change, edits: Edits, file: str, key: str, words: str
) -> None:
    with pytest.raises(FormError) as caught:
        build_form(changed(*edits))
    [problem] = caught.value.problems
    assert (problem.file, problem.key) == (file, key)
    assert words in problem.message


COMPUTED = ["year", "actual", "target", "score", "deviation_reason", "execution_rate"]
COMPUTED += ["execution_score", "converted", "total", "grade", "sum"]


@pytest.mark.parametrize("name", COMPUTED)
def test_no_fact_takes_a_computed_name(changed: Change, name: str) -> None:
    with pytest.raises(FormError, match=f"facts.{name}：{name} 这个名字已用在程序自己"):
        build_form(
            changed(("paid", "facts.+", fact(name)), ("paid", "sentence", f"{{due}}{{{name}}}"))
        )


SOUND: list[Edits] = [
    [("mood", "sentence", "[同比{growth_change}，]{actual}。")],
    [("paid", "facts.0.required", False), ("paid", "entered", {})],
    [("fires", "measure", "households * 1"), ("fires", "shared", ["households"])],
    [("fires", "sentence", "[顺带发{paid}。]")],
    [("paid", "facts.0.minimum", 5), ("paid", "facts.0.maximum", 5)],
    [("paid", "weight", Decimal("60.0"))],
    [("form", "unit.+", fact("due"))],
    [("fires", "evidence", [{"key": "roster", "title": "名册"}])],
    [("fires", "sentence", "{executed}{unit_name}")],
    [("paid", "constraints.0.rule", "paid <= households")],
    [("grouped", "groups", [])],
    [
        ("form", "outline.0.sections", ["indicators"]),
        ("grouped", "head.0.cells.1.text", "[{section_summary}]"),
    ],
]


@pytest.mark.parametrize("edits", SOUND)
def test_what_is_right_stays_unflagged(changed: Change, edits: Edits) -> None:
    assert build_form(changed(*edits)).id == "small"


def test_all_breaks_are_told_at_once_file_by_file(changed: Change) -> None:
    edits: Edits = [("mood", "target", 1), ("paid", "measure", "x"), ("form", "outline", [])]
    edits += [("fires", "target", "多"), ("form", "facts.+", fact("idle"))]
    with pytest.raises(FormError) as caught:
        build_form(changed(*edits))
    files = [problem.file for problem in caught.value.problems]
    assert files == sorted(files)
    assert set(files) == {FORM, PAID, FIRES, MOOD}


def test_two_tables_have_two_names(changed: Change) -> None:
    tables = changed()
    tables["tables/other.toml"] = tables[GROUPED]
    with pytest.raises(FormError) as caught:
        build_form(tables)
    [problem] = caught.value.problems
    assert (problem.file, problem.key) == ("tables/other.toml", "id")
    assert f"grouped 已用在 {GROUPED}" in problem.message


ANNEX = {
    "key": "basics",
    "title": "基础数据表",
    "widths": [40, 40],
    "rows": [{"cells": [{"label": "户数"}, {"text": "[{households}]"}]}],
}


@pytest.mark.parametrize(
    ("changes", "key", "words"),
    [
        ({"widths": [0, 40]}, "annexes.basics.widths", "列宽是 0"),
        ({"rows": [{"cells": [{"label": "户数"}]}]}, "annexes.basics.rows[第 1 项]", "加起来是 1"),
        (
            {"rows": [{"cells": [{"label": ""}, {"value": "duee * 2"}]}]},
            "annexes.basics.rows[第 1 项]",
            "没有 duee 这个字段",
        ),
        (
            {"rows": [{"cells": [{"label": ""}, {"text": "{duee}"}]}]},
            "annexes.basics.rows[第 1 项].cells[第 2 项].text",
            "没有 duee 这个字段",
        ),
        (
            {"rows": [{"cells": [{"merged": "below"}, {"label": "户数"}]}]},
            "annexes.basics.rows[第 1 项]",
            "merged 是 below",
        ),
    ],
)
def test_an_annex_keeps_the_rules_of_a_table(
    changed: Change, changes: dict[str, Any], key: str, words: str
) -> None:
    with pytest.raises(FormError) as caught:
        build_form(changed(("form", "annexes", [{**ANNEX, **changes}])))
    [problem] = caught.value.problems
    assert (problem.file, problem.key) == (FORM, key)
    assert words in problem.message


def test_a_fact_or_a_section_may_stand_in_an_annex_alone(changed: Change) -> None:
    rows = [{"cells": [{"text": "{spare}"}, {"text": "[{section_spare}]"}]}]
    facts = (
        "form",
        "sections.+",
        {
            "key": "spare",
            "title": "节约措施",
            "initials": "jycs",
            "required": False,
            "guidance": "写措施",
            "facts": [fact("spare")],
        },
    )
    form = build_form(changed(facts, ("form", "annexes", [{**ANNEX, "rows": rows}])))
    assert form.annexes[0].title == "基础数据表"
