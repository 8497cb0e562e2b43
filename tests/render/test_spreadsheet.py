"""The table as CSV and TSV: everything in it, nothing that a spreadsheet would compute."""

from __future__ import annotations

import csv
import shutil
import subprocess
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from render.small import evaluation

from perf_tui.core.numbers import clean_text
from perf_tui.render.document import Attachment, Cell, Document, Table
from perf_tui.render.spreadsheet import to_csv, to_tsv
from support.rendered import build_report, report_bytes

HOSTILE = ["=1+1", "+1+1", "-1+1", "@SUM(1,1)", "=HYPERLINK(1)", "＝1+1", "-5-", '=cmd|"/c"!A1']
PLAIN = ["-5", "+3.5", "-12.5%", "=", "-", "≥", "99.54", "甲=乙", "甲,乙", '甲"乙', "甲\n乙", "'甲"]


# The program by which LibreOffice opens spreadsheets has no name of its own to look for.
CALC = Path(shutil.which("soffice") or "").resolve().with_name("libsclo.so")


def document(*texts: str) -> Document:
    rows = tuple((Cell(text), Cell("5.00")) for text in texts)
    head = ((Cell("指标\n名称", label=True), Cell("得分", label=True)),)
    tables = (Table((1, 1, 1), ((Cell("单位", span=3),),)), Table((1, 1), rows, head=head))
    return Document("", "", None, (), (Attachment(1, "自评表", tables),))


def read(text: str, dialect: str = "excel") -> list[list[str]]:
    return list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), dialect))


def test_the_tables_stand_below_one_another_as_wide_as_the_widest() -> None:
    assert read(to_csv(document("甲"))) == [
        ["单位", "", ""],
        ["", "", ""],
        ["指标名称", "得分", ""],
        ["甲", "5.00", ""],
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_formula_becomes_a_text(text: str) -> None:
    assert read(to_csv(document(text)))[-1][0] == f"'{text}"
    assert read(to_tsv(document(text)), "excel-tab")[-1][0] == f"'{text}"


@pytest.mark.parametrize("text", PLAIN)
def test_anything_else_stays_as_it_is(text: str) -> None:
    assert read(to_csv(document(text)))[-1][0] == text
    assert read(to_tsv(document(text)), "excel-tab")[-1][0] == text


@given(st.text(max_size=60))
def test_no_text_is_lost_and_none_begins_a_formula(text: str) -> None:
    cell = read(to_csv(document(text)))[-1][0]
    assert cell in (clean_text(text), f"'{clean_text(text)}")
    assert len(cell) < 2 or cell[0] not in "=@\t\r"


def test_excel_is_told_the_encoding_and_the_clipboard_is_not() -> None:
    assert report_bytes(evaluation(), ".csv").startswith(b"\xef\xbb\xbf")
    assert report_bytes(evaluation(), ".tsv").startswith(b"\xef\xbb\xbf")
    assert not to_tsv(build_report(evaluation())).startswith("\ufeff")


def test_every_cell_of_the_report_s_table_is_there() -> None:
    report = build_report(evaluation(indicators__costs__remark="两行\n=甲"))
    tables = [one for one in report.attachments[0].blocks if isinstance(one, Table)]
    cells = [cell for table in tables for row in (*table.head, *table.rows) for cell in row]
    told = [text for row in read(to_csv(report)) for text in row if text]
    spelled = [cell.text.replace("\n", "") if cell.label else cell.text for cell in cells]
    assert told == [text for text in spelled if text]


@pytest.mark.slow
@pytest.mark.skipif(not CALC.exists(), reason="not installed: libreoffice-calc")
def test_a_spreadsheet_shows_the_texts_and_computes_nothing(tmp_path: Path) -> None:
    texts = [*HOSTILE, *PLAIN]
    (tmp_path / "table.csv").write_bytes(to_csv(document(*texts)).encode())
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = ["--headless", "--convert-to", "fods", "--outdir", str(tmp_path)]
    command = ["soffice", profile, "--infilter=CSV:44,34,76,1", *convert]
    subprocess.run(
        [*command, str(tmp_path / "table.csv")], check=True, capture_output=True, timeout=120
    )
    shown = (tmp_path / "table.fods").read_text(encoding="utf-8")
    assert "table:formula" not in shown
    assert all(word in shown for word in ("=1+1", "@SUM(1,1)", "甲=乙", "单位"))
    assert 'office:value="-5"' in shown
