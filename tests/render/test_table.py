"""The self-evaluation table: its columns, its figures, and that they add up."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from render.small import evaluation, stood

from perf_tui.checks import judged
from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.numbers.rounding import half_up
from perf_tui.render.attachments import score_working
from perf_tui.render.document import Table
from perf_tui.render.evaluation_table import evaluation_table
from support.forms import stand
from support.rendered import build_report

COLUMNS = (
    *("指标名称", "计量单位", "指标性质", "年初指标值", "调整指标值", "全年完成值"),
    *("得分系数(%)", "指标权重(分)", "指标得分(分)", "是否核心指标", "说明"),
)


def _tables(stands: Evaluation, *, internal: bool = True) -> tuple[Table, Table]:
    head, indicators = (
        one for one in evaluation_table(judged(stands), internal=internal) if isinstance(one, Table)
    )
    return head, indicators


def _texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def _item(stands: Evaluation, number: int) -> list[str]:
    return _texts(_tables(stands)[1])[number - 1]


def test_the_columns_in_order() -> None:
    (head,) = _tables(evaluation())[1].head
    assert tuple(cell.text.replace("\n", "") for cell in head) == COLUMNS


def test_the_head_names_unit_total_and_funds() -> None:
    head = _texts(_tables(evaluation(budget__executed="95.4"))[0])
    assert head[0] == ["单位名称", "云溪镇人民政府", "自评总分", "99.54", "评价等级", "优"]
    assert head[1] == ["100", "100", "95.4", "95.40", "10", "9.54"]


def test_reasons_stand_below_the_funds() -> None:
    assert ["原因", "项目延期"] in _texts(
        _tables(evaluation(budget__execution_reason="项目延期"))[0]
    )
    assert "原因" not in str(_texts(_tables(evaluation())[0]))


def test_sections_outside_the_chapters_stand_in_the_head() -> None:
    assert _texts(_tables(evaluation())[0])[2:] == [
        ["职能职责", "负责本镇的各项工作。"],
        ["支出情况", "执行100元，占100%。"],
        ["单位构成", "/"],
        ["年初目标", "/"],
    ]


def test_a_quantitative_row() -> None:
    stands = evaluation(
        indicators__costs__adjusted_target="80",
        indicators__costs__deviation_reason="车辆大修",
        indicators__costs__remark="预算数为年初数",
    )
    assert _item(stands, 3) == [
        *("3.指标costs", "%", "≤", "100", "80", "90", "87.50", "20", "17.50", "否"),
        "车辆大修\n预算数为年初数",
    ]


NO_BASIS = "accepted.no-basis/indicators.costs.remark"
WITHOUT_BASIS = {"facts__spent": "", "facts__allowed": "", "indicators__costs__actual": "90"}


@pytest.mark.parametrize(
    ("accepted", "reason", "printed"),
    [
        ("以财政所决算数为准", "", "以财政所决算数为准"),
        ("以财政所决算数为准", "预算压减", "预算压减\n以财政所决算数为准"),
        ("预算压减", "预算压减", "预算压减"),
        ("经核对无误", "", ""),
    ],
)
def test_why_a_warning_was_accepted_stands_in_the_last_column(
    accepted: str, reason: str, printed: str
) -> None:
    texts = {**WITHOUT_BASIS, NO_BASIS.replace(".", "__"): accepted}
    stands = evaluation(**texts, indicators__costs__deviation_reason=reason)
    assert _item(stands, 3)[-1] == printed
    assert _item(stands, 2)[-1] == ""


def test_the_public_copy_tells_why_points_were_lost_and_no_remark() -> None:
    texts = {**WITHOUT_BASIS, NO_BASIS.replace(".", "__"): "以决算数为准"}
    told = {"deviation_reason": "预算压减", "remark": "台账在财政所"}
    stands = evaluation(
        **texts, **{f"indicators__costs__{key}": text for key, text in told.items()}
    )
    for internal, printed in ((True, "预算压减\n台账在财政所"), (False, "预算压减")):
        rows = _texts(_tables(stands, internal=internal)[1])
        assert rows[2][-1] == printed


def test_a_reason_whose_warning_is_gone_is_not_printed() -> None:
    assert _item(evaluation(**{NO_BASIS.replace(".", "__"): "以决算数为准"}), 3)[-1] == ""


def test_what_the_form_calls_a_core_indicator_is_marked_as_one() -> None:
    stands = evaluation()
    first, *rest = stands.form.indicators
    form = replace(stands.form, indicators=(replace(first, core=True), *rest))
    stands = stand(form, stands.year.texts)
    assert [_item(stands, number)[-2] for number in (1, 2)] == ["是", "否"]


def test_a_qualitative_row() -> None:
    assert _item(evaluation(), 4) == [
        *("4.指标mood", "/", "定性", "达成", "/", "达成", "100", "10", "10.00", "否", "")
    ]


def test_what_cannot_be_read_is_a_gap() -> None:
    row = _item(evaluation(indicators__cases__target="九成"), 1)
    assert (row[3], row[6], row[8]) == ("〔年初指标值〕", "〔得分系数〕", "〔得分〕")


@pytest.mark.parametrize("done", ["100", "83", "61.7", "0"])
def test_the_sums_are_those_of_the_rows(done: str) -> None:
    stands = evaluation(facts__done=done, indicators__mood__coefficient="87.77")
    *rows, sums, total = _texts(_tables(stands)[1])
    assert sums[:1] == ["合计"]
    assert Decimal(sums[1]) == sum(Decimal(row[7]) for row in rows)
    assert Decimal(sums[2]) == sum(Decimal(row[8]) for row in rows)
    assert f"总分 {stands.score.total} = " in total[1]


def test_the_printed_total_follows_from_the_printed_parts() -> None:
    stands = evaluation(budget__executed="95.4", facts__done="83")
    head, indicators = map(_texts, _tables(stands))
    weight, score = map(Decimal, indicators[-2][1:3])
    execution = Decimal(head[1][5])
    assert half_up(execution + 90 * score / weight) == Decimal(head[0][3])


def test_a_draft_leaves_the_sums_open() -> None:
    head, indicators = map(_texts, _tables(stood({})))
    assert head[0][3::2] == ["〔总分〕", "〔等级〕"]
    assert indicators[-2][2] == "〔得分〕"


@pytest.mark.parametrize("texts", [{}, {"unit.name": "云溪镇", "budget.execution_reason": "延期"}])
def test_every_row_fills_the_columns(texts: dict[str, str]) -> None:
    report = build_report(stood(texts))
    tables = [one for each in report.attachments for one in each.blocks if isinstance(one, Table)]
    assert len(tables) == 5
    for table in tables:
        for row in (*table.head, *table.rows):
            assert sum(cell.span for cell in row) == len(table.widths)


def test_the_working_has_a_row_for_every_indicator() -> None:
    _total, items = (one for one in score_working(evaluation()) if isinstance(one, Table))
    rows = _texts(items)
    assert len(rows) == 6
    assert rows[0] == [
        "1.指标cases",
        "全年完成值：100% = 100 ÷ 100 × 100\n得分：30.00 = 30（100 ≥ 90，达到目标）",
    ]
