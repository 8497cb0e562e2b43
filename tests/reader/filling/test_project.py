"""Whether a report is of one project, what that is called, and its funds by their sources."""

from __future__ import annotations

import pytest

from perf_tui.core.claims.claims import Quote
from perf_tui.reader.claims import claims_of
from perf_tui.reader.filling.answers import Taken
from perf_tui.reader.filling.budget import budget_of
from perf_tui.reader.filling.heads import heads_of
from perf_tui.reader.filling.project import is_of_project
from support.samples import township

HEAD = "项目名称\t村道养护\n主管部门\t云水县交通局\t实施单位\t白沙镇人民政府\n"
FUNDS = """\
项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分
\t年度资金总额\t150\t160\t152\t10\t95%\t9.5
\t其中：当年财政拨款\t120\t130\t125\t—\t96.15%\t—
\t上年结转资金\t30\t30\t27\t—\t90%\t—
\t其他资金\t0\t0\t0\t—\t—\t—
"""
TOTAL = "".join(FUNDS.splitlines(keepends=True)[:2])


def told(text: str) -> list[Taken | Quote]:
    claims, form = claims_of(text.splitlines()), township("project")
    return [*heads_of(claims, form), *budget_of(claims, form)]


def taken(text: str) -> dict[str, str]:
    return {one.address: one.text for one in told(text) if isinstance(one, Taken)}


def unread(text: str) -> list[str]:
    return [one.text for one in told(text) if isinstance(one, Quote)]


@pytest.mark.parametrize(
    ("text", "project"),
    [
        ("白沙镇2024年度村道养护项目支出绩效自评报告", "村道养护项目"),
        ("村道养护项目2024年度绩效自评报告", "村道养护项目"),
        ("白沙镇人民政府关于2024年度村道养护项目绩效自评的报告", "村道养护项目"),
        ("2024年度村道养护项目资金绩效自评报告（公开稿）", "村道养护项目"),
        ("2024年度项目支出绩效自评报告", ""),
        ("2024年度部门预算项目支出绩效自评表", ""),
        ("自评表\n项目名称\t村道养护\t\n", "村道养护"),
        ("项目支出绩效自评表\n（2024年度）\n项目名称：村道养护", "村道养护"),
    ],
)
def test_the_title_or_the_head_of_the_table_names_the_project(text: str, project: str) -> None:
    assert is_of_project(claims_of(text.splitlines()))
    assert taken(text).get("unit.project", "") == project


@pytest.mark.parametrize(
    "text",
    [
        "白沙镇2024年度部门整体支出绩效自评报告\n项目名称\t村道养护\n",
        "部门整体支出和项目支出绩效自评报告",
        "白沙镇2024年度绩效自评报告\n一、情况\n对各个项目的绩效开展了自评；已经写成报告",
    ],
)
def test_other_reports_are_of_no_project(text: str) -> None:
    assert not is_of_project(claims_of(text.splitlines()))


def test_the_department_and_the_unit_stand_in_the_head_of_the_table() -> None:
    assert taken(HEAD) == {
        "unit.name": "白沙镇人民政府",
        "unit.project": "村道养护",
        "unit.department": "云水县交通局",
    }


def test_a_name_from_the_title_has_to_be_confirmed() -> None:
    (one,) = told("村道养护项目2024年度绩效自评报告")
    assert isinstance(one, Taken)
    assert one.guessed


def test_the_funds_are_taken_by_their_sources() -> None:
    assert taken(FUNDS) == {
        "budget.initial_grant": "1200000",
        "budget.adjusted_grant": "1300000",
        "budget.executed_grant": "1250000",
        "budget.initial_carried": "300000",
        "budget.adjusted_carried": "300000",
        "budget.executed_carried": "270000",
    }
    assert not unread(FUNDS)
    assert not any(one.guessed for one in told(FUNDS) if isinstance(one, Taken))


def test_a_total_that_its_sources_do_not_give_is_told() -> None:
    assert unread(FUNDS.replace("总额\t150", "总额\t155")) == ["年度资金总额\t155"]


def test_a_total_without_sources_is_kept_and_has_to_be_confirmed() -> None:
    assert taken(TOTAL) == {
        "budget.initial_grant": "1500000",
        "budget.adjusted_grant": "1600000",
        "budget.executed_grant": "1520000",
    }
    assert all(one.guessed for one in told(TOTAL) if isinstance(one, Taken))


def test_sources_in_the_text_are_told() -> None:
    text = "年初预算150万元，全年预算160万元，其中财政拨款130万元、上年结转资金30万元，"
    text += "支付给8个村，全年执行数152万元，执行率95%。"
    assert taken(text)["budget.adjusted_grant"] == "1600000"
    assert set(unread(text)) == {"其中财政拨款130万元", "上年结转资金30万元"}
