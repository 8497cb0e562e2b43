"""A small sound form as tables, for tests to break in one place."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeAlias

import pytest

Tables: TypeAlias = dict[str, dict[str, Any]]
Edit: TypeAlias = tuple[str, str, object]
Change: TypeAlias = Callable[..., Tables]

FORM = """
id = "small"
version = 1
title = "小表"
report_title = ["{unit_name}{year}年度"]
table = "grouped"

[scheme]
execution_weight = 10
execution = "executed / adjusted"
indicator_weights = 100
inverse_rule = "linear"
overreach = 1.2
low_execution = 90
budget_shift = 20
score_above_execution = 5
unspent = 20
closing = "[因{deviation_reason}，]得{score}分。"
grades = [{ name = "优", floor = 90 }, { name = "良", floor = 80 }, { name = "差", floor = 0 }]
tiers = [
    { name = "达成", floor = 80, ceiling = 100 },
    { name = "部分达成", floor = 60, ceiling = 80 },
    { name = "未达成", floor = 0, ceiling = 60 },
]

[[unit]]
key = "name"
label = "单位名称"
kind = "text"

[[unit]]
key = "report_date"
label = "成文日期"
kind = "date"

[[budget]]
key = "initial"
label = "年初预算数"
kind = "money"
unit = "元"
required = true

[[budget]]
key = "adjusted"
label = "调整预算数"
kind = "money"
unit = "元"
required = true

[[budget]]
key = "executed"
label = "执行数"
kind = "money"
unit = "元"
required = true

[[facts]]
key = "households"
label = "户数"
unit = "户"

[[outline]]
title = "情况"
sections = ["summary", "indicators"]

[[sections]]
key = "summary"
title = "概况"
initials = "gk"
guidance = "由数据生成。"
shared = ["households"]
sentence = "共{households}户，[设{offices}，]评为{grade}。"

[[sections.facts]]
key = "offices"
label = "机构"
kind = "text"
"""

PAID = """
id = "paid"
number = 1
name = "补助发放"
initials = "bzff"
category = "产出指标"
weight = 60
unit = "%"
sign = ">="
target = 100
guidance = "完成值＝实发÷应发。"
measure = "paid / due * 100"
sentence = "应发{due}名，实发{paid}名，完成{actual}%。"

[[facts]]
key = "due"
label = "应发人数"
required = true

[[facts]]
key = "paid"
label = "实发人数"
required = true

[[constraints]]
rule = "paid <= due"
message = "实发多于应发"
fix = "改正其中一个"

[[evidence]]
key = "roster"
title = "花名册"

[[evidence]]
key = "vouchers"
title = "凭证"
"""

FIRES = """
id = "fires"
number = 2
name = "火灾次数"
initials = "hzcs"
category = "效益指标"
weight = 30
unit = "次"
sign = "<="
target = 0
guidance = "没有就填 0。"
sentence = "发生{actual}次。"
entered = { maximum = 99 }
"""

MOOD = """
id = "mood"
number = 3
name = "获得感"
initials = "hdg"
category = "满意度指标"
weight = 10
sign = "qualitative"
target = "达成"
guidance = "写明依据。"
sentence = "[人均收入增长{growth}%，]{actual}。"

[[facts]]
key = "growth"
label = "收入增速"
kind = "percent"
unit = "%"
minimum = -100
"""

GROUPED = """
id = "grouped"
title = "自评表"
caption = "指标"
widths = [40, 40, 40]

[[head]]
cells = [{ label = "年度", merged = "first" }, { text = "{year}", span = 2 }]

[[head]]
internal = true
cells = [{ merged = "below" }, { text = "{grade}" }, { text = "{execution_score}" }]

[[columns]]
label = "一级指标"
text = "{category}"
width = 30
merged = true

[[columns]]
label = "得分"
text = "{score}"
width = 30

[[groups]]
category = "产出指标"
points = 50

[[groups]]
category = "效益指标"
points = 30

[[groups]]
category = "满意度指标"
points = 10

[[foot]]
cells = [{ label = "总分" }, { text = "{total}" }]
"""

TEXTS = {
    "form.toml": FORM,
    "indicators/01_paid.toml": PAID,
    "indicators/02_fires.toml": FIRES,
    "indicators/03_mood.toml": MOOD,
    "tables/grouped.toml": GROUPED,
}


@pytest.fixture
def tables() -> Tables:
    return {file: tomllib.loads(text, parse_float=Decimal) for file, text in TEXTS.items()}


@pytest.fixture
def changed(tables: Tables) -> Change:
    """The small form's tables after edits ("paid", "facts.0.label", value).

    A file is called by a part of its name; a value of None deletes, a last step + appends.
    """

    def change(*edits: Edit) -> Tables:
        for file, path, value in edits:
            *owners, last = path.split(".")
            table: Any = tables[next(name for name in tables if file in name)]
            for step in owners:
                table = table[int(step)] if isinstance(table, list) else table[step]
            _put(table, last, value)
        return tables

    return change


def _put(table: Any, step: str, value: object) -> None:
    if step == "+":
        table.append(value)
        return
    place = int(step) if isinstance(table, list) else step
    if value is None:
        del table[place]
    else:
        table[place] = value
