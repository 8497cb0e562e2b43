"""Last year at hand: shown beside the fields, taken over, confirmed, chosen, compared."""

from dataclasses import replace
from pathlib import Path
from unicodedata import east_asian_width

import pytest

from perf_tui.cli import main
from perf_tui.store.forms import load_form
from perf_tui.store.years.samples import copy_samples
from perf_tui.store.years.year_file import read_year_file, write_year_file
from perf_tui.tui.screens.page import PageScreen
from support.editor import Editor, editing

INITIAL, ADJUSTED = "budget.initial", "budget.adjusted"


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """2025 of the illustrative township, made from its 2024."""
    last = copy_samples(tmp_path).with_name("yunxi-2024.toml")
    path = tmp_path / "2025.toml"
    main(["new", str(path), "--year", "2025", "--from", str(last)])
    return path


def texts(editor: Editor, *addresses: str) -> list[str]:
    return [editor.open_year.session.year.text(address) for address in addresses]


def place(editor: Editor) -> str:
    screen = editor.app.screen
    assert isinstance(screen, PageScreen)
    return screen.active


def status(editor: Editor) -> str:
    return editor.lines[-2].strip()


async def test_a_value_is_shown_taken_over_and_confirmed_with_one_key(new: Path) -> None:
    async with editing(new) as editor:
        await editor.at_once("down", "enter")
        assert "上年 21,480,600 元" in editor.text
        await editor.at_once("f7")
        assert texts(editor, INITIAL, f"pending.{INITIAL}") == ["21480600", "2024"]
        assert "= 21,480,600 元（2,148.06 万元）" in editor.text
        assert "! 年初预算数待确认，取自 2024 年" in editor.text
        assert status(editor) == "已取上年的内容，按 Enter 确认，或改填今年的"
        await editor.at_once("enter")
        assert "待确认" not in editor.text
        assert place(editor) == ADJUSTED
        await editor.at_once("ctrl+z")
        assert place(editor) == INITIAL
        assert "待确认" in editor.text
        await editor.at_once("ctrl+z")
        assert texts(editor, INITIAL, f"pending.{INITIAL}") == ["", ""]


async def test_typing_over_it_confirms_and_undo_brings_it_back(new: Path) -> None:
    async with editing(new) as editor:
        await editor.at_once("down", "enter", "f7", *"22")
        assert texts(editor, INITIAL, f"pending.{INITIAL}") == ["22", ""]
        await editor.at_once("ctrl+z")
        assert texts(editor, INITIAL, f"pending.{INITIAL}") == ["21480600", "2024"]


async def test_f7_replaces_what_was_half_typed(new: Path) -> None:
    async with editing(new) as editor:
        await editor.at_once("down", "enter", *"12", "f7", "end", "5")
        assert texts(editor, INITIAL) == ["214806005"]


@pytest.mark.parametrize("key", ["shift+f7", "f19"])
async def test_all_blanks_of_a_page_in_one_step(new: Path, key: str) -> None:
    async with editing(new) as editor:
        await editor.at_once("down", "enter", "down", *"30000000", key)
        assert place(editor) == ADJUSTED
        assert status(editor) == "已取上年的内容 3 栏，逐栏按 Enter 确认"
        year = editor.open_year.session.year
        assert year.text(ADJUSTED) == "30000000"
        assert sorted(year.record("pending")) == [
            "budget.adjustment_reason",
            "budget.executed",
            INITIAL,
        ]
        await editor.at_once(key)
        assert status(editor) == "没有可取的空栏"
        await editor.at_once("ctrl+z")
        assert texts(editor, INITIAL, ADJUSTED) == ["", "30000000"]


async def test_what_waits_is_found_by_f8_and_kept_in_the_file(new: Path) -> None:
    async with editing(new) as editor:
        await editor.at_once("down", "enter", "shift+f7", "f2")
    kept = read_year_file(new, load_form).year
    assert len(kept.record("pending")) == 4
    async with editing(new) as editor:
        await editor.at_once("down", "enter", "down", "f8")
        assert place(editor) == "budget.executed"
        await editor.at_once("enter", "f2")
    assert "budget.executed" not in read_year_file(new, load_form).year.record("pending")


async def test_a_passage_shows_its_beginning_and_enter_confirms_it_without_a_new_line(
    new: Path,
) -> None:
    async with editing(new) as editor:
        await editor.at_once("f6", *"职能职责", "enter")
        address = place(editor)
        last = editor.open_year.change.evaluation.last
        assert last
        before = last.year.text(address)
        assert f"上年：{before[:20]}" in editor.text
        await editor.at_once("f7")
        assert texts(editor, address) == [before]
        await editor.at_once("enter")
        assert texts(editor, address, f"pending.{address}") == [before, ""]
        assert place(editor) != address


async def test_what_last_year_made_by_itself_is_shown_but_not_taken(new: Path) -> None:
    async with editing(new, (80, 40)) as editor:
        await editor.at_once("f6", *"14", "enter")
        while not place(editor).endswith(".paragraph"):
            await editor.at_once("down")
        assert "上年：" in editor.text
        await editor.at_once("f7")
        assert status(editor).startswith("上年这一段是按数据自动生成的")


async def test_nothing_to_take_is_said(new: Path, year: Path) -> None:
    async with editing(new) as editor:
        for key in ("f7", "shift+f7"):
            await editor.at_once(key)
            assert status(editor) == "先打开一项，再取上年的内容"
        await editor.at_once("down", "enter", "down", "down", "down", "f7")
        assert place(editor) == "budget.execution_reason"
        assert status(editor) == "上年这一栏没有可取的内容"
    async with editing(year) as editor:
        await editor.at_once("enter")
        for key in ("f7", "shift+f7", "ctrl+b"):
            await editor.at_once(key)
            assert status(editor) == "还没有上年的文件，按 Ctrl+L 选一个"


async def test_a_final_year_takes_nothing(new: Path) -> None:
    file = read_year_file(new, load_form)
    final = file.year.with_texts({"final.date": "2026-01-05", f"pending.{INITIAL}": "2024"})
    write_year_file(new, replace(file, year=final))
    async with editing(new) as editor:
        await editor.at_once("down", "enter")
        for key in ("f7", "shift+f7", "ctrl+l"):
            await editor.at_once(key)
            assert status(editor).startswith("已定稿，只能看")
        await editor.at_once("enter")
        assert editor.open_year.session.year == final


async def test_a_missing_file_is_said_once_and_no_hindrance(new: Path) -> None:
    new.with_name("yunxi-2024.toml").unlink()
    async with editing(new) as editor:
        assert status(editor).startswith("上年文件 yunxi-2024.toml 打不开，没有这个文件")
        await editor.at_once("enter", "escape")
        assert status(editor).startswith("填写中 1  未开始")
        await editor.at_once("ctrl+l")
        assert editor.screen == "LastYearDialog"
        assert "2023 yunxi-2023.toml" in editor.text
        await editor.at_once("enter")
        assert status(editor) == "上年文件改用 yunxi-2023.toml"
        await editor.at_once("f4")
        await editor.at_once("f2")
    assert read_year_file(new, load_form).year.text("last.file") == "yunxi-2023.toml"


async def test_a_missing_file_is_said_where_the_file_was_left(new: Path) -> None:
    new.with_name("yunxi-2024.toml").unlink()
    async with editing(new, place=ADJUSTED) as editor:
        assert place(editor) == ADJUSTED
        assert status(editor).startswith("上年文件 yunxi-2024.toml 打不开，没有这个文件")


@pytest.fixture
def third(tmp_path: Path) -> Path:
    """2024 of the illustrative township, after its 2023, after its 2022."""
    return copy_samples(tmp_path).with_name("yunxi-2024.toml")


async def test_the_years_side_by_side_and_the_course_of_any_figure(third: Path) -> None:
    async with editing(third) as editor:
        await editor.at_once("enter", "ctrl+b")
        assert "历年对比 2022-2024 年，表中是最近 2 年" in editor.lines[1]
        assert editor.lines[2].split()[1:5] == ["2023年", "得分", "2024年", "得分"]
        assert editor.lines[-6].startswith("| 总分")
        assert [line.split()[1] for line in editor.lines[-5:-2]] == ["2022", "2023", "2024"]
        assert editor.lines[-4].split()[3:-1] == ["良，得", "86.46", "分"]
        fires = next(line for line in editor.lines if "森林火灾" in line)
        assert fires.split()[3:-1] == ["1起", "0.00", "0起", "8.00", "-1", "+8.00"]
        longest = [line.count("#") for line in editor.lines[-5:-2]]
        assert longest[1] < longest[0] < longest[2]
        await editor.at_once(*["down"] * 4)
        assert editor.lines[-6].startswith("| 3 森林火灾发生次数（完成值，单位：起）")
        assert [line.count("#") > 0 for line in editor.lines[-5:-2]] == [False, True, False]
        await editor.at_once("end")
        assert editor.lines[-6].startswith("| 19 本镇居民满意度")
        await editor.at_once("enter")
        assert place(editor) == "unit.name"


@pytest.mark.parametrize("size", [(120, 40), (60, 20), (20, 5), (1, 1)], ids=str)
async def test_the_comparison_at_every_size_in_ascii(third: Path, size: tuple[int, int]) -> None:
    async with editing(third, ascii_only=True) as editor:
        await editor.at_once("ctrl+b")
        await editor.resize(*size)
        assert editor.screen == "ComparisonDialog"
        assert not {sign for sign in editor.text if east_asian_width(sign) == "A"}
        if size[0] == 120:
            assert "历年对比 2022-2024 年 " in editor.text


async def test_what_became_of_the_indicators_is_one_key_away(third: Path) -> None:
    async with editing(third) as editor:
        await editor.at_once("ctrl+b", "space")
        assert "今年与上年的指标" in editor.text
        assert "各年的指标一样" in editor.text
        await editor.at_once("enter", "down", "enter")
        assert editor.screen == "HomeScreen"
    async with editing(third) as editor:
        editor.open_year.session.put("own.forest_fires.name", "森林火灾起数")
        await editor.at_once("ctrl+b", "space")
        assert "2024 年与 2023 年的指标" in editor.text
        assert "改名：森林火灾发生次数 → 森林火灾起数" in editor.text
        await editor.at_once("escape", *["down"] * 4)
        assert "3 森林火灾起数（原“森林火灾发生次数”；完成值，单位：起）" in editor.text
