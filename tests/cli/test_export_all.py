"""The tables of several years in one go: one Word file or workbook, or a report for each."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest
from python_calamine import CalamineWorkbook

from perf_tui.cli import main
from perf_tui.store.years.samples import sample_folder
from perf_tui.store.years.year_file import read_year_file, write_year_file
from support.projects import UNIT, put_project
from support.samples import township

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    overall = tmp_path / "2024.toml"
    file = read_year_file(sample_folder() / "yunxi-2024.toml", township)
    write_year_file(
        overall, file.with_year(file.year.with_texts({"unit.name": UNIT, "last.file": ""}))
    )
    projects = [
        put_project(tmp_path, "村道硬化", final__date="2025-04-01 10:00"),
        put_project(tmp_path, "河道清淤", budget__executed_grant=""),
        put_project(tmp_path, "人居环境整治"),
    ]
    return [str(path) for path in (overall, *projects)]


def test_one_word_file_has_a_list_and_every_table_on_a_page_of_its_own(
    tmp_path: Path, files: list[str], capsys: Captured
) -> None:
    out = tmp_path / "全部.docx"
    assert main(["export", *files, "-o", str(out)]) == 0
    assert "已导出 4 张自评表到" in capsys.readouterr().err
    word = docx.Document(str(out))
    contents = [[cell.text for cell in row.cells] for row in word.tables[0].rows]
    assert contents[0][:4] == ["序号", "名称", "全年预算数\n（元）", "全年执行数\n（元）"]
    assert [row[1] for row in contents[1:5]] == ["整体支出", "村道硬化", "河道清淤", "人居环境整治"]
    assert [row[7] for row in contents[1:5]][1:] == ["已定稿", "草稿", ""]
    assert contents[5][:4] == ["项目支出合计", "项目支出合计", "3600000", "2300000"]
    assert contents[5][7] == "没填全 1 个"
    titles = [one.text for one in word.paragraphs if "自评表（2024年度）" in one.text]
    assert len(titles) == 4
    assert titles[2].endswith("（草稿）")
    assert len(word.tables) == 1 + 2 * 4


def test_one_workbook_has_a_sheet_for_each(tmp_path: Path, files: list[str]) -> None:
    out = tmp_path / "全部.xlsx"
    assert main(["export", *files, "-o", str(out)]) == 0
    book = CalamineWorkbook.from_filelike(BytesIO(out.read_bytes()))
    assert book.sheet_names == ["目录", "1 整体支出", "2 村道硬化", "3 河道清淤", "4 人居环境整治"]
    again = tmp_path / "again.xlsx"
    assert main(["export", *files, "-o", str(again)]) == 0
    assert again.read_bytes() == out.read_bytes()


@pytest.mark.parametrize("out", ["new/", "there"])
def test_a_folder_gets_a_report_for_each(tmp_path: Path, files: list[str], out: str) -> None:
    (tmp_path / "there").mkdir()
    assert main(["export", *files, "-o", f"{tmp_path}/{out}"]) == 0
    names = {path.name for path in (tmp_path / out).iterdir()}
    assert names == {Path(file).with_suffix(".docx").name for file in files}


def test_a_public_copy_names_no_contact(tmp_path: Path, files: list[str]) -> None:
    put_project(tmp_path, "村道硬化", unit__contact="王某某")
    for copy, said in (("internal", True), ("public", False)):
        out = tmp_path / f"{copy}.md"
        assert main(["export", *files, "-o", str(out), "--copy", copy]) == 0
        assert ("王某某" in out.read_text("utf-8")) is said


def test_what_cannot_be_final_is_named_and_nothing_is_written(
    tmp_path: Path, files: list[str], capsys: Captured
) -> None:
    for out in ("全部.docx", "all/"):
        assert main(["export", *files, "-o", f"{tmp_path}/{out}", "--final"]) == 2
        told = capsys.readouterr().err
        assert "2024-河道清淤.toml 还有" in told
        assert "资金总额全年执行数还没有填" in told
        assert not (tmp_path / out).exists()


@pytest.mark.parametrize(
    ("out", "said"),
    [
        ("全部.csv", "放不下几张表"),
        ("全部", "放不下几张表"),
        ("2024.toml/x/", "x 建不了：路径里有一段不是文件夹"),
    ],
)
def test_where_tables_cannot_go_is_told(
    tmp_path: Path, files: list[str], capsys: Captured, out: str, said: str
) -> None:
    assert main(["export", *files, "-o", f"{tmp_path}/{out}"]) == 2
    assert said in capsys.readouterr().err


def test_what_is_there_is_not_overwritten(
    tmp_path: Path, files: list[str], capsys: Captured
) -> None:
    out = tmp_path / "2024-村道硬化.docx"
    out.write_bytes(b"mine")
    assert main(["export", *files, "-o", str(tmp_path)]) == 2
    assert "2024-村道硬化.docx 已经有了" in capsys.readouterr().err
    assert not (tmp_path / "2024.docx").exists()
    assert main(["export", *files, "-o", str(tmp_path), "--force"]) == 0
    assert out.read_bytes() != b"mine"


def test_two_files_of_one_name_do_not_overwrite_each_other(
    tmp_path: Path, files: list[str], capsys: Captured
) -> None:
    (tmp_path / "x").mkdir()
    twin = put_project(tmp_path / "x", "村道硬化")
    assert main(["export", *files, str(twin), "-o", f"{tmp_path}/all/"]) == 2
    assert "有两个文件都叫 2024-村道硬化" in capsys.readouterr().err


def test_several_units_are_told_apart_in_the_list(tmp_path: Path, files: list[str]) -> None:
    other = put_project(tmp_path, "水毁修复", unit__name="健龙镇人民政府", unit__report_date="")
    out = tmp_path / "全部.md"
    assert main(["export", *files, str(other), "-o", str(out)]) == 0
    text = out.read_text("utf-8")
    assert text.startswith("# 2024年度绩效自评表")
    assert "健龙镇人民政府 水毁修复" in text


def test_a_disk_that_fills_up_tells_what_has_been_written(
    tmp_path: Path, files: list[str], capsys: Captured
) -> None:
    folder = tmp_path / "报告"
    (folder / f"{Path(files[2]).stem}.docx").mkdir(parents=True)  # nothing can be written there
    assert main(["export", *files, "-o", f"{folder}/", "--force"]) == 2
    assert "；前面 2 份已经导出" in capsys.readouterr().err
    assert len([one for one in folder.iterdir() if one.is_file()]) == 2
