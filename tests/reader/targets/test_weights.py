"""Weights that several rows share, known from merged cells or from what the weights add up to."""

from collections.abc import Sequence

from perf_tui.reader.table import TallCell
from perf_tui.reader.targets import read_pasted, read_targets

HEAD = ("一级指标", "二级指标", "指标名称", "指标值", "分值")


def weights(rows: Sequence[tuple[str, ...]], *tall: TallCell) -> list[str]:
    table = read_targets([HEAD, *rows], tall)
    return [one.weight or f"({one.group_weight})" for one in table.indicators]


def pasted(*numbers: str, total: str = "") -> list[str]:
    """The weights of four indicators in two groups, as they were pasted."""
    levels = ["产出指标\t数量指标"] * 2 + ["效益指标\t社会效益指标"] * 2
    named = enumerate(zip(levels, numbers, strict=True))
    rows = [f"{level}\t项{n}\t1件\t{weight}" for n, (level, weight) in named]
    last = [f"合计\t\t\t\t{total}"] if total else []
    table = read_pasted("\n".join(["\t".join(HEAD), *rows, *last]))
    return [one.weight or f"({one.group_weight})" for one in table.indicators]


def test_a_weight_repeated_in_every_row_is_shared_if_only_so_it_adds_up() -> None:
    assert pasted("50", "50", "40", "40") == ["(50)", "(50)", "(40)", "(40)"]
    assert pasted("30", "30", "20", "20", total="50") == ["(30)", "(30)", "(20)", "(20)"]


def test_weights_that_add_up_or_differ_within_a_group_are_each_row_s_own() -> None:
    assert pasted("25", "25", "20", "20") == ["25", "25", "20", "20"]
    assert pasted("30", "30", "20", "20", total="100") == ["30", "30", "20", "20"]
    assert pasted("30", "30", "20", "20") == ["30", "30", "20", "20"]
    assert pasted("30", "20", "40", "40") == ["30", "20", "40", "40"]
    assert pasted("待定", "20", "40", "40") == ["待定", "20", "40", "40"]


def test_a_merged_weight_is_shared_wherever_it_stands() -> None:
    rows = [
        ("产出指标", "数量指标", "甲", "1", "10"),
        ("", "", "乙", "2", "20"),
        ("", "质量指标", "丙", "3", ""),
        ("效益指标", "社会效益指标", "丁", "4", "60"),
    ]
    assert weights(rows, TallCell(5, 3, 4)) == ["10", "(20)", "(20)", "60"]
    assert weights(rows, TallCell(5, 2, 2)) == ["10", "20", "()", "60"]


def test_merged_cells_without_a_weight_share_nothing() -> None:
    rows = [("", "", "甲", "1", ""), ("", "", "乙", "2", "")]
    assert weights(rows, TallCell(5, 2, 3)) == ["()", "()"]


def test_what_is_said_once_for_several_rows_holds_for_all_of_them() -> None:
    rows = [("", "", "甲", "≥1", "50"), ("", "", "乙", "", "50"), ("", "", "", "", "")]
    table = read_targets([HEAD, *rows], [TallCell(4, 2, 9), TallCell(3, 3, 4), TallCell(9, 2, 3)])
    assert [(one.name, one.target) for one in table.indicators] == [("甲", "1"), ("乙", "1")]
    ragged = [("指标名称", "分值", "备注"), ("甲", "1", "同上"), ("乙", "2")]
    short = read_targets(ragged, [TallCell(3, 2, 3)])
    assert [one.remark for one in short.indicators] == ["同上", "同上"]


def test_the_year_above_a_table() -> None:
    head = ["\t".join(HEAD), "产出指标\t\t甲\t1\t5"]
    assert read_pasted("\n".join(["（2024年度）\t", *head])).year == 2024
    assert read_pasted("\n".join(["2024年预算\t2025年", *head])).year is None
    assert read_pasted("\n".join(head)).year is None
