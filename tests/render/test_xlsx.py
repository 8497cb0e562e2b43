"""The tables as a workbook: cells where the layout has them, numbers as numbers, no formula."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any, TypeAlias
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from render.small import document, evaluation

from perf_tui.checks import judged
from perf_tui.render.document import Attachment, Cell, Document, Paragraph, Table, TooLongError
from perf_tui.render.writers import report_bytes
from perf_tui.render.xlsx import to_xlsx
from perf_tui.render.xlsx.grid import LONGEST_NAME, columns_of, edges_of, sheet_names
from perf_tui.render.xlsx.values import Figure, figure_of, lines_in
from support.projects import project

Rows: TypeAlias = Sequence[Sequence[Any]]
HOSTILE = ["=1+1", "+1+1", "-1+1", "@SUM(1,1)", "=HYPERLINK(1)", "{=A1}", "http://x.cn", "＝1+1"]


def parts_of(content: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(content)) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


def rows_of(content: bytes, sheet: int = 0) -> Rows:
    return CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(sheet).to_python()


def small(*texts: str, created: date | None = None) -> Document:
    rows = tuple((Cell(text), Cell("5.00")) for text in texts)
    head = ((Cell("指标\n名称", label=True), Cell("得分", label=True)),)
    tables = (
        Table((1, 1, 2), ((Cell("单位", span=3),),)),
        Paragraph("指标", "caption"),
        Paragraph("正文"),
        Table((1, 3), rows, head=head),
    )
    return Document("自评", "镇", created, (), (Attachment(1, "自评表", tables, wide=True),))


def test_a_sheet_has_the_title_and_the_tables_one_below_another() -> None:
    rows = rows_of(to_xlsx(small("甲")))
    assert [row[0] for row in rows] == ["自评表", "单位", "指标", "指标名称", "甲"]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_a_formula_or_a_link(text: str) -> None:
    parts = parts_of(to_xlsx(small(text)))
    sheet = parts["xl/worksheets/sheet1.xml"]
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    assert rows_of(to_xlsx(small(text)))[-1][0] == text


@given(st.text(max_size=30))
def test_any_text_makes_a_workbook_that_can_be_read(text: str) -> None:
    content = to_xlsx(small(text))
    assert "<f>" not in parts_of(content)["xl/worksheets/sheet1.xml"]
    assert len(rows_of(content)) >= 4


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("5.00", Figure(5, "0.00")),
        ("0", Figure(0, "0")),
        ("-3.5", Figure(-3.5, "0.0")),
        ("95.41%", Figure(0.9541, "0.00%")),
        ("38820071.88", Figure(38820071.88, "0.00")),
    ],
)
def test_a_plain_number_is_a_number_that_looks_as_it_was_printed(text: str, figure: Figure) -> None:
    found = figure_of(text)
    assert found
    assert found.value == pytest.approx(figure.value)
    assert found.format == figure.format


@pytest.mark.parametrize(
    "text", ["", "023", "023-12345678", "≥90%", "约5", "1,000", "1234567890123456", "5.", "+5", "-"]
)
def test_anything_else_is_a_text(text: str) -> None:
    assert figure_of(text) is None


def test_numbers_stand_as_numbers() -> None:
    assert rows_of(to_xlsx(small("甲")))[-1][1] == 5.0


def test_cells_are_merged_across_and_down() -> None:
    content = report_bytes(judged(project()), ".xlsx")
    sheet = parts_of(content)["xl/worksheets/sheet1.xml"]
    merged = set(re.findall(r'<mergeCell ref="(\w+:\w+)"', sheet))
    assert {"A1:H1", "B2:H2", "B3:D3", "A4:A8", "A9:A10"} <= merged
    rows = rows_of(content)
    assert rows[4][1:5] == ["年度资金总额", 120.0, 120.0, 115.0]


def test_the_page_is_a4_and_the_head_of_the_indicators_is_repeated() -> None:
    parts = parts_of(report_bytes(judged(project()), ".xlsx"))
    sheet, book = parts["xl/worksheets/sheet1.xml"], parts["xl/workbook.xml"]
    assert 'paperSize="9"' in sheet
    assert 'orientation="landscape"' in sheet
    assert 'fitToHeight="0"' in sheet
    assert "_xlnm.Print_Titles" in book


def test_every_attachment_with_a_table_has_a_sheet_and_a_draft_its_list_in_front() -> None:
    drafted = judged(evaluation(sections__duties=""))
    book = CalamineWorkbook.from_filelike(BytesIO(report_bytes(drafted, ".xlsx")))
    assert book.sheet_names[:2] == ["草稿", "小表自评表（2024年度）"]
    assert book.get_sheet_by_index(1).to_python()[0][0] == "小表自评表（2024年度）（草稿）"
    public = report_bytes(judged(evaluation()), ".xlsx", "public")
    names = CalamineWorkbook.from_filelike(BytesIO(public)).sheet_names
    assert names == ["小表自评表（2024年度）", "佐证材料目录"]


def test_a_document_of_every_kind_of_block_can_be_written() -> None:
    names = CalamineWorkbook.from_filelike(BytesIO(to_xlsx(document()))).sheet_names
    assert names == ["自评表", "目录"]


def test_the_same_document_gives_the_same_bytes_and_its_own_date() -> None:
    dated = small("甲", created=date(2025, 4, 15))
    assert to_xlsx(dated) == to_xlsx(dated)
    assert "2025-04-15T00:00:00Z" in parts_of(to_xlsx(dated))["docProps/core.xml"]
    assert "1980-01-01T00:00:00Z" in parts_of(to_xlsx(small("甲")))["docProps/core.xml"]


def test_a_text_longer_than_a_cell_is_refused_and_not_cut() -> None:
    with pytest.raises(TooLongError, match="32767"):
        to_xlsx(small("长" * 32768))


def test_the_title_of_a_part_may_be_short() -> None:
    whole = small("甲")
    named = replace(whole, attachments=(replace(whole.attachments[0], name="1 村道"),))
    assert CalamineWorkbook.from_filelike(BytesIO(to_xlsx(named))).sheet_names == ["1 村道"]


def test_names_of_sheets_are_what_excel_takes_and_never_twice() -> None:
    names = list(sheet_names(["a/b:c", "A/B:C", "", "长" * 40, "长" * 40, "'x'"]))
    assert names[:3] == ["a b c", "A B C(2)", "表"]
    assert names[3] == "长" * LONGEST_NAME
    assert names[4].endswith("(2)")
    assert all(len(name) <= LONGEST_NAME for name in names)
    assert names[5] == "x"


@given(st.lists(st.integers(1, 60), min_size=1, max_size=8), st.integers(0, 5))
def test_every_column_of_a_table_keeps_a_column_of_the_sheet(widths: list[int], more: int) -> None:
    coarse, fine = Table(tuple(widths), ()), Table((10,) * (len(widths) + more), ())
    columns = columns_of([coarse, fine], 267)
    assert sum(columns) == pytest.approx(267)
    for table in (coarse, fine):
        edges = edges_of(table, columns)
        assert edges[0] == 0
        assert edges[-1] == len(columns)
        assert edges == sorted(set(edges))
        assert len(edges) == len(table.widths) + 1


def test_the_height_of_a_row_follows_from_its_longest_text() -> None:
    assert lines_in("甲" * 21, 10) == 3
    assert lines_in("a" * 20, 10) == 1
    assert lines_in("甲\n乙\n", 10) == 3
    assert lines_in("甲", 0.2) == 1
