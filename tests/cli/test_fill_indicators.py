"""`fill`: the table of indicators by the command .指标, at a keyboard or from a file of answers."""

from collections.abc import Callable
from pathlib import Path

import pytest

from perf_tui.cli import main
from perf_tui.core.form import Indicator
from perf_tui.store.years.year_file import read_year_file
from support.samples import township
from support.tables import Rows, xlsx

Filled = Callable[..., tuple[list[Indicator], str]]


@pytest.fixture
def filled(samples: Path, fill: Callable[..., str]) -> Filled:
    """The indicators of an office's year after these commands, and what was said."""
    path = samples / "office.toml"
    assert main(["new", str(path), "--year", "2025", "--form", "national", "--unit", "局"]) == 0

    def filled(*lines: str) -> tuple[list[Indicator], str]:
        said = fill(path.name, *lines, ".完")
        return list(read_year_file(path, township).form.indicators), said

    return filled


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
    assert "没有第 9 条，没有读" in said
    assert "没有.xlsx：打不开" in said
    indicators, said = filled(".指标 读入 表.xlsx", "1")
    assert [one.name for one in indicators] == ["就业", "合格率"]
    assert "1，工作表“二”，2 项指标" in said
    assert "合格率：指标值「0.9」也许是 90%" in said
