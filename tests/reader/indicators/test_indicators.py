"""The indicators of a report, from its tables and its text together."""

from __future__ import annotations

import pytest

from perf_tui.reader.claims import claims_of
from perf_tui.reader.indicators import FoundIndicators, indicators_of

HEAD = "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分"


def found_in(text: str) -> FoundIndicators:
    return indicators_of(claims_of(text.splitlines()))


def names(found: FoundIndicators) -> list[str]:
    return [one.row.name for one in found.indicators]


def weights(found: FoundIndicators) -> list[str]:
    return [one.row.weight for one in found.indicators]


def messages(found: FoundIndicators) -> list[tuple[int, str]]:
    return [(one.at.line, one.message) for one in found.differences]


def test_a_table_stands_anywhere_and_its_rows_keep_their_lines() -> None:
    found = found_in(
        f"自评表\n\n{HEAD}\n产出指标\t数量指标\t养护里程\t≥5公里\t6公里\t50\t50\n\n说明"
    )
    (one,) = found.indicators
    assert (one.row.row, one.row.target, one.row.unit, one.row.actual) == (4, "5", "公里", "6公里")
    assert (one.at.line, one.at.text) == (4, "养护里程")


def test_rows_of_one_cell_and_blank_lines_do_not_end_a_table() -> None:
    rows = "\t\t养护里程\t5公里\t5公里\t50\t50", "\t\t满意度\t90%\t90%\t40\t40"
    found = found_in(f"{HEAD}\n产出指标\n{rows[0]}\n\n{rows[1]}\n")
    assert {one.row.category for one in found.indicators} == {"产出指标"}
    assert names(found) == ["养护里程", "满意度"]


def test_another_table_below_is_no_part_of_it() -> None:
    found = found_in(f"{HEAD}\n产出\t数量\t养护里程\t5公里\t5公里\t90\t90\n\n序号\t材料\n1\t台账\n")
    assert names(found) == ["养护里程"]


def test_a_second_table_completes_the_first_and_where_they_differ_the_first_counts() -> None:
    second = (
        "指标名称\t分值\t目标值\t评分标准\n养护里程\t80\t5公里\t按比例\n通行时间\t20\t1小时\t按比例"
    )
    found = found_in(f"指标名称\t分值\t得分\n养护里程\t90\t88\n评分标准\n{second}\n")
    assert [(one.row.name, one.row.weight, one.row.target) for one in found.indicators] == [
        ("养护里程", "90", "5"),
        ("通行时间", "20", "1"),
    ]
    assert messages(found) == [(5, "养护里程的权重前面的表（第 2 行）是 90，这里是 80，按前面的")]


def test_namesakes_of_one_table_are_two_indicators() -> None:
    found = found_in(f"{HEAD}\n产出\t数量\t里程\t5\t5\t40\t40\n产出\t质量\t里程\t6\t6\t50\t50\n")
    assert weights(found) == ["40", "50"]


def test_a_list_of_documents_is_no_table_of_indicators() -> None:
    assert names(found_in("指标名称\t备注\t单位\n养护里程\t台账\t公里\n")) == []


def test_what_may_have_been_an_indicator_is_told() -> None:
    table = (
        "一级指标\t三级指标\t指标值\t分值\t核对人员\n产出指标\t里程\t5\t90\t张三\n\t\t6\t10\t李四\n"
    )
    found = found_in(table)
    assert [(one.line, one.text) for one in found.unread] == [(1, "核对人员"), (3, "6\t10\t李四")]


def test_a_head_alone_has_no_indicators() -> None:
    assert found_in(f"{HEAD}\t核对人员\n\t\t\t\t\t\t\t\n") == FoundIndicators()


def test_where_the_text_differs_the_table_counts_and_it_is_told() -> None:
    text = f"1.养护里程（30分）\n目标值8公里，实际完成6公里。得30分。\n附表\n{HEAD}\n"
    found = found_in(f"{text}产出\t数量\t养护里程\t5公里\t6公里\t40\t40\n")
    (one,) = found.indicators
    assert (one.row.weight, one.row.target, one.row.score) == ("40", "5", "40")
    assert messages(found) == [
        (1, "养护里程的权重，表里（第 5 行）是 40，正文是 30，按表取"),
        (2, "养护里程的指标值，表里（第 5 行）是 5，正文是 8，按表取"),
        (2, "养护里程的得分，表里（第 5 行）是 40，正文是 30，按表取"),
    ]


def test_what_the_table_lacks_comes_from_the_text() -> None:
    text = "1.养护里程（40分）\n目标值≥5公里，实际完成6公里。得40分。\n附表\n"
    found = found_in(f"{text}指标名称\t分值\t得分\n养护里程\t40\t40\n")
    (one,) = found.indicators
    assert (one.row.sign, one.row.target, one.row.unit, one.row.actual) == (
        ">=",
        "5",
        "公里",
        "6公里",
    )
    assert one.place_of("target").line == 2
    assert one.place_of("weight").line == 5
    assert one.unit_in_table == "公里"


def test_a_complete_table_has_all_and_other_headings_are_told() -> None:
    text = "1.项目管理（20分）\n制度健全。得20分。\n附表\n"
    found = found_in(f"{text}指标名称\t分值\t得分\n养护里程\t90\t90\n")
    assert names(found) == ["养护里程"]
    assert [one.text for one in found.unread] == ["1.项目管理（20分）"]


def test_what_only_the_text_has_is_added_to_half_a_table() -> None:
    text = "1.项目管理（20分）\n制度健全。得20分。\n附表\n"
    found = found_in(f"{text}指标名称\t分值\t得分\n养护里程\t50\t50\n")
    assert names(found) == ["养护里程", "项目管理"]
    assert found.indicators[1].unit_in_table == ""


def test_words_without_points_belong_to_the_row_that_they_name() -> None:
    text = """\
一、指标完成情况
1.养护里程
全年养护6公里。
2.群众满意度。问卷300份，满意度95%。
（一）其他
工程验收合格率：验收2次，全部合格。
乡村环境，明显改善。
附表
"""
    rows = "养护里程\t50\t50\n群众满意度\t10\t10\n工程验收合格率\t20\t20\n通行\t10\t10"
    found = found_in(f"{text}指标名称\t分值\t得分\n{rows}\n")
    told = {one.row.name: one.item and one.item.words for one in found.indicators}
    assert told == {
        "养护里程": "1.养护里程\n全年养护6公里。",
        "群众满意度": "2.群众满意度。问卷300份，满意度95%。",
        "工程验收合格率": "工程验收合格率：验收2次，全部合格。",
        "通行": None,
    }


def test_words_of_the_last_indicator_go_on_to_the_end() -> None:
    text = "指标名称\t分值\t得分\n养护里程\t90\t90\n说明\n1.养护里程\n全年养护6公里。\n都通过验收。"
    (one,) = found_in(text).indicators
    assert one.item
    assert one.item.words.endswith("都通过验收。")


def test_groups_in_the_text_are_levels_and_no_indicators() -> None:
    text = """\
（一）产出指标（50分）
1.数量指标完成情况
（1）养护里程（50分）
目标值5公里，实际完成5公里。得50分。
（二）效益指标完成情况（40分）
（2）通行时间（40分）
目标值1小时，实际完成1小时。得40分。
"""
    found = found_in(text)
    assert [(one.row.name, one.row.category, one.row.subcategory) for one in found.indicators] == [
        ("养护里程", "产出指标", "数量指标"),
        ("通行时间", "效益指标", ""),
    ]


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ("产出指标(60分)\t\t甲项\t5\n\t\t乙项\t6\n效益指标(30分)\t\t丙项\t7", ["30", "30", "30"]),
        (
            "产出指标(60分)\t数量指标\t甲项\t5\n\t质量指标\t乙项\t6\n效益指标(30分)\t\t丙项\t7",
            ["30", "30", "30"],
        ),
        ("产出指标\t数量指标(40分)\t甲项\t5\n\t质量指标(40分)\t乙项\t6\n", ["40", "40"]),
        ("产出指标(若干)\t\t甲项\t5\n\t\t乙项\t6\n", ["", ""]),
    ],
)
def test_the_weight_of_a_group_is_shared_out(rows: str, wanted: list[str]) -> None:
    found = found_in(f"一级指标\t二级指标\t三级指标\t指标值\n{rows}\n")
    assert weights(found) == wanted
    shared = wanted[:1] == ["30"]
    said = [(2, "2 项合用 60 分，先平分，按批复的分值改")] if shared else []
    assert messages(found) == said


def test_more_indicators_than_any_report_has_are_told() -> None:
    lines = [f"{number}.第{number}项办结率（1分）" for number in range(1, 310)]
    found = found_in("\n".join(lines))
    assert len(found.indicators) == 300
    assert len(found.unread) == 9
