"""Old Excel files: one that LibreOffice has saved, others made record by record."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO
from pathlib import Path
from struct import pack

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from perf_tui.reader.excel.old import MOST_BYTES, old_tables
from perf_tui.reader.excel.records import Texts
from perf_tui.reader.text import ReportError
from support.old_excel import (
    BEGIN_BOOK,
    BEGIN_SHEET,
    FINISH,
    Record,
    book,
    cell,
    compound,
    record,
    shared,
    styles,
    text,
    xls,
)

SAVED = Path(__file__).with_name("targets.xls").read_bytes()
SHOWN = [
    ["产出指标", "数量指标", "培训人次", "≥800人次", "812", "20", "20"],
    ["", "", "购置电脑", "15台", "15台", "20", "20"],
    ["", "质量指标", "合格率", "95%", "93.1%", "12.5", "0.3"],
    ["", "时效指标", "完成时间", "2024年12月31日", "按时", "7.5", "是"],
]


def rows_of(*sheet: Record, whole: tuple[Record, ...] = ()) -> list[tuple[str, ...]]:
    (table,) = old_tables(xls(sheet, whole))
    return list(table.rows)


def test_a_saved_file_is_read_as_its_cells_show() -> None:
    table, empty = old_tables(SAVED)  # and not the hidden one
    assert (table.name, empty.name, empty.rows) == ("工作表“自评表”", "工作表“空表”", ())
    assert [list(row) for row in table.rows[2:6]] == SHOWN
    assert table.tall == ((1, 3, 6), (2, 3, 4))


def test_another_reader_finds_the_same_texts_in_the_same_cells() -> None:
    (table, _), book = old_tables(SAVED), CalamineWorkbook.from_filelike(BytesIO(SAVED))
    rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    for row, others in zip(table.rows, rows, strict=True):
        texts = {at: other for at, other in enumerate(others) if isinstance(other, str) and other}
        assert {at: row[at] for at in texts} == texts


def test_every_kind_of_cell() -> None:
    assert rows_of(
        cell(0xFD, 0, 0, pack("<I", 1)),
        cell(0x204, 0, 1, text("abc")),
        cell(0x203, 1, 0, pack("<d", 0.1 + 0.2)),
        cell(0x27E, 1, 1, pack("<I", 1234 << 2 | 3)),  # 12.34 as a whole number ÷ 100
        cell(0x27E, 1, 2, pack("<i", -5 << 2 | 2)),
        cell(0xBD, 2, 1, pack("<IHI", 7 << 2 | 2, 0, 0x3FF00000) + pack("<H", 2)),
        cell(0x205, 3, 0, b"\1\0"),
        cell(0x205, 3, 1, b"\x07\1"),  # an error
        cell(0x200, 9, 0, b""),  # what nobody reads
        whole=(shared(text("甲"), text("乙丙")),),
    ) == [("乙丙", "abc"), ("0.3", "12.34", "-5"), ("", "7", "1"), ("是",)]


def test_what_formulas_gave() -> None:
    assert rows_of(
        cell(0x06, 0, 0, pack("<d", 2.5) + bytes(6)),
        cell(0x06, 0, 1, b"\0" * 6 + b"\xff\xff" + bytes(6)),
        (0x207, text("按时")),
        cell(0x06, 0, 2, b"\1\0\1\0\0\0\xff\xff" + bytes(6)),
        cell(0x06, 0, 3, b"\2\0\7\0\0\0\xff\xff" + bytes(6)),
    ) == [("2.5", "按时", "是")]


def test_percentages_dates_and_own_formats() -> None:
    whole = (
        (0x22, pack("<H", 1)),
        (0x41E, pack("<H", 164) + text('"≥"0.0%')),
        *styles(0, 9, 164, 14),
    )
    cells = [cell(0x203, 0, style, pack("<d", 0.955), style) for style in range(3)]
    day = cell(0x203, 0, 3, pack("<d", 0.0 + 366), 3)
    assert rows_of(*cells, day, whole=whole) == [("0.955", "96%", "≥95.5%", "1905年1月1日")]
    assert rows_of(cell(0x203, 0, 0, pack("<d", 1.5), 99)) == [("1.5",)]


def test_texts_go_on_behind_the_end_of_a_record() -> None:
    fonts = pack("<HBH", 3, 8, 1) + b"abc" + bytes(4)
    spoken = pack("<HBI", 1, 5, 6) + "甲".encode("utf-16-le") + bytes(6)
    long = [text("a" * 8000), fonts, spoken, text("乙" * 300)]
    head = pack("<II", 4, 4) + b"".join(long)
    first, rest = head[:8215], head[8215:]
    # The last text is cut in the middle: behind the cut, a flag says that it goes on wide.
    cells = [cell(0xFD, 0, at, pack("<I", at)) for at in range(4)]
    pieces = record((0xFC, first)), record((0x3C, b"\1" + rest))
    stream = book(cells, [(0xFFFF, b"")]).replace(record((0xFFFF, b"")), b"".join(pieces))
    moved = stream.replace(_start(stream, 0), _start(stream, len(b"".join(pieces)) - 4), 1)
    (table,) = old_tables(compound(moved))
    assert table.rows == (("a" * 8000, "abc", "甲", "乙" * 300),)


def _start(stream: bytes, more: int) -> bytes:
    """The place of the sheet in the head, as it stands there or moved back."""
    at = stream.index(b"\x85\0") + 4
    (start,) = (int.from_bytes(stream[at : at + 4], "little"),)
    return pack("<I", start + more)


def test_numbers_may_be_cut_too() -> None:
    assert Texts([b"\1", b"\0\0", b"\0a"]).text() == "a"


def test_charts_in_a_sheet_are_passed_over() -> None:
    inside = cell(0x203, 0, 1, pack("<d", 2))
    number = cell(0x203, 0, 0, pack("<d", 1))
    assert rows_of(BEGIN_SHEET, inside, FINISH, number) == [("1",)]


def test_short_files_lie_in_pieces_of_64_bytes() -> None:
    stream = book([cell(0x203, 0, 0, pack("<d", 5))])
    (table,) = old_tables(compound(stream, small=4096))
    assert table.rows == (("5",),)


def test_far_away_cells_cost_nothing() -> None:
    assert rows_of(cell(0x203, 0, 0, pack("<d", 1)), cell(0x203, 3, 255, pack("<d", 1))) == [("1",)]
    with pytest.raises(ReportError, match="超过 10000 行"):
        rows_of(cell(0x203, 65535, 0, pack("<d", 1)))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (compound(record((0x809, pack("<HH", 0x500, 5)))), "是 Excel 97 以前的格式"),
        (compound(record(BEGIN_BOOK) + record((0x2F, b""))), "加了密码"),
        (compound(b""), "不完整或坏了"),
        (compound(book([]), "Other"), "不完整或坏了"),
        (xls([cell(0xFD, 0, 0, pack("<I", 5))]), "不完整或坏了"),
        (SAVED[:1000], "不完整或坏了"),
        (SAVED[:600], "不完整或坏了"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "不完整或坏了"),
        (bytes(MOST_BYTES + 1), "超过 16 MiB"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(content: bytes, words: str) -> None:
    with pytest.raises(ReportError, match=words):
        old_tables(content)


@given(st.data())
def test_damage_never_ends_in_anything_but_a_sentence(data: st.DataObject) -> None:
    content = bytearray(SAVED)
    for _ in range(data.draw(st.integers(1, 20))):
        content[data.draw(st.integers(0, len(SAVED) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(0, len(SAVED)))
    for damaged in (bytes(content), SAVED[:end]):
        with suppress(ReportError):
            old_tables(damaged)


def test_a_chain_that_runs_in_a_circle_is_damaged() -> None:
    content = bytearray(xls([cell(0x203, 0, 0, pack("<d", 1))]))
    table = content.rindex(pack("<II", 0xFFFFFFFE, 0xFFFFFFFE))
    content[table - 4 : table] = pack("<I", 0)
    with pytest.raises(ReportError, match="不完整或坏了"):
        old_tables(bytes(content))


def test_a_large_file_has_its_table_of_sectors_in_several_places() -> None:
    content = bytearray(xls([cell(0x203, 0, 0, pack("<d", 1))]))
    sectors = len(content) // 512 - 1
    table = content[76:80]
    content[68:80] = pack("<II", sectors, 1) + b"\xff" * 4
    content += table + b"\xff" * 504 + pack("<I", 0xFFFFFFFE)
    (found,) = old_tables(bytes(content))
    assert found.rows == (("1",),)
