"""`perf-tui` by itself: the years of the folder, one to be opened or begun."""

import shutil
from pathlib import Path

from terminal.conftest import Start

from perf_tui.store.forms import load_form
from perf_tui.store.years.year_file import read_year_file
from support.samples import FOLDER

UNIT = "重庆市璧山区健龙镇人民政府"


def test_the_next_year_is_begun_from_the_last_one_by_enter_alone(
    tmp_path: Path, start: Start
) -> None:
    shutil.copy(FOLDER / "jianlong-2023.toml", tmp_path)
    terminal = start()
    terminal.wait_for("Enter 打开 jianlong-2023.toml")
    assert terminal.lines[2].split() == ["2023", UNIT, "待定", "填写中", "jianlong-2023.toml"]
    terminal.press("down", "enter")
    terminal.wait_for("jianlong-2024.toml")
    terminal.press("enter")
    terminal.wait_for(f"{UNIT} 2024年度绩效自评")
    terminal.press("f10")
    assert terminal.exit_status() == 0
    year = read_year_file(tmp_path / "jianlong-2024.toml", load_form).year
    assert (year.year, year.text("last.file")) == (2024, "jianlong-2023.toml")


def test_a_year_is_opened_by_enter_and_named_on_leaving(year: Path, start: Start) -> None:
    terminal = start()
    terminal.wait_for("Enter 打开 2024.toml")
    terminal.press("enter")
    terminal.wait_until(lambda lines: "F9预览" in lines[-1])
    terminal.press("f10")
    assert terminal.exit_status() == 0
    terminal.wait_for("perf-tui open 2024.toml")
    assert year.is_file()


def test_a_blank_year_takes_its_year_from_the_name(tmp_path: Path, start: Start) -> None:
    terminal = start()
    terminal.wait_for("+ 新建空白年度")
    terminal.press("enter")
    terminal.wait_for("文件名里写上年份")
    terminal.press("ctrl+u")
    terminal.type("自评")
    terminal.press("enter")
    terminal.wait_for("文件名里写上自评的年份，如 2024.toml")
    terminal.type("2022")
    terminal.press("enter")
    terminal.wait_for("2022年度绩效自评")
    assert read_year_file(tmp_path / "自评2022.toml", load_form).year.year == 2022


def test_nothing_is_written_over_and_nothing_without_enter(year: Path, start: Start) -> None:
    before = year.read_bytes()
    terminal = start()
    terminal.wait_for("Enter 打开 2024.toml")
    terminal.press("end", "enter")
    terminal.wait_for("新建空白年度，文件名里写上年份")
    terminal.press("ctrl+u")
    terminal.type("2024.toml")
    terminal.press("enter")
    terminal.wait_for("2024.toml 已经有了，换一个文件名")
    terminal.press("escape", "f1")
    terminal.wait_for("怎样做一年的自评")
    terminal.press("escape", "f10")
    assert terminal.exit_status() == 0
    assert [path.name for path in year.parent.glob("*.toml")] == ["2024.toml"]
    assert year.read_bytes() == before
