"""Files of offices, made up for this, in the shapes that their tables have."""

from __future__ import annotations

from pathlib import Path

import pytest

from perf_tui.reader.targets import FoundTable, IndicatorRow
from perf_tui.reader.targets.files import MOST_PLAIN, found_in
from perf_tui.reader.text import ReportError
from support.tables import LEFT, UP, Rows, docx, xlsx
from support.word import zipped

APPLICATION: Rows = [
    ["部门整体支出绩效目标申报表", *[LEFT] * 6],
    ["（2025年度）", *[LEFT] * 6],
    ["部门名称", "某镇人民政府", *[LEFT] * 5],
    ["年度预算（万元）", "总额", LEFT, LEFT, "其中：基本支出", LEFT, "项目支出"],
    [UP, "2738.93", LEFT, LEFT, "1500", LEFT, "1238.93"],
    ["年度总体目标", "保障机关运转，推进乡村振兴。\n完成上级考核任务", *[LEFT] * 5],
    ["年度绩效指标", "一级指标", "二级指标", "三级指标", "指标值", "分值", "备注"],
    [UP, "产出指标", "数量指标", "开展安全生产检查", "≥120次", 10, ""],
    [UP, UP, UP, "新建卫生厕所", "=30座", 10, ""],
    [UP, UP, "质量指标", "工程验收合格率", "100%", 15, ""],
    [UP, UP, "时效指标", "项目按期完成率", "达到95%以上", 10, ""],
    [UP, UP, "成本指标", "公用经费", "≤120万元", 5, ""],
    [UP, "效益指标", "社会效益指标", "安全事故起数", "≤3起", 15, ""],
    [UP, UP, "生态效益指标", "人居环境", "优良中低差", 15, ""],
    [UP, "满意度指标", "服务对象满意度指标", "群众满意度", "≥90%", 10, ""],
    ["合计", LEFT, LEFT, LEFT, "", 90, ""],
    ["填报人：张三", LEFT, LEFT, "联系电话：12345", LEFT, LEFT, LEFT],
]
APPLIED = [
    "8 产出指标/数量指标/开展安全生产检查 >= 120次 [10]",
    "9 产出指标/数量指标/新建卫生厕所 = 30座 [10]",
    "10 产出指标/质量指标/工程验收合格率 = 100% [15]",
    "11 产出指标/时效指标/项目按期完成率 >= 95% [10]",
    "12 产出指标/成本指标/公用经费 <= 120万元 [5]",
    "13 效益指标/社会效益指标/安全事故起数 <= 3起 [15]",
    "14 效益指标/生态效益指标/人居环境 qualitative 优良中低差 [15]",
    "15 满意度指标/服务对象满意度指标/群众满意度 >= 90% [10]",
]
SELF_EVALUATION: Rows = [
    ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因"],
    ["产出指标", "数量指标", "培训人次", "≥800人次", "812人次", 20, 20, ""],
    [UP, "质量指标", "培训合格率", "≥95%", "93.1%", 20, 19.6, "缺勤较多"],
    [UP, UP, "档案完整率", "100%", "100%", 10, 10, ""],
    ["效益指标", "社会效益指标", "技能提升", "有所提升", "达成预期指标", 30, 28, ""],
    ["满意度指标", "服务对象满意度指标", "学员满意度", "≥90%", "88%", 10, 9.78, "设施较旧"],
    ["总分", LEFT, LEFT, LEFT, LEFT, 90, 87.38, ""],
]
SELF_EVALUATED = [
    "2 产出指标/数量指标/培训人次 >= 800人次 [20] 812人次 20",
    "3 产出指标/质量指标/培训合格率 >= 95% [20] 93.1% 19.6 缺勤较多",
    "4 产出指标/质量指标/档案完整率 = 100% [10] 100% 10",
    "5 效益指标/社会效益指标/技能提升 qualitative 有所提升 [30] 达成预期指标 28",
    "6 满意度指标/服务对象满意度指标/学员满意度 >= 90% [10] 88% 9.78 设施较旧",
]
TWO_HEAD_ROWS: Rows = [
    ["序号", "一级指标", "二级指标", "三级指标", "指标值", LEFT, "计量\n单位", "指标方向", "权重"],
    [UP, UP, UP, UP, "年初目标值", "调整后目标值", UP, UP, UP],
    [1, "产出指标", "数量指标", "巡查河道", 1200, 1000, "公里", "正向", 20],
    [2, UP, UP, "清运垃圾", 0.5, "", "万吨", "正向", 20],
    [3, "效益指标", "社会效益指标", "有效投诉", 5, "", "件", "反向", 30],
    [4, UP, "生态效益指标", "水质达标率", 98.5, "", "%", "≥", 20],
]
SHARED_WEIGHTS: Rows = [
    ["一级指标", "二级指标", "三级指标", "目标值", "权重", "备注"],
    ["产出指标", "数量指标", "公厕", "3座", 20, "县级项目"],
    [UP, UP, "路灯", "100盏", UP, UP],
    [UP, "质量指标", "合格率", "100%", 10, ""],
    [UP, UP, "完好率", "≥98%", 20, ""],
    ["效益指标", "社会效益指标", "就业", "≥30人", 40, ""],
    [UP, UP, "增收", "≥5%", UP, ""],
]
GROUP_ROWS: Rows = [
    ["指标名称", "计量单位", "指标性质", "年初指标值", "指标权重（分）", "是否核心指标", "说明"],
    ["（一）产出指标", *[LEFT] * 6],
    ["1.补助发放率", "%", "＝", 100, 10, "是", ""],
    ["2.信访件", "件", "≤", "1,200", 10, "否", "按季统计"],
    ["（二）效益指标", *[LEFT] * 6],
    ["3.火灾", "起", "＝", 0, 5, "是", "无"],
    ["合计", "", "", "", 25, "", ""],
]
TWO_LEVELS: Rows = [
    ["绩效指标", LEFT, "绩效标准", "分值（权重）", "数据来源"],
    ["一级指标", "指标内容", "指标值", UP, UP],
    ["产出指标（60分）", "1.举办文化活动", "不少于24场次", 30, "台账"],
    [UP, "2.图书借阅", "1.2万册以上", 30, "系统"],
    ["效益指标（40分）", "3.群众文化生活", "持续丰富", 40, "问卷"],
]
NAME_OVER_TWO_ROWS: Rows = [
    ["三级指标", "指标值", "分值", "说明"],
    ["慰问困难户", "≥80户", 50, "春节"],
    [UP, UP, UP, ""],
    ["大病救助", "≥20人", 50, ""],
]


def said(one: IndicatorRow) -> str:
    target = f" {one.sign} {one.target}{one.unit}" + (f"→{one.adjusted}" if one.adjusted else "")
    levels = f"{one.category}/{one.subcategory}/{one.name}"
    rest = " ".join(filter(None, (one.actual, one.score, one.reason, one.remark)))
    weight = one.weight or f"({one.group_weight})"
    return f"{one.row} {levels}{target} [{weight}] {rest}".strip()


def only(content: bytes) -> FoundTable:
    (found,) = found_in(content, bytes.decode)
    return found


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        (APPLICATION, APPLIED),
        (SELF_EVALUATION, SELF_EVALUATED),
        (
            TWO_HEAD_ROWS,
            [
                "3 产出指标/数量指标/巡查河道 >= 1200公里→1000 [20]",
                "4 产出指标/数量指标/清运垃圾 >= 0.5万吨 [20]",
                "5 效益指标/社会效益指标/有效投诉 <= 5件 [30]",
                "6 效益指标/生态效益指标/水质达标率 >= 98.5% [20]",
            ],
        ),
        (
            SHARED_WEIGHTS,
            [
                "2 产出指标/数量指标/公厕 = 3座 [(20)] 县级项目",
                "3 产出指标/数量指标/路灯 = 100盏 [(20)] 县级项目",
                "4 产出指标/质量指标/合格率 = 100% [10]",
                "5 产出指标/质量指标/完好率 >= 98% [20]",
                "6 效益指标/社会效益指标/就业 >= 30人 [(40)]",
                "7 效益指标/社会效益指标/增收 >= 5% [(40)]",
            ],
        ),
        (
            GROUP_ROWS,
            [
                "3 产出指标//补助发放率 = 100% [10]",
                "4 产出指标//信访件 <= 1200件 [10] 按季统计",
                "6 效益指标//火灾 = 0起 [5]",
            ],
        ),
        (
            TWO_LEVELS,
            [
                "3 产出指标//举办文化活动 >= 24场次 [30]",
                "4 产出指标//图书借阅 >= 1.2万册 [30]",
                "5 效益指标//群众文化生活 qualitative 持续丰富 [40]",
            ],
        ),
        (
            NAME_OVER_TWO_ROWS,
            ["2 //慰问困难户 >= 80户 [50] 春节", "4 //大病救助 >= 20人 [50]"],
        ),
    ],
    ids=["application", "self", "two-heads", "shared", "groups", "two-levels", "tall"],
)
def test_every_indicator_of_a_table_is_read_from_excel_and_from_word(
    rows: Rows, wanted: list[str]
) -> None:
    for content in (xlsx({"表": rows}), docx(rows)):
        assert [said(one) for one in only(content).table.indicators] == wanted


def test_excel_shows_shares_as_percent() -> None:
    rows = [list(row) for row in SELF_EVALUATION]
    rows[2][3:5], rows[3][3:5] = [0.95, 0.931], [1, 1]
    table = only(xlsx({"表": rows}, {"D": "0%", "E": "0.0%"})).table
    assert [said(one) for one in table.indicators][1:3] == [
        "3 产出指标/质量指标/培训合格率 = 95% [20] 93.1% 19.6 缺勤较多",
        "4 产出指标/质量指标/档案完整率 = 100% [10] 100% 10",
    ]
    assert not any(one.doubts for one in table.indicators)


def test_a_share_that_is_not_shown_as_percent_is_doubted() -> None:
    head: Rows = [["指标名称", "指标值", "单位"]]
    shares: Rows = [
        ["合格率", 0.95, ""],
        ["达标", 1, "%"],
        ["面积", 0.9, ""],
        ["损耗率", "0.5%", ""],
    ]
    table = only(xlsx({"表": [*head, *shares]})).table
    doubts = ["指标值「0.95」也许是 95%", "指标值「1」也许是 100%", "", ""]
    assert ["".join(one.doubts) for one in table.indicators] == doubts


def test_an_old_excel_file() -> None:
    saved = Path(__file__).parents[1] / "excel" / "targets.xls"
    table = only(saved.read_bytes()).table
    assert table.year == 2024
    assert [said(one) for one in table.indicators] == [
        "3 产出指标/数量指标/培训人次 >= 800人次 [20] 812 20",
        "4 产出指标/数量指标/购置电脑 = 15台 [20] 15台 20",
        "5 产出指标/质量指标/合格率 = 95% [12.5] 93.1% 0.3",
        "6 产出指标/时效指标/完成时间 qualitative 2024年12月31日 [7.5] 按时 是",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_text_with_commas(encoding: str) -> None:
    text = '指标名称,指标值,分值\r\n"培训,合格率",≥95%,20\r\n信访件,"1,200件",10\r\n'
    (found,) = found_in(text.encode(encoding), lambda content: content.decode(encoding))
    assert [said(one) for one in found.table.indicators] == [
        "2 //培训,合格率 >= 95% [20]",
        "3 //信访件 = 1200件 [10]",
    ]
    assert found.name == ""


def test_a_table_broken_over_pages_is_one() -> None:
    head, *rest = SELF_EVALUATION
    whole = [said(one).split(" ", 1)[1] for one in only(docx(SELF_EVALUATION)).table.indicators]
    for second in ([head, *rest[3:]], rest[3:]):
        table = only(docx([head, *rest[:3]], second)).table
        assert [said(one).split(" ", 1)[1] for one in table.indicators] == whole


def test_merged_cells_keep_their_rows_where_tables_are_joined() -> None:
    head, *rest = SHARED_WEIGHTS
    table = only(docx([head, *rest[:4]], rest[4:])).table
    assert [one.group_weight for one in table.indicators] == ["20", "20", "", "", "40", "40"]


def test_tables_that_stand_for_themselves_stay_apart() -> None:
    other = [["填表说明", "内容"], ["一", "据实填写"]]
    found = found_in(docx(other, SELF_EVALUATION, SELF_EVALUATION[:4], GROUP_ROWS), bytes.decode)
    assert [(one.name, len(one.table.indicators)) for one in found] == [
        ("第 2 张表", 5),  # with a total below
        ("第 3 张表", 3),
        ("第 4 张表", 3),
    ]
    sheets = {"说明": other, "2024": SELF_EVALUATION[:4], "2023": SELF_EVALUATION[:3]}
    found = found_in(xlsx(sheets, hidden=["说明"]), bytes.decode)
    assert [one.name for one in found] == ["工作表“2024”", "工作表“2023”"]


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "是空文件"),
        (b"%PDF-1.7", "是 PDF，把表格复制到 Excel 里"),
        (b"Rar!", "是压缩包"),
        (b"\x89PNG", "是图片"),
        (b"{\\rtf1", "是 RTF 格式"),
        (b"\xef\xbb\xbf<html><table>", "是网页或 XML 格式，在 Excel 或 WPS 里另存为 .xlsx"),
        (b"<table><tr>", "是网页或 XML 格式"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "设了打开密码"),
        (OLE + "WordDocument".encode("utf-16-le"), "是旧的 .doc 或 .wps 格式.*另存为 .docx"),
        (OLE, "文件不完整或坏了"),
        (b"PK\x03\x04", "文件不完整或坏了"),
        (zipped({"a.txt": "甲"}), "里面没有表格；是压缩包的话"),
        (zipped({"content.xml": "<a/>"}), "是 OpenDocument 格式"),
        (zipped({"ppt/presentation.xml": "<a/>"}), "是演示文稿"),
        (zipped({"xl/workbook.bin": "甲"}), "是 .xlsb 格式"),
        (docx(), "里面没有表格"),
        (docx([["甲", "乙"]]), "没有认出指标表：表头里要有「三级指标」或「指标名称」"),
        (docx([["甲"]], [["指标名称", "分值"]]), "表头下面没有指标，换一个文件"),
        ("甲,乙\n".encode(), "没有认出指标表"),
        (b"a" * (MOST_PLAIN + 1), "超过 8 MiB"),
    ],
)
def test_any_other_file_is_refused_in_one_sentence(content: bytes, words: str) -> None:
    with pytest.raises(ReportError, match=words):
        found_in(content, bytes.decode)
