"""What a self-evaluation table fills in: what was reached, but never a score."""

from __future__ import annotations

from pathlib import Path

import pytest

from perf_tui.editing.merging import take_table
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.refusing import RefusedError
from perf_tui.editing.target_files import checked, path_from, read_tables, table_words
from perf_tui.reader.targets import TargetTable, read_pasted
from support.tables import xlsx

HEAD = "指标名称\t指标值\t调整指标值\t实际完成值\t分值\t得分\t偏差原因\t备注"


def pasted(*rows: str, above: str = "") -> TargetTable:
    return read_pasted("\n".join(filter(None, (above, HEAD, *rows))))


def taken(office: OpenYear, *rows: str) -> dict[str, str]:
    """What the rows have filled in, without the definitions."""
    take_table(office, pasted(*rows).indicators)
    texts = office.session.year.texts
    return {at: text for at, text in texts.items() if at.startswith("indicators.")}


def doubts(office: OpenYear, *rows: str) -> list[str]:
    table = checked(office, pasted(*rows))
    return [doubt for one in table.indicators for doubt in one.doubts]


@pytest.mark.parametrize(
    ("target", "actual", "kept"),
    [
        ("≥95%", "93.10%", "93.10"),
        ("≥800人次", "812人次", "812"),
        ("≥95%", "达到96%以上", "96"),
        ("≤5000万元", "4,800", "4800"),
        ("≥90%", "已完成", "已完成"),
        ("≥90%", "约92%左右", "约92%左右"),
    ],
)
def test_the_actual_value_is_kept_as_if_it_was_typed(
    office: OpenYear, target: str, actual: str, kept: str
) -> None:
    assert taken(office, f"甲\t{target}\t\t{actual}\t50\t40") == {"indicators.own1.actual": kept}


@pytest.mark.parametrize(
    ("actual", "key", "kept"),
    [
        ("达成", "tier", "达成"),
        ("达成预期指标", "tier", "达成"),
        ("部分达成年度指标并具有一定效果", "tier", "部分达成"),
        ("未达成年度指标且效果较差", "tier", "未达成"),
        ("有所提升", "tier", "达成"),
        ("达成率高", "remark", "完成情况：达成率高；见附件"),
        ("明显改善", "remark", "完成情况：明显改善；见附件"),
    ],
)
def test_words_for_what_was_reached_name_a_tier_or_are_kept_beside_it(
    office: OpenYear, actual: str, key: str, kept: str
) -> None:
    found = taken(office, f"甲\t有所提升\t\t{actual}\t50\t40\t\t见附件")
    assert found == {"indicators.own1.remark": "见附件", f"indicators.own1.{key}": kept}


def test_reasons_remarks_and_adjusted_targets_are_taken_in_one_step(office: OpenYear) -> None:
    found = taken(
        office, '甲\t10件\t8件\t7件\t50\t40\t"雨季，\n工期长\n人手少"\t调减', "乙\t5件\t\t\t50"
    )
    assert found == {
        "indicators.own1.actual": "7",
        "indicators.own1.adjusted_target": "8",
        "indicators.own1.deviation_reason": "雨季，工期长；人手少",
        "indicators.own1.remark": "调减",
    }
    office.session.undo()
    assert not office.form.indicators


def test_what_does_not_fit_is_doubted_before_it_is_taken(office: OpenYear) -> None:
    assert doubts(office, "甲\t≥100件\t\t90件\t50\t45", "乙\t有所提升\t\t达成\t50\t50") == []
    assert doubts(office, "甲\t≥100件\t\t90件\t50\t46.5") == [
        "表上得分 46.5，按指标值和完成值算是 45"
    ]
    assert doubts(office, "甲\t≥90件\t\t70件\t10\t7.8") == []  # 7.78, printed with one decimal
    assert doubts(office, "甲\t≥90件\t\t很多\t10\t7.8") == [
        "完成值「很多」不是一个数，照原样填进去，到该项里改"
    ]
    assert doubts(office, "甲\t有所提升\t\t明显改善\t10\t7.8") == [
        "完成值「明显改善」对不上档次（达成、部分达成、未达成），写进说明，档次到该项里选"
    ]


def test_a_table_of_another_year_gives_indicators_only(office: OpenYear) -> None:
    row = "甲\t≥90件\t\t70件\t10\t7.8"
    other = checked(office, pasted(row, above="（2024年度）\t"))
    assert other.notes == ("表上写的是 2024 年度，这里填 2025 年度：只取指标，不取完成值",)
    assert [(one.actual, one.score, one.target) for one in other.indicators] == [("", "", "90")]
    same = checked(office, pasted(row, above="（2025年度）\t"))
    assert (same.notes, same.indicators[0].actual) == ((), "70件")
    plain = checked(office, pasted("甲\t≥90件", above="（2024年度）\t"))
    assert plain.notes == ()


def test_a_file_is_read_with_the_fullest_table_first(tmp_path: Path) -> None:
    head, row = ["指标名称", "分值"], ["甲", "5"]
    path = tmp_path / "表.xlsx"
    path.write_bytes(xlsx({"一": [head, row], "二": [head, row, ["乙", "6"]]}))
    words = [table_words(one) for one in read_tables(path_from(tmp_path, ' "表.xlsx" '))]
    assert words == ["工作表“二”，2 项指标", "工作表“一”，1 项指标"]
    text = tmp_path / "表.csv"
    text.write_bytes("指标名称,分值\n甲,5\n".encode("gb18030"))
    (only,) = read_tables(text)
    assert table_words(only) == "表格，1 项指标"


@pytest.mark.parametrize(
    ("name", "words"),
    [("无.xlsx", "无.xlsx：打不开，没有这个文件"), ("坏.xlsx", "坏.xlsx：是空文件")],
)
def test_a_file_that_cannot_be_read_is_refused_by_its_name(
    tmp_path: Path, name: str, words: str
) -> None:
    (tmp_path / "坏.xlsx").touch()
    with pytest.raises(RefusedError, match=words):
        read_tables(tmp_path / name)
