"""Which passage of a report goes to which section, and which to none."""

from __future__ import annotations

import pytest

from perf_tui.core.claims.claims import Claims
from perf_tui.reader.claims import claims_of
from perf_tui.reader.filling import filled_from
from perf_tui.reader.filling.sections import sections_of
from perf_tui.reader.filling.untaken import untaken
from perf_tui.store.forms import load_form

REPORT = """\
云水县水利局2024年度部门整体支出绩效自评报告
一、部门概况
（一）主要职责
管理水资源。
（二）机构设置
内设股室7个。
（三）人员情况
现有人员60人。
二、预算执行情况
年初预算100万元，全年预算100万元，全年执行数90万元，执行率90%。
结转资金已全部收回。
三、绩效评价情况
各项指标见下表：
1.巡查水库座次（100分）
目标值420座次，实际完成436座次。得100分。
综合得分99分，等级为“优”。
四、主要做法
实行清单管理。
五、存在问题
监测站选址变更。
六、下一步打算
加快建设。
云水县水利局
2025年4月1日
"""


def claims(text: str = REPORT) -> Claims:
    return claims_of(text.splitlines())


def titles(text: str = REPORT) -> dict[str, str]:
    found = sections_of(claims(text), load_form("national"))
    return {section.key: part.title.text for section, part in found}


def test_other_usual_titles_lead_to_the_same_section() -> None:
    assert titles() == {
        "duties": "主要职责",
        "organisation": "机构设置",
        "spending": "预算执行情况",
        "achievements": "主要做法",
        "conclusion": "绩效评价情况",
        "problems": "存在问题",
        "suggestions": "下一步打算",
    }


def test_a_part_answers_one_section_only() -> None:
    found = titles("一、绩效目标完成情况\n目标都完成了。\n")
    assert list(found) == ["achieved_goal"]
    assert titles("一、年初绩效目标\n养护道路。\n") == {"initial_goal": "年初绩效目标"}


def test_a_form_to_fill_in_is_no_passage() -> None:
    assert titles("一、单位构成情况\n联系人\n张三\n人员编制\n21\n") == {}


@pytest.mark.parametrize("text", ["", "一句话。"])
def test_without_parts_there_are_no_passages(text: str) -> None:
    assert titles(text) == {}


def test_what_no_field_has_is_told() -> None:
    report, form = claims(), load_form("national")
    told = [quote.text for quote in untaken(report, form, [])]
    assert told == [
        "现有人员60人。",
        "结转资金已全部收回。",
        "1.巡查水库座次（100分）",
        "目标值420座次，实际完成436座次。得100分。",
    ]


def test_a_line_of_two_parts_is_told_once() -> None:
    report = claims("一、其他\n（一）更多\n有一句话。\n")
    assert [one.text for one in untaken(report, load_form("national"), [])] == ["有一句话。"]


def test_gaps_of_a_draft_are_no_words() -> None:
    report = claims(REPORT.replace("管理水资源。", "〔职能职责〕"))
    taken = {one.address for one in filled_from(report, load_form("national")).taken}
    assert "sections.duties" not in taken
    assert "sections.organisation" in taken
