"""Whole tables as offices lay them out, made up for this, and what is understood of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perf_tui.reader.targets import (
    MOST_CELLS,
    MOST_CHARACTERS,
    MOST_LINES,
    MOST_ROWS,
    NO_HEAD,
    NO_INDICATOR,
    TOO_LONG,
    TOO_MANY_CELLS,
    TOO_MANY_ROWS,
    IndicatorRow,
    TargetTable,
    read_pasted,
    read_targets,
)

NATIONAL = """\
部门整体支出绩效自评表\t\t\t\t\t\t\t
（2024年度）\t\t\t\t\t\t\t
一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析及改进措施
产出指标（50分）\t数量指标\t农村公路养护里程\t≥120公里\t125公里\t20\t20\t
\t\t新建公厕\t3座\t3座\t10\t10\t无
\t质量指标\t工程验收合格率\t≥９５％\t93%\t10\t9.79\t雨季影响工期
\t时效指标\t资金拨付\t12月底前完成\t12月底前完成\t10\t10\t
效益指标（30分）\t社会效益指标\t出行条件\t有效改善\t有效改善\t30\t30\t
满意度指标（20分）\t服务对象满意度指标\t群众满意度\t≥90%\t96%\t20\t20\t/
总分\t\t\t\t\t100\t99.79\t
注：得分最多为该指标的分值。\t\t\t\t\t\t\t
填报人：张三\t联系电话：\t\t\t\t\t\t
"""

PROJECT = """\
项目支出绩效自评表
项目名称\t山塘整治\t\t\t\t\t\t\t
项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分\t
\t年度资金总额\t100\t100\t90\t10\t90%\t9\t
年度总体目标\t预期目标\t\t\t实际完成情况\t\t\t\t
\t整治山塘，保障灌溉和下游群众的安全\t\t\t全部完成\t\t\t\t
绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析及改进措施
\t产出指标\t数量指标\t指标1：整治山塘\t8口\t8口\t30\t30\t
\t\t\t指标2：\t\t\t\t\t
\t\t\t……\t\t\t\t\t
\t\t成本指标\t指标1：每口投入\t不超过10万元\t9.8万元\t20\t20\t
\t效益指标\t社会效益指标\t指标1：安全事故\t0起\t0起\t30\t30\t
\t满意度指标\t服务对象满意度指标\t指标1：村民满意度\t达到90%以上\t92%\t10\t10\t
总分\t\t\t\t\t\t90\t90\t
"""

CHONGQING = """\
指标名称\t计量单位\t指标性质\t年初指标值\t调整指标值\t全年完成值\t"得分系数
(%)"\t"指标权重
(分)"\t"指标得分
(分)"\t是否核心指标\t说明
（一）产出指标\t\t\t\t\t\t\t\t\t\t
1.干部务工补助发放率\t%\t≥\t100\t\t100\t100\t6\t6\t是\t
2.办理信访件\t件\t＝\t1,200\t1180\t1180\t100\t10\t10\t否\t"按""季""
统计"
3.人居环境\t无\t定性\t优良中低差\t\t优\t100\t4\t4\t否\t/
（二）效益指标\t\t\t\t\t\t\t\t\t\t
4.火灾\t起\t≤\t0\t1\t1\t100\t5\t5\t√\t
合计\t\t\t\t\t\t\t25\t25\t\t
"""

HUBEI = """\
一级指标\t二级指标\t三级指标\t指标值\t\t全年完成情况\t\t备注
\t\t\t年初\t调整\t实际完成值\t自评得分\t
成本指标（20分）\t经济成本指标\t每公里费用\t≤5万元/公里\t\t4.8万元/公里\t20\t
产出指标（80分）\t数量指标\t培训人次\t不少于1,200人次\t不少于1000人次\t1100人次\t80\t疫情调减
合计\t\t\t\t\t\t100\t
"""

WORD = """\
一级
指标\t二级指标\t三级指标\t目标值\t权重（分）\t偏差原因
及改进措施
产出
指标\t数量指标\t开展文化
下乡演出\t≥12
场次\t40\t受场地限制，
已改在室内
效益指标\t社会效益
指标\t出行条件\t持续改善\t20\t
效益指标\t社会效益指标\t群众知晓率\t≥85%\t40\t宣传不够
合计\t\t\t\t100\t无
（盖章）
"""

BARS = r"""
| 一级指标 | 二级指标 | 三级指标 | 目标值 | 权重 |
|:---|:---:|---|---|---:|
| （一）产出指标 | 1.数量指标 | 路灯 | 100<br>盏 | 50 |
| | 2.质量指标 | 合格率\|完好率 | 100% | 50 |
"""

BUREAU = """\
序号\t指标类别\t指标类型\t指标名称\t绩效指标性质\t度量单位\t年度指标值（年初）\t年度指标值（调整）\t完成值\t分值\t得分\t未完成原因分析\t备注
1\t产出指标\t数量指标\t检测样品\t>=\t批次\t600\t/\t612\t20\t20\t\t
2\t产出指标\t质量指标\t报告合格率\t正向\t%\t98\t\t99\t30\t30\t\t
3\t效益指标\t社会效益指标\t投诉\t反向\t件\t3\t5\t2\t50\t50\t\t年初\t多出
"""

GROUP_WEIGHTS = """\
一级指标\t二级指标\t三级指标\t目标值\t权重
产出指标\t数量指标\t公厕\t3座\t40
\t\t路灯\t100盏\t
\t质量指标\t合格率\t100%\t20
效益指标\t社会效益指标\t就业\t≥30人\t40
\t\t就业\t≥30人\t
"""


def indicators(table: TargetTable) -> list[str]:
    return [said(one) for one in table.indicators]


def said(one: IndicatorRow) -> str:
    target = f" {one.sign} {one.target}{one.unit}".rstrip() + (
        f"→{one.adjusted}" if one.adjusted else ""
    )
    weight = one.weight or f"({one.group_weight})"
    return f"{one.row} {one.category}/{one.subcategory}/{one.name}{target} [{weight}]"


def left_out(table: TargetTable, kind: str = "row") -> dict[int, str]:
    return {one.number: one.reason for one in table.ignored if one.kind == kind}


def fields(table: TargetTable) -> list[str]:
    return [one.field for one in table.columns]


def test_the_national_table_of_a_township() -> None:
    table = read_pasted(NATIONAL)
    assert indicators(table) == [
        "4 产出指标/数量指标/农村公路养护里程 >= 120公里 [20]",
        "5 产出指标/数量指标/新建公厕 = 3座 [10]",
        "6 产出指标/质量指标/工程验收合格率 >= 95% [10]",
        "7 产出指标/时效指标/资金拨付 qualitative 12月底前完成 [10]",
        "8 效益指标/社会效益指标/出行条件 qualitative 有效改善 [30]",
        "9 满意度指标/服务对象满意度指标/群众满意度 >= 90% [20]",
    ]
    assert [one.actual for one in table.indicators][:3] == ["125公里", "3座", "93%"]
    assert [one.score for one in table.indicators][:3] == ["20", "10", "9.79"]
    assert [one.reason for one in table.indicators] == ["", "", "雨季影响工期", "", "", ""]
    assert left_out(table) == {
        **dict.fromkeys((1, 2), "在表头以上"),
        10: "合计行",
        **dict.fromkeys((11, 12), "在合计行以下"),
    }


def test_the_national_table_of_a_project() -> None:
    table = read_pasted(PROJECT)
    assert indicators(table) == [
        "8 产出指标/数量指标/整治山塘 = 8口 [30]",
        "11 产出指标/成本指标/每口投入 <= 10万元 [20]",
        "12 效益指标/社会效益指标/安全事故 = 0起 [30]",
        "13 满意度指标/服务对象满意度指标/村民满意度 >= 90% [10]",
    ]
    assert left_out(table, "column") == {1: "与「三级指标」重复"}
    assert left_out(table) == {
        **dict.fromkeys(range(1, 7), "在表头以上"),
        9: "名称没有填",
        10: "没有填",
        14: "合计行",
    }


def test_the_table_of_chongqing() -> None:
    table = read_pasted(CHONGQING)
    assert indicators(table) == [
        "3 产出指标//干部务工补助发放率 >= 100% [6]",
        "4 产出指标//办理信访件 = 1200件→1180 [10]",
        "5 产出指标//人居环境 qualitative 优良中低差 [4]",
        "7 效益指标//火灾 <= 0起→1 [5]",
    ]
    assert [one.core for one in table.indicators] == [True, False, False, True]
    assert [one.remark for one in table.indicators] == ["", '按"季"\n统计', "", ""]
    assert left_out(table, "column") == {7: "用不着"}
    assert left_out(table) == {**dict.fromkeys((2, 6), "只有指标类别"), 8: "合计行"}


def test_a_head_of_two_rows_and_weights_of_groups_alone_as_in_hubei() -> None:
    table = read_pasted(HUBEI)
    assert [(one.number, one.heading, one.meaning) for one in table.columns] == [
        (1, "一级指标", "一级指标"),
        (2, "二级指标", "二级指标"),
        (3, "三级指标", "三级指标"),
        (4, "指标值 年初", "年初指标值"),
        (5, "指标值 调整", "调整指标值"),
        (6, "全年完成情况 实际完成值", "实际完成值"),
        (7, "全年完成情况 自评得分", "得分"),
        (8, "备注", "说明"),
    ]
    assert indicators(table) == [
        "3 成本指标/经济成本指标/每公里费用 <= 5万元/公里 [(20)]",
        "4 产出指标/数量指标/培训人次 >= 1200人次→1000 [(80)]",
    ]


def test_cells_that_word_has_broken_into_lines() -> None:
    table = read_pasted(WORD)
    assert indicators(table) == [
        "2 产出指标/数量指标/开展文化下乡演出 >= 12场次 [40]",
        "3 效益指标/社会效益指标/出行条件 qualitative 持续改善 [20]",
        "4 效益指标/社会效益指标/群众知晓率 >= 85% [40]",
    ]
    assert table.indicators[0].reason == "受场地限制，\n已改在室内"
    assert left_out(table) == {5: "合计行", 6: "在合计行以下"}


def test_a_table_drawn_with_bars() -> None:
    assert indicators(read_pasted(BARS)) == [
        "3 产出指标/数量指标/路灯 = 100盏 [50]",
        "4 产出指标/质量指标/合格率|完好率 = 100% [50]",
    ]


def test_the_table_of_a_bureau_with_a_column_for_everything() -> None:
    table = read_pasted(BUREAU)
    assert indicators(table) == [
        "2 产出指标/数量指标/检测样品 >= 600批次 [20]",
        "3 产出指标/质量指标/报告合格率 >= 98% [30]",
        "4 效益指标/社会效益指标/投诉 <= 3件→5 [50]",
    ]
    assert left_out(table, "column") == {1: "用不着", 14: "没有表头"}


def test_weights_that_groups_share_are_given_to_none_of_them() -> None:
    table = read_pasted(GROUP_WEIGHTS)
    assert [one.rpartition(" ")[2] for one in indicators(table)] == [
        *("[(40)]", "[(40)]", "[20]", "[(40)]", "[(40)]")
    ]
    assert [one.doubts for one in table.indicators] == [
        ("第 2–3 行合用分值 40",),
        ("第 2–3 行合用分值 40",),
        (),
        ("第 5–6 行合用分值 40",),
        ("第 5–6 行合用分值 40", "与第 5 行同名"),
    ]


def test_weights_shared_by_whole_categories() -> None:
    table = read_targets(
        [
            ["一级指标", "二级指标", "三级指标", "分值"],
            ["产出指标", "数量指标", "公厕", "60"],
            ["", "质量指标", "合格率", ""],
            ["效益指标", "社会效益指标", "就业", "40"],
        ]
    )
    assert [one.group_weight for one in table.indicators] == ["60", "60", ""]


def test_a_forgotten_weight_is_not_taken_from_the_row_above() -> None:
    table = read_targets(
        [
            ["一级指标", "三级指标", "目标值", "分值"],
            *(["产出", "公厕", "3座", "30"], ["产出", "路灯", "9盏", "30"]),
            *(["产出", "合格率", "100%", ""], ["效益", "就业", "30人", "40"]),
        ]
    )
    assert [one.weight for one in table.indicators] == ["30", "30", "", "40"]
    assert [one.doubts for one in table.indicators] == [()] * 4


def test_a_weight_is_not_shared_where_there_are_no_groups() -> None:
    table = read_targets([["三级指标", "分值"], ["公厕", "100"], ["路灯", ""]])
    assert [one.weight for one in table.indicators] == ["100", ""]


def test_weights_in_brackets_behind_names() -> None:
    table = read_targets(
        [
            ["一级指标", "二级指标", "三级指标", "目标值"],
            ["产出指标（60分）", "数量指标（40分）", "公厕(10分)", "3座"],
            ["产出指标（60分）", "", "路灯", "100盏"],
            ["产出指标（60分）", "质量指标", "合格率", "100%"],
        ]
    )
    assert [one.rpartition(" ")[2] for one in indicators(table)] == ["[10]", "[(40)]", "[(60)]"]


def test_cells_that_are_repeated_where_they_were_merged() -> None:
    table = read_targets(
        [
            ["绩效自评表"] * 6,
            ["一级指标", "二级指标", "三级指标", "三级指标", "指标值", "分值"],
            ["一级指标", "二级指标", "三级指标", "三级指标", "年初", "分值"],
            ["产出指标", "数量指标", "公厕", "公厕", "3座", "50"],
            ["产出指标", "数量指标", "路灯", "路灯", "100盏", "50"],
            ["本表由各站所填写"] * 6,
            ["效益指标"] * 6,
            ["", "", "就业", "就业", "30人", "10"],
            ["合计", "合计", "合计", "合计", "", "100"],
        ]
    )
    assert indicators(table) == [
        "4 产出指标/数量指标/公厕 = 3座 [50]",
        "5 产出指标/数量指标/路灯 = 100盏 [50]",
        "8 效益指标//就业 = 30人 [10]",
    ]
    assert left_out(table, "column") == {4: "与「三级指标」重复"}
    assert left_out(table) == {
        1: "在表头以上",
        6: "整行只有一段文字",
        7: "只有指标类别",
        9: "合计行",
    }


def test_a_head_of_three_rows() -> None:
    table = read_targets(
        [
            ["绩效指标", "", "", "年度执行情况", "", "", "分值"],
            ["一级指标", "二级指标", "三级指标", "指标值", "", "完成情况", ""],
            ["", "", "", "年初", "调整", "实际完成值", ""],
            ["产出指标", "数量指标", "公厕", "3座", "2座", "2座", "50"],
        ]
    )
    assert fields(table) == [
        *("category", "subcategory", "name", "target", "adjusted", "actual", "weight")
    ]
    assert indicators(table) == ["4 产出指标/数量指标/公厕 = 3座→2 [50]"]


def test_groups_on_lines_of_their_own() -> None:
    table = read_targets(
        [
            ["指标名称", "目标值", "权重"],
            ["一、产出指标", "", "60"],
            ["（一）数量指标", "", "60"],
            ["1.公厕", "3座", "60"],
            ["小计", "", "60"],
            ["二、效益指标", "", "40"],
            ["2.就业", "30人", "40"],
            ["小计", "", "40"],
        ]
    )
    assert indicators(table) == [
        "4 产出指标/数量指标/公厕 = 3座 [60]",
        "7 效益指标//就业 = 30人 [40]",
    ]
    assert left_out(table) == {
        **dict.fromkeys((2, 3, 6), "只有指标类别"),
        **dict.fromkeys((5, 8), "合计行"),
    }


def test_groups_with_their_weights_on_lines_of_their_own() -> None:
    table = read_targets(
        [
            ["一级指标", "二级指标", "指标名称", "目标值", "权重"],
            ["产出指标", "", "", "", "60"],
            ["", "数量指标", "", "", "40"],
            ["", "", "公厕", "3座", ""],
            ["产出指标", "质量指标", "合格率", "100%", ""],
            ["", "", "效益指标", "", "40"],
            ["", "", "就业", "30人", ""],
        ]
    )
    assert indicators(table) == [
        "4 产出指标/数量指标/公厕 = 3座 [(40)]",
        "5 产出指标/质量指标/合格率 = 100% [(60)]",
        "7 效益指标//就业 = 30人 [(40)]",
    ]


def test_a_name_alone_is_an_indicator_but_doubted() -> None:
    table = read_targets([["指标名称", "目标值"], ["公厕", "3座"], ["（一）党建工作"]])
    assert [one.name for one in table.indicators] == ["公厕", "党建工作"]
    assert [one.doubts for one in table.indicators] == [(), ("没有指标值和分值",)]


def test_two_tables_and_a_head_repeated_on_the_next_page() -> None:
    head, other = ["三级指标", "目标值", "权重"], ["权重", "三级指标", "目标值"]
    table = read_targets(
        [head, ["公厕", "3座", "60"], head, ["路灯", "9盏", "40"], other, ["100", "就业", "30人"]]
    )
    assert indicators(table) == [
        "2 //公厕 = 3座 [60]",
        "4 //路灯 = 9盏 [40]",
        "6 //就业 = 30人 [100]",
    ]
    assert left_out(table) == {3: "重复的表头", 5: "另一张表的表头"}


def test_columns_that_give_nothing_are_named() -> None:
    table = read_targets(
        [
            ["序号", "三级指标", "责任站所", "目标值", "", "计划值", ""],
            ["1", "公厕", "村建站", "3座", "", "3座", "已建"],
        ]
    )
    assert left_out(table, "column") == {
        1: "用不着",
        3: "认不出表头",
        6: "与「目标值」重复",
        7: "没有表头",
    }


def test_rows_that_are_no_indicators() -> None:
    table = read_targets(
        [
            ["一级指标", "三级指标", "目标值", "分值"],
            ["产出指标", "", "", ""],
            ["", "", "3座", "20"],
            ["", "××", "", ""],
            ["……", "", "", ""],
            ["", "公厕", "3座", "30"],
            [],
            ["", ""],
            ["注：按实填写", "", "", ""],
            ["", "路灯"],
        ]
    )
    assert indicators(table) == ["6 产出指标//公厕 = 3座 [(30)]", "10 产出指标//路灯 [(30)]"]
    assert left_out(table) == {
        2: "只有指标类别",
        3: "没有指标名称",
        **dict.fromkeys((4, 5), "没有填"),
        9: "表下的说明",
    }


def test_a_total_above_the_indicators_ends_nothing() -> None:
    table = read_targets([["三级指标", "分值"], ["合计", "100"], ["公厕", "100"]])
    assert indicators(table) == ["3 //公厕 [100]"]


def test_headings_below_a_head_do_not_change_what_it_says() -> None:
    table = read_targets([["二级指标", "目标值"], ["目标值", "二级指标"], ["公厕", "3座"]])
    assert indicators(table) == ["3 //公厕 = 3座 [()]"]


def test_names_of_the_second_level_where_there_is_no_third() -> None:
    table = read_targets([["一级指标", "二级指标", "权重"], ["产出", "公厕", "100"]])
    assert indicators(table) == ["2 产出//公厕 [100]"]
    twice = read_targets([["二级指标", "二级指标", "权重"], ["公厕", "", "100"]])
    assert left_out(twice, "column") == {2: "与「二级指标」重复"}


def test_an_adjusted_target_alone_gives_unit_and_comparator() -> None:
    table = read_targets([["三级指标", "年初指标值", "调整指标值"], ["公厕", "/", "≥3座"]])
    assert indicators(table) == ["2 //公厕 >= 座→3 [()]"]


@pytest.mark.parametrize(
    ("rows", "refusal"),
    [
        ([], NO_HEAD),
        ([["产出指标", "公厕", "≥3座", "30"]], NO_HEAD),
        ([["指标名称"], ["公厕"]], NO_HEAD),
        ([["目标值", "权重"], ["3", "4"]], NO_HEAD),
        ([["三级指标", "目标值"]], NO_INDICATOR),
        ([["三级指标", "目标值"], ["……", ""]], NO_INDICATOR),
        ([[""]] * (MOST_ROWS + 1), TOO_MANY_ROWS),
        ([[""] * MOST_CELLS, [""]], TOO_MANY_CELLS),
        ([["三级指标", "目标值"], ["公厕", "3" * MOST_CHARACTERS]], TOO_LONG),
    ],
)
def test_what_is_no_table_of_targets_is_refused(rows: list[list[str]], refusal: str) -> None:
    assert read_targets(rows).refusal == refusal
    assert read_targets(rows).indicators == ()


def test_texts_that_are_too_long_are_refused_unread() -> None:
    assert read_pasted("\n" * (2 * MOST_LINES + 1)).refusal == TOO_MANY_ROWS
    assert read_pasted("\t" * (MOST_CHARACTERS + 1)).refusal == TOO_LONG


def test_a_row_with_a_huge_cell_is_left_out() -> None:
    table = read_targets([["三级指标", "目标值"], ["公厕", "3" * 1_000_000], ["路灯", "9盏"]])
    assert indicators(table) == ["3 //路灯 = 9盏 [()]"]
    assert left_out(table) == {2: "有一格超过 1 万字"}


def test_ten_thousand_rows() -> None:
    rows = [["三级指标", "目标值", "权重"], *([f"公厕{n}", f"≥{n}座", "1"] for n in range(9_999))]
    table = read_targets(rows)
    assert len(table.indicators) == 9_999
    assert table.refusal == ""


COLUMNS = {
    "一级指标": ("产出指标", "", "效益指标"),
    "二级指标": ("数量指标", "质量指标", ""),
    "指标名称": ("1.公厕", "2.合格率", "3.就业"),
    "年度指标值": ("≥3座", "100%", "良好"),
    "分值(分)": ("40", "30", "30"),
    "自评得分": ("40", "30", "29"),
    "责任站所": ("甲", "乙", "丙"),
    "备注": ("", "无", "按季统计"),
}


@given(st.permutations(list(COLUMNS)))
def test_the_order_of_columns_does_not_matter(order: list[str]) -> None:
    rows = [order, *([COLUMNS[name][n] for name in order] for n in range(3))]
    straight = [list(COLUMNS), *([cells[n] for cells in COLUMNS.values()] for n in range(3))]
    assert read_targets(rows).indicators == read_targets(straight).indicators
    assert len(read_targets(rows).indicators) == 3


WORDS = st.sampled_from(
    [
        *(
            "",
            "三级指标",
            "目标值",
            "权重",
            "一级指标",
            "产出指标",
            "数量指标（20分）",
            "合计",
            "……",
        ),
        *("公厕", "≥3座", "100%", "注：无", "20", "良好", "年初", "\n", "　", '"', "|", "（（"),
    ]
)


@settings(max_examples=200)
@given(st.lists(st.lists(WORDS, max_size=6), max_size=8))
def test_any_rows_are_read_or_refused(rows: list[list[str]]) -> None:
    table = read_targets(rows)
    assert bool(table.refusal) == (not table.indicators)
    assert all(one.name and 1 <= one.row <= len(rows) for one in table.indicators)
    told = [one.number for one in table.ignored if one.kind == "row"]
    taken = [one.row for one in table.indicators]
    assert len({*told, *taken}) == len(told) + len(taken)


@given(st.text(alphabet='\t\n\r"|三级指标目标值公厕3座-', max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    table = read_pasted(text)
    assert bool(table.refusal) == (not table.indicators)
