"""Whose report it is, and the budget, where a table has them."""

from __future__ import annotations

import pytest

from perf_tui.reader.claims import claims_of
from perf_tui.reader.filling.answers import Taken
from perf_tui.reader.filling.budget import budget_of
from perf_tui.reader.filling.funds import funds_in
from perf_tui.reader.filling.heads import heads_of
from support.samples import township

FUNDS = """\
项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分
\t其中：财政拨款\t300\t300\t300\t—\t100%\t—
\t年度资金总额\t500\t480\t456\t10\t95%\t9.5
"""


def heads(text: str) -> dict[str, str]:
    claims, form = claims_of(text.splitlines()), township("township")
    told = (*heads_of(claims, form), *budget_of(claims, form))
    return {one.address: one.text for one in told if isinstance(one, Taken)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("单位名称\t清溪镇人民政府\n", "清溪镇人民政府"),
        ("主管部门\t县农业农村局\t实施单位\t县农技中心\n", "县农技中心"),
        ("主管部门\t县农业农村局\n", "县农业农村局"),
        ("单位（盖章）：清溪镇中心小学\t填报日期：2024年2月3日\n", "清溪镇中心小学"),
        ("云水县图书馆2024年度绩效自评报告\n", "云水县图书馆"),
        ("高标准农田建设项目2024年度绩效自评报告\n", ""),
        ("单位名称：清溪镇中心小学\n", ""),
    ],
)
def test_the_unit_is_found_in_a_table_or_the_title(text: str, name: str) -> None:
    assert heads(text).get("unit.name", "") == name


def test_the_row_of_the_sum_gives_the_budget() -> None:
    budget = heads(FUNDS)
    assert budget == {
        "budget.initial": "5000000",
        "budget.adjusted": "4800000",
        "budget.executed": "4560000",
    }


def test_what_agrees_with_its_rate_needs_no_confirmation() -> None:
    form = township("township")
    for text, guessed in ((FUNDS, False), (FUNDS.replace("95%", "90%"), True)):
        told = budget_of(claims_of(text.splitlines()), form)
        assert {one.guessed for one in told if isinstance(one, Taken)} == {guessed}


def test_the_text_gives_what_it_has_and_the_table_the_rest() -> None:
    text = "全年执行数456万元，执行率95%。\n"
    assert heads(text) == {"budget.executed": "4560000"}
    assert heads(text + FUNDS)["budget.initial"] == "5000000"


@pytest.mark.parametrize(
    ("head", "row", "unit"),
    [
        ("资金来源\t全年预算数（元）\t全年执行数（元）", "合计\t1,000,000.50\t900000", "元"),
        ("资金来源\t全年预算数\t全年执行数", "合计\t100\t90", "万元"),
        ("金额单位：亿元\n资金来源\t全年预算数\t全年执行数", "合计\t1.2\t1.1", "亿元"),
        ("资金来源\t全年预算数\t全年执行数", "合计\t100元\t90元", "元"),
    ],
)
def test_the_unit_stands_in_the_head_above_it_or_beside_the_amount(
    head: str, row: str, unit: str
) -> None:
    (claim,) = funds_in(f"{head}\n{row}".splitlines())
    assert claim.executed
    assert claim.executed.unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "年初预算数\t全年执行数\n无\t无\n",
        "年初预算数\t全年执行数\n一、情况\n",
        "全年执行数\t说明\n90\t合计\n",
        "年初预算数占全部财政拨款收入预算的比重有多大\t全年执行数\n100\t90\n",
        "执行率得分\t全年执行数\n9\t90\n",
    ],
)
def test_other_tables_have_no_budget(text: str) -> None:
    assert list(funds_in(text.splitlines())) == []


def test_an_amount_that_is_none_is_left_out() -> None:
    (claim,) = funds_in(["年初预算数\t全年预算数\t全年执行数", "—\t100\t90"])
    assert claim.initial is None
    assert claim.adjusted
    assert claim.adjusted.value == 100
