"""`new`: an empty year, with the unit of last year, and never over something that exists."""

from pathlib import Path

import pytest

from perf_tui.cli import main
from perf_tui.store.forms import load_form
from perf_tui.store.years.samples import copy_samples
from perf_tui.store.years.year_file import read_year_file
from support.tables import Rows, xlsx

Captured = pytest.CaptureFixture[str]


def texts_of(path: Path) -> dict[str, str]:
    file = read_year_file(path, load_form)
    assert not file.edited_by_hand
    return dict(file.year.texts)


def test_an_empty_year(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "2025.toml"
    assert main(["new", str(path), "--year", "2025", "--unit", " 健龙镇\u200b "]) == 0
    assert texts_of(path) == {"unit.name": "健龙镇"}
    assert read_year_file(path, load_form).year.year == 2025
    out, err = capsys.readouterr()
    assert out == ""
    assert f"perf-tui open {path}" in err


def test_the_unit_is_carried_over_but_not_the_date_of_its_report(tmp_path: Path) -> None:
    last = copy_samples(tmp_path / "samples").with_name("yunxi-2024.toml")
    before = texts_of(last)
    path = tmp_path / "2025.toml"
    assert main(["new", str(path), "--year", "2025", "--from", str(last), "--unit", "新名"]) == 0
    unit = {key: text for key, text in before.items() if key.startswith("unit.")}
    del unit["unit.report_date"]
    assert texts_of(path) == {**unit, "unit.name": "新名", "last.file": "samples/yunxi-2024.toml"}


def test_a_year_that_is_not_earlier_is_no_last_year(tmp_path: Path, capsys: Captured) -> None:
    last = copy_samples(tmp_path)
    path = tmp_path / "again.toml"
    assert main(["new", str(path), "--year", "2024", "--from", str(last)]) == 2
    assert f"{last} 是 2024 年的，不早于 2024 年" in capsys.readouterr().err
    assert not path.exists()


def test_an_existing_file_is_kept_unless_forced(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "2025.toml"
    path.write_text("mine")
    assert main(["new", str(path), "--year", "2025"]) == 2
    assert "--force" in capsys.readouterr().err
    assert path.read_text() == "mine"
    assert main(["new", str(path), "--year", "2025", "--force"]) == 0
    assert texts_of(path) == {}


@pytest.mark.parametrize("year", ["1999", "2101", "24", "二〇二四", "-1", "9" * 5000])
def test_a_year_out_of_range_is_refused(tmp_path: Path, capsys: Captured, year: str) -> None:
    path = tmp_path / "a.toml"
    assert main(["new", str(path), f"--year={year}"]) == 2
    assert "2000 到 2100" in capsys.readouterr().err
    assert not path.exists()


def test_an_unknown_form_and_a_missing_folder_are_named(tmp_path: Path, capsys: Captured) -> None:
    assert main(["new", str(tmp_path / "a.toml"), "--year", "2025", "--form", "townshop"]) == 2
    assert "township" in capsys.readouterr().err
    assert main(["new", str(tmp_path / "none" / "a.toml"), "--year", "2025"]) == 2
    assert f"没有 {tmp_path / 'none'} 这个文件夹" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["y.txt", "2025", "年度.docx"])
def test_a_year_is_kept_in_toml(tmp_path: Path, capsys: Captured, name: str) -> None:
    path = tmp_path / name
    assert main(["new", str(path), "--year", "2025"]) == 2
    assert f"{path} 的后缀应是 .toml" in capsys.readouterr().err
    assert not path.exists()


SHEET: Rows = [
    ["一级指标", "指标名称", "指标值", "实际完成值", "分值", "得分"],
    ["产出指标", "培训", "≥80人", "90人", 50, 40],
]


def test_the_indicators_are_read_from_a_table(tmp_path: Path, capsys: Captured) -> None:
    table, path = tmp_path / "目标表.xlsx", tmp_path / "2025.toml"
    table.write_bytes(xlsx({"一": SHEET, "二": [*SHEET, *SHEET[1:]]}))
    assert main(["new", str(path), "--year", "2025", "--targets", str(table)]) == 0
    file = read_year_file(path, load_form)
    assert (file.form.id, [one.name for one in file.form.indicators]) == ("national", ["培训"] * 2)
    assert texts_of(path)["indicators.own1.actual"] == "90"
    err = capsys.readouterr().err
    assert "读的是工作表“二”，2 项指标" in err
    assert "没有读工作表“一”，1 项指标" in err
    assert "培训：表上得分 40，按指标值和完成值算是 50" in err


def test_nothing_is_begun_where_the_table_cannot_be_read(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "2025.toml"
    assert main(["new", str(path), "--year", "2025", "--targets", str(tmp_path / "无.docx")]) == 2
    assert "无.docx：打不开" in capsys.readouterr().err
    assert not path.exists()


def test_a_table_may_go_into_another_form(tmp_path: Path) -> None:
    table, path = tmp_path / "目标表.xlsx", tmp_path / "2025.toml"
    table.write_bytes(xlsx({"一": SHEET}))
    options = ["--targets", str(table), "--form", "township"]
    assert main(["new", str(path), "--year", "2025", *options]) == 0
    assert len(read_year_file(path, load_form).form.indicators) == 20


def test_a_table_over_last_years_indicators_tells_what_it_lacks(
    tmp_path: Path, capsys: Captured
) -> None:
    table, last, path = (tmp_path / name for name in ("目标表.xlsx", "2024.toml", "2025.toml"))
    table.write_bytes(xlsx({"一": [*SHEET, ["产出指标", "宣传", "≥5次", "", 40, ""]]}))
    assert main(["new", str(last), "--year", "2024", "--targets", str(table)]) == 0
    command = ["new", str(path), "--year", "2025", "--from", str(last), "--targets", str(table)]
    table.write_bytes(xlsx({"一": SHEET}))
    capsys.readouterr()
    assert main(command) == 0
    assert [one.name for one in read_year_file(path, load_form).form.indicators] == ["培训", "宣传"]
    assert "表上没有、还留着的 1 项：宣传；" in capsys.readouterr().err


def test_last_years_table_again_changes_nothing(tmp_path: Path) -> None:
    table, last, path = (tmp_path / name for name in ("目标表.xlsx", "2024.toml", "2025.toml"))
    table.write_bytes(xlsx({"一": [[*row[:3], row[4]] for row in SHEET]}))
    assert main(["new", str(last), "--year", "2024", "--targets", str(table)]) == 0
    command = ["new", str(path), "--year", "2025", "--from", str(last), "--targets", str(table)]
    assert main(command) == 0
    assert [one.name for one in read_year_file(path, load_form).form.indicators] == ["培训"]
