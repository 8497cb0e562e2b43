"""Excel files: what the cells show, in bounds."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perf_tui.reader.excel import cells, workbook
from perf_tui.reader.excel.workbook import workbook_tables
from perf_tui.reader.text import ReportError
from support.tables import LEFT, UP, xlsx
from support.word import relations, zipped

SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEETS = {"表": "rsheet", "没有": "x"}  # names → ids of relations, one of which is missing
GOOD = xlsx({"自评表": [["甲", 0.95], [UP, "乙"]], "另": [["丙"]]}, {"B": "0%"}, hidden=["另"])


def parts(sheet: str, strings: str = "", styles: str = "", book: str = "") -> bytes:
    """A workbook with one sheet, of which the rows are XML."""
    found = {"sheet": "a.xml", "sharedStrings": "s.xml", "styles": "t.xml"}
    sheets = "".join(f'<sheet name="{name}" r:id="{at}"/>' for name, at in SHEETS.items())
    inner = f"{book}<sheets>{sheets}</sheets>"
    made = {
        "_rels/.rels": relations(officeDocument="xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}">{inner}</workbook>',
        "xl/_rels/workbook.xml.rels": relations(**found),
        "xl/a.xml": f'<worksheet xmlns="{SHEET}"><sheetData>{sheet}</sheetData></worksheet>',
        "xl/s.xml": f'<sst xmlns="{SHEET}">{strings}</sst>',
        "xl/t.xml": f'<styleSheet xmlns="{SHEET}">{styles}</styleSheet>',
    }
    return zipped(made)


def rows_of(content: bytes) -> tuple[tuple[str, ...], ...]:
    (table,) = workbook_tables(content)
    return table.rows


def test_sheets_are_read_as_excel_shows_them_but_not_hidden_ones() -> None:
    (table,) = workbook_tables(GOOD)
    assert (table.name, table.rows) == ("工作表“自评表”", (("甲", "95%"), ("", "乙")))
    assert table.tall == ((1, 1, 2),)
    assert table.width == 2


def test_every_kind_of_cell() -> None:
    sheet = (
        '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>7</v></c>'
        '<c t="inlineStr"><is><r><t>甲</t></r><rPh><t>jia</t></rPh></is></c>'
        '<c r="D1" t="str"><f>A1</f><v>乙</v></c><c r="E1" t="b"><v>0</v></c>'
        '<c r="F1" t="e"><v>#N/A</v></c><c r="G1" s="1"><v>0.5</v></c><c r="H1" s="3"/></row>'
        '<row>\n<c><v>1</v></c></row><row r="5"><c r="AB5" t="d"><v>2024-12-31</v></c></row>'
    )
    strings = "<si>\n<t>无</t></si><si><r><t>富</t></r><r><t>文本</t></r><rPh><t>x</t></rPh></si>"
    styles = (
        '<numFmts><numFmt numFmtId="164" formatCode="0%"/></numFmts>'
        '<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>'
    )
    first, second, *blank, last = rows_of(parts(sheet, strings, styles))
    assert first == ("富文本", "", "甲", "乙", "否", "#N/A", "50%")
    assert second == ("1",)
    assert blank == [(), ()]
    assert last == ("",) * 27 + ("2024-12-31",)


def test_a_workbook_may_have_neither_texts_nor_styles() -> None:
    content = zipped(
        {
            "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>'
            '<sheet name="表" r:id="rsheet"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": relations(sheet="a.xml"),
            "xl/a.xml": f'<worksheet xmlns="{SHEET}"><row><c><v>5</v></c></row></worksheet>',
        }
    )
    assert rows_of(content) == (("5",),)


def test_days_may_be_counted_from_1904() -> None:
    sheet = '<row r="1"><c r="A1" s="0"><v>44195</v></c></row>'
    styles = '<cellXfs><xf numFmtId="14"/></cellXfs>'
    book = '<workbookPr date1904="1"/>'
    assert rows_of(parts(sheet, "", styles, book)) == (("2024年12月31日",),)


def test_only_merges_downwards_are_kept() -> None:
    (table,) = workbook_tables(xlsx({"表": [["甲", LEFT, "乙"], ["丙", "丁", UP]]}))
    assert table.tall == ((3, 1, 2),)
    merged = '</sheetData><mergeCells><mergeCell ref="A1"/></mergeCells><sheetData>'
    (table,) = workbook_tables(parts(merged))
    assert table.tall == ()


def test_far_away_cells_cost_nothing() -> None:
    assert rows_of(parts('<row r="1"><c r="XFD1"><v>1</v></c><c r="A1"><v>2</v></c></row>')) == (
        ("2",),
    )
    with pytest.raises(ReportError, match="超过 10000 行"):
        workbook_tables(parts('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'))


def test_a_large_sheet_does_not_keep_the_others_from_being_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(cells, "MOST_ROWS", 10)
    rows = [[""]] * cells.MOST_ROWS + [["甲"]]
    assert [table.name for table in workbook_tables(xlsx({"大": rows, "小": [["乙"]]}))] == [
        "工作表“小”"
    ]


def test_all_sheets_together_have_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_BYTES", 1000)
    content = xlsx({"甲": [["1"]], "乙": [["2"] * 50], "丙": [["3"]]})
    assert [table.name for table in workbook_tables(content)] == ["工作表“甲”"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (parts("<row>"), "工作表“表”读不下去，文件坏了；还能打开的话，在 Excel"),
        (GOOD[:3000], "文件不完整或坏了.*另存为 .xlsx"),
        (parts("<a>" * 300), "套得太深"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(content: bytes, words: str) -> None:
    with pytest.raises(ReportError, match=words):
        workbook_tables(content)


@given(st.data())
def test_damage_never_ends_in_anything_but_a_sentence(data: st.DataObject) -> None:
    content = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(GOOD) - 1))] = data.draw(st.integers(0, 255))
    with suppress(ReportError):
        workbook_tables(bytes(content))
