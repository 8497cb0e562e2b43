"""A small form set, and the evaluation of a year that was filled in with a few texts."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from perf_tui.core.answers.year import Year
from perf_tui.core.evaluation.evaluation import Evaluation, evaluate
from perf_tui.core.form import Form
from perf_tui.core.form.build import build_form

Table = dict[str, Any]

SCHEME: Table = {
    "execution_weight": 10,
    "execution": "executed / adjusted",
    "inverse_rule": "linear",
    "overreach": Decimal("1.2"),
    "low_execution": 90,
    "budget_shift": 20,
    "score_above_execution": 5,
    "unspent": 20,
    "closing": "[原因：{deviation_reason}。]得{score}分。",
    "grades": [
        {"name": "优", "floor": 90},
        {"name": "良", "floor": 80},
        {"name": "中", "floor": 60},
        {"name": "差", "floor": 0},
    ],
    "tiers": [
        {"name": "达成", "floor": 80, "ceiling": 100},
        {"name": "部分达成", "floor": 60, "ceiling": 80},
        {"name": "未达成", "floor": 0, "ceiling": 60},
    ],
}
CAPS = [{"execution_below": 80, "total": 89}, {"execution_below": 50, "total": 0}]
SUMS = [{"label": "合计", "span": 7}, {"text": "{weights}"}, {"text": "{scores}"}]
LAYOUT: Table = {
    "id": "plain",
    "title": "小表自评表",
    "caption": "绩效指标完成情况",
    "widths": [10, 10, 10, 10, 10, 10],
    "head": [
        {
            "cells": [
                *({"label": "单位名称"}, {"text": "{unit_name}"}),
                *({"label": "自评总分"}, {"text": "{total}"}),
                *({"label": "评价等级"}, {"text": "{grade}"}),
            ]
        },
        {
            "cells": [
                *({"text": "{initial}"}, {"text": "{adjusted}"}, {"text": "{executed}"}),
                {"text": "{execution_rate}"},
                {"text": "{execution_weight}"},
                {"text": "{execution_score}"},
            ]
        },
        {
            "if_filled": True,
            "cells": [{"label": "原因"}, {"text": "[{execution_reason}]", "span": 5}],
        },
    ],
    "columns": [
        {"label": label, "text": text, "width": 20, "blank": blank}
        for label, text, blank in (
            ("指标名称", "{number}.{name}", ""),
            ("计量\n单位", "[{unit}]", "/"),
            ("指标\n性质", "{sign}", ""),
            ("年初\n指标值", "{initial_target}", ""),
            ("调整\n指标值", "[{adjusted_target}]", "/"),
            ("全年\n完成值", "{actual}", ""),
            ("得分\n系数\n(%)", "{coefficient}", ""),
            ("指标\n权重\n(分)", "{weight}", ""),
            ("指标\n得分\n(分)", "{score}", ""),
            ("是否\n核心\n指标", "{core}", ""),
            ("说明", "[{remark}]", ""),
        )
    ],
    "foot": [
        {"cells": [*SUMS, {"span": 2}]},
        {"cells": [{"label": "总分计算"}, {"text": "{working}", "span": 10}]},
    ],
}
SPENT = {"budget.initial": "100", "budget.adjusted": "100", "budget.executed": "100"}


def fact(key: str, label: str, **more: object) -> Table:
    """A fact's table."""
    return {"key": key, "label": label, **more}


def indicator(name: str = "one", sign: str = ">=", target: object = 100, **more: object) -> Table:
    """An indicator's table; its actual value is entered unless `more` says otherwise."""
    plain = {"weight": 10, "entered": {}, "sentence": "目标{target}，完成{actual}。"}
    words = {"name": f"指标{name}", "initials": "zb", "category": "产出", "guidance": "填"}
    return {"id": name, "sign": sign, "target": target, **words, **plain, **more}


def qualitative(name: str = "mood", **more: object) -> Table:
    """A qualitative indicator's table."""
    return indicator(name, "qualitative", "达成", **{"entered": None, **more})


def form_of(*indicators: Table, sections: tuple[Table, ...] = (), **scheme: object) -> Form:
    """A form of these indicators, numbered as they stand, with other values in its scheme."""
    weights = sum(one["weight"] for one in indicators)
    budget = ("initial", "年初预算"), ("adjusted", "调整预算"), ("executed", "执行数")
    form = {
        "id": "small",
        "version": 1,
        "title": "小表",
        "report_title": ["{unit_name}", "{year}年度自评报告"],
        "table": "plain",
        "scheme": {**SCHEME, "indicator_weights": weights, **scheme},
        "unit": [
            fact("name", "单位名称", kind="text", required=True),
            fact("report_date", "成文日期", kind="date"),
        ],
        "budget": [
            fact(key, label, kind="money", unit="万元", required=True) for key, label in budget
        ],
        "outline": [],
        "sections": sections,
    }
    files = {
        f"indicators/{number:02}.toml": {**one, "number": number}
        for number, one in enumerate(indicators, 1)
    }
    return build_form({"form.toml": form, **files, "tables/plain.toml": _layout(sections)})


def _layout(sections: tuple[Table, ...]) -> Table:
    """The table with a row for every section, since the form has no chapters."""
    texts = {one["title"]: f"[{{section_{one['key']}}}]" for one in sections}
    rows = [
        {"cells": [{"label": label}, {"text": text, "span": 5, "blank": "/"}]}
        for label, text in texts.items()
    ]
    return {**LAYOUT, "head": [*LAYOUT["head"], *rows]}


def one(
    sign: str = ">=", target: object = 100, scheme: Table | None = None, **more: object
) -> Form:
    """A form of a single indicator, `one`."""
    return form_of(indicator("one", sign, target, **more), **(scheme or {}))


def small_form(**scheme: object) -> Form:
    """Every kind of page: facts, shared facts, none of its own; passages with and without any."""
    due = fact("due", "应办件数", unit="件", required=True, source="台账")
    done = fact("done", "办结件数", unit="件", required=True, hint="年底的数")
    within = {"rule": "done <= due", "message": "办结多于应办", "fix": "改正其中一个数"}
    spent = fact("spent", "三公支出", kind="money", unit="万元")
    allowed = fact("allowed", "三公预算", kind="money", unit="万元")
    fires = fact("fires", "火灾次数", unit="次", required=True)
    share = "done / due * 100"
    told = "应办{due}件，办结{done}件，办结率{actual}%。"
    computed: Table = {"unit": "%", "entered": None}
    return form_of(
        indicator("cases", ">=", 90, measure=share, sentence=told, **computed, weight=30)
        | {"facts": [due, done], "constraints": [within]},
        indicator("fires", "=", 0, unit="次", measure="fires", facts=[fires], weight=20)
        | {"entered": None},
        indicator("costs", "<=", 100, unit="%", measure="spent / allowed * 100", weight=20)
        | {"facts": [spent, allowed], "entered": {"maximum": 500}},
        qualitative("mood", evidence=[{"key": "notes", "title": "座谈记录"}]),
        indicator("rate", ">=", 90, measure="executed / adjusted * 100", **computed),
        indicator("again", ">=", 95, measure=share, shared=["due", "done"], **computed),
        sections=(
            _section("duties", "职能职责"),
            _section("spending", "支出情况", sentence="执行{executed}元，占{execution_rate}%。"),
            _section("offices", "单位构成", sentence="[设{office_count}个办。]")
            | {"facts": [fact("office_count", "办公室数", unit="个")]},
            _section("goal", "年初目标", required=False, optional=True),
        ),
        **scheme,
    )


FULL = {
    "unit.name": "云溪镇人民政府",
    **SPENT,
    "facts.due": "100",
    "facts.done": "100",
    "facts.fires": "0",
    "facts.spent": "90",
    "facts.allowed": "100",
    "indicators.mood.tier": "达成",
    "indicators.mood.coefficient": "100",
    "indicators.mood.evidence.notes": "档案室3号柜",
    "sections.duties": "负责本镇的各项工作。",
}
"""Texts that fill the small form without a finding."""


def stand(form: Form, texts: Mapping[str, str], last: Evaluation | None = None) -> Evaluation:
    """Where the year 2024 stands with these texts."""
    return evaluate(form, Year(form.id, 2024, texts), last)


def _section(key: str, title: str, **more: object) -> Table:
    return {"key": key, "title": title, "initials": "bf", "guidance": "写", **more}
