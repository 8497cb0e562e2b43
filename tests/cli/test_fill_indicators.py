"""`fill`: the table of indicators by the command .指标, at a keyboard or from a file of answers."""

from collections.abc import Callable
from pathlib import Path

from perf_tui.core.form import Indicator
from support.tables import Rows, xlsx

Filled = Callable[..., tuple[list[Indicator], str]]


def test_one_is_added_changed_and_read_out(filled: Filled) -> None:
    added = ".指标 加 培训人次/≥80人次/20", ".zb 加 合格率/95%"
    (first, second), said = filled(*added, ".指标 改 2 权重 30", ".指标")
    assert (first.name, first.unit, str(first.weight)) == ("培训人次", "人次", "20")
    assert (second.name, second.unit, str(second.weight)) == ("合格率", "%", "30")
    assert "2，合格率，≥95%，没有权重，产出指标" in said
    assert "产出指标 50/50 分" in said
    assert "在 .指标 后面写" in said


def test_a_table_is_pasted_moved_and_shared_out(filled: Filled) -> None:
    table = "一级指标\t指标名称\t指标值\t分值", "效益指标\t就业\t≥5人\t10", "\t增收\t8%\t5", "."
    indicators, said = filled(".指标 粘贴", *table, ".指标 下移 1", ".指标 改 1 权重", ".指标 分摊")
    assert [(one.name, str(one.weight)) for one in indicators] == [("增收", "20"), ("就业", "10")]
    assert "已加上 2 项指标，输 .撤销 撤销" in said


def test_what_cannot_be_done_is_said(filled: Filled) -> None:
    wrong = ".指标 粘贴", "什么|都不是", ".", ".指标 改 9 权重 5", ".指标 删 9", ".指标 什么"
    indicators, said = filled(*wrong, ".指标 加 甲", ".指标 上移 1")
    assert [one.name for one in indicators] == ["甲"]
    assert "没有认出表头" in said
    assert "没有这一项，或没有这一栏" in said
    assert "没有这一项，序号看下面" in said
    assert "已是第一项" in said


def test_one_is_removed(filled: Filled) -> None:
    indicators, said = filled(".指标 加 甲/1个/5", ".指标 删 1")
    assert indicators == []
    assert "已删去“甲”，输 .撤销 撤销" in said


def test_a_table_is_read_from_a_file(samples: Path, filled: Filled) -> None:
    rows: Rows = [["指标名称", "指标值", "分值"], ["就业", "≥5人", 10], ["合格率", 0.9, 5]]
    indicators, said = filled(".指标 读入")
    assert "这个文件夹里没有 Excel、Word 文件" in said
    (samples / "表.xlsx").write_bytes(xlsx({"一": rows[:2], "二": rows}))
    _, said = filled(".指标 读入", "1", "9", ".指标 读入", "", ".指标 读入 没有.xlsx")
    assert "1，表.xlsx" in said
    assert "没有第 9 条" in said
    assert "没有.xlsx：打不开" in said
    indicators, said = filled(".指标 读入 表.xlsx", "1")
    assert [one.name for one in indicators] == ["就业", "合格率"]
    assert "1，工作表“二”，2 项指标" in said
    assert "合格率：指标值「0.9」也许是 90%" in said


HEAD = "一级指标\t指标名称\t指标值\t分值"
FIRST = HEAD, "产出指标\t公路养护里程\t≥5公里\t50", "效益指标\t培训人次\t≥9人次\t30", "."
SECOND = HEAD, "产出指标\t公路日常养护里程\t≥6公里\t50", "效益指标\t培训人数\t≥9人\t30", "."


def test_a_second_table_is_merged_after_a_question(filled: Filled) -> None:
    indicators, said = filled(".指标 粘贴", *FIRST, ".指标 粘贴", *SECOND, "删", "")
    assert [(one.name, str(one.target)) for one in indicators] == [
        ("公路日常养护里程", "6"),
        ("培训人数", "9"),
    ]
    assert "1，改动，公路日常养护里程，按名称认作现有的“公路养护里程”" in said
    assert "2，新增，培训人数，也许就是现有的“培训人次”" in said
    assert "表上没有：培训人次，留着" in said
    assert "表上没有：培训人次，删去" in said
    assert "已并入：改动 1 项，新增 1 项，删去 1 项" in said


def test_another_way_to_take_a_row_is_asked_by_its_number(filled: Filled) -> None:
    indicators, said = filled(".指标 粘贴", *FIRST, ".指标 粘贴", *SECOND, "2", "")
    assert [one.name for one in indicators] == ["公路日常养护里程", "培训人数"]
    assert "2，改动，培训人数，按名称认作现有的“培训人次”" in said
    lacking = HEAD, "效益指标\t增收\t8%\t5", "."
    indicators, said = filled(".指标 粘贴", *lacking, "1", "不")
    assert "这一行没有别的认法" in said
    assert "没有并入" in said
    assert len(indicators) == 2


def test_at_the_end_of_the_answers_it_is_merged_as_proposed(filled: Filled) -> None:
    indicators, said = filled(".指标 粘贴", *FIRST, ".指标 粘贴", *SECOND, ".下")
    assert "没有照办，先答这一问" in said
    assert [one.name for one in indicators] == ["公路日常养护里程", "培训人次", "培训人数"]


def test_which_one_it_was_last_year_is_stated(filled: Filled) -> None:
    (_, second), _ = filled(".指标 粘贴", *FIRST, ".指标 改 2 上年 无")
    assert second.name == "培训人次"


def test_a_move_is_taken_back_where_no_field_is(filled: Filled) -> None:
    two = ".指标 加 甲/1个/5", ".指标 加 乙/1个/5"
    indicators, said = filled(*two, ".指标 上移 2", ".撤销")
    assert [one.name for one in indicators] == ["甲", "乙"]
    assert "已撤销：指标的次序" in said


def test_what_is_wrong_with_what_was_added_is_said_at_once(filled: Filled) -> None:
    _, said = filled(".指标 加 甲/1个/-5", ".指标 加 甲/5个/很多", ".指标 改 2 指标值 无")
    assert "必改：权重是 -5 分，应大于 0。改权重。" in said
    assert "必改：有 2 项指标都叫“甲”。改名，或删去重复的一项。" in said
    assert "必改：权重填的「很多」读不成数。" in said
    assert "\n2，甲，无，没有权重" in said
    assert "\n1，甲，5加6，没有权重" in filled(".指标 改 1 指标值 5加6")[1]
    assert "合计" not in said
