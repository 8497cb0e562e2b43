"""The form set for a project: the finance ministry's table, with its funds in rows."""

from __future__ import annotations

from decimal import Decimal

from perf_tui.checks import judged
from perf_tui.core.form import Form
from perf_tui.core.form.own import form_for
from perf_tui.render.document import Table
from perf_tui.render.evaluation_table import evaluation_table
from perf_tui.render.report import build_report
from support.projects import WHOLE, project
from support.samples import township


def form() -> Form:
    return township("project")


def table(texts: dict[str, str], *, internal: bool = True) -> list[list[str]]:
    blocks = evaluation_table(judged(project(texts)), internal=internal)
    return [
        [cell.text for cell in row]
        for block in blocks
        if isinstance(block, Table)
        for row in (*block.head, *block.rows)
    ]


def test_the_name_of_the_project_is_asked_first() -> None:
    assert [fact.key for fact in form().unit][:3] == ["project", "department", "name"]
    assert form().unit[2].label == "实施单位"
    assert form().for_project
    assert not township("national").for_project


def test_the_points_are_those_of_the_ministry() -> None:
    groups = {group.category: group.points for group in form().layout.groups}
    assert groups == {"产出指标": 50, "效益指标": 30, "满意度指标": 10}
    assert form().scheme.execution_weight == Decimal(10)


def test_the_funds_are_printed_in_ten_thousands_with_a_rate_of_their_own() -> None:
    rows = table({**WHOLE, "budget.adjusted_other": "34567.89", "budget.executed_other": "30000"})
    assert rows[3:7] == [
        ["", "年度资金总额", "120", "123.456789", "118", "10", "95.58", "9.56"],
        ["", "其中：当年财政拨款", "120", "120", "115", "—", "95.83", "—"],
        ["", "上年结转资金", "0", "0", "0", "—", "—", "—"],
        ["", "其他资金", "0", "3.456789", "3", "—", "86.79", "—"],
    ]


def test_an_approximate_amount_keeps_its_word() -> None:
    assert table({**WHOLE, "budget.initial_other": "约5000"})[6][2] == "约0.5"


def test_the_indicators_stand_in_three_levels_with_the_total_below() -> None:
    rows = table(WHOLE)
    at = next(place for place, row in enumerate(rows) if row[0] == "一级指标")
    assert rows[at + 1][:7] == [
        "产出指标(50)",
        "数量指标",
        "硬化里程",
        "≥8公里",
        "8公里",
        "50",
        "50.00",
    ]
    assert rows[-1] == ["总分", "100", "99.58", "等级：优"]


def test_a_report_of_the_table_alone_needs_no_words() -> None:
    report = build_report(judged(project()))
    headings = [getattr(block, "text", "") for block in report.blocks]
    assert report.title == "村道硬化2024年度项目支出绩效自评报告"
    assert "一、资金使用情况" in headings
    assert not any("项目概况" in text for text in headings)


def test_an_indicator_of_the_funds_asks_for_no_figure_that_follows_from_others() -> None:
    slots = {"fact1": "全年预算", "fact1_from": "adjusted", "fact2": "结转", "fact3": "执行"}
    slots |= {"fact2_from": "executed_carried", "fact3_from": "executed", "method": "合计"}
    mine = form_for(form(), {f"own.own1.{key}": text for key, text in slots.items()})
    (page,) = (one for one in mine.pages if one.kind == "indicator")
    assert mine.by_id["own1"].shared == ("adjusted", "executed_carried", "executed")
    budget = [address for address in page.addresses if address.startswith("budget.")]
    assert budget == ["budget.executed_carried"]
