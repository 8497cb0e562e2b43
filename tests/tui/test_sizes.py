"""Every screen at every size, in every theme, and in ASCII alone."""

from collections.abc import AsyncIterator
from pathlib import Path
from unicodedata import east_asian_width

import pytest

from perf_tui.showing.glyphs import PLAIN, cell_by_cell
from perf_tui.showing.themes import THEMES
from perf_tui.store.years.samples import copy_samples
from perf_tui.tui.drawing.page import FIGURE
from support.editor import Editor, editing
from support.samples import township
from support.screenshots import picture

WHOLE_PAGE = (80, 60)
PAGE = township("township").pages[1]
DIALOGS = ("f1", "f5", "f6", "f9", "f12", "ctrl+e", "ctrl+p", "ctrl+t")


async def every_screen(editor: Editor) -> AsyncIterator[str]:
    """Stops at the task list, at every page and at every dialog, at its beginning and its end."""
    yield "home"
    await editor.at_once("enter")
    for page in editor.open_year.form.pages:
        yield page.id
        await editor.at_once("f4")
    await editor.at_once("enter")
    for key in DIALOGS:
        await editor.at_once(key)
        yield key
        await editor.at_once("end" if key in ("f1", "f9", "ctrl+t") else "down")
        yield f"{key}, end"
        await editor.at_once("escape")


async def test_ascii_draws_nothing_of_ambiguous_width(tmp_path: Path) -> None:
    copy_samples(tmp_path)
    async with editing(tmp_path / "yunxi-2024.toml", WHOLE_PAGE, ascii_only=True) as editor:
        editor.open_year.show_all()
        async for place in every_screen(editor):
            drawn = {sign for sign in editor.text if east_asian_width(sign) == "A"}
            assert not drawn, (place, drawn)


async def test_ascii_draws_plain_scroll_bars(year: Path) -> None:
    async with editing(year, ascii_only=True) as editor:
        for key in ("pagedown", "enter", "f9"):
            await editor.at_once(key)
            drawn = {sign for sign in editor.text if east_asian_width(sign) == "A"}
            assert not drawn, (key, drawn)


async def test_in_full_such_signs_are_drawn_so_that_the_sweep_can_fail(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once("f6", *"15", "enter")
        assert "“两癌”" in editor.text
        assert "≥" in editor.text


async def test_typed_signs_of_ambiguous_width_show_as_stand_ins_and_stay_in_the_file(
    year: Path,
) -> None:
    async with editing(year, ascii_only=True) as editor:
        await editor.at_once("enter", "down", "down", *"“①科”…", "down", "A")
        assert '"?科"...' in editor.text
        await editor.at_once("up")
        assert '"?科".\n' in editor.text
        assert editor.open_year.session.year.text("unit.finance_section") == "“①科”…"


def test_stand_ins_are_ascii_and_one_for_one_where_the_cursor_counts() -> None:
    for code, plain in PLAIN.items():
        assert east_asian_width(chr(code)) == "A", chr(code)
        assert plain.isascii()
    text = "≥ 90%…①“镇”＝é"
    assert cell_by_cell(text) == '> 90%.?"镇"＝?'
    assert len(cell_by_cell(text)) == len(text)


@pytest.mark.parametrize("theme", THEMES)
async def test_every_theme_starts_and_shows_score_and_page(year: Path, theme: str) -> None:
    async with editing(year, theme=theme) as editor:
        assert "99.54 等级 优" in editor.text
        await editor.at_once("f6", *"14", "enter", "f5")
        assert "检查结果" in editor.text


@pytest.mark.parametrize("theme", THEMES)
async def test_no_color_leaves_the_words(
    year: Path, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with editing(year, theme=theme) as editor:
        await editor.at_once("down", "enter")
        assert ">*年初预算数" in editor.text


async def test_resizing_any_screen_crashes_nothing_and_redraws_it(year: Path) -> None:
    async with editing(year) as editor:
        for key in ("home", "enter", *DIALOGS):
            await editor.at_once(key)
            before = editor.screen
            for columns, rows in ((1, 1), (120, 40)):
                await editor.resize(columns, rows)
                assert editor.screen == before
            if before.endswith("Dialog"):
                await editor.at_once("escape")
        assert "重庆市璧山区健龙镇人民政府" in editor.lines[0]


async def test_a_wide_screen_has_the_score_column_from_the_first_frame(year: Path) -> None:
    async with editing(year, (120, 40)) as editor:
        assert "没有失分的指标" in editor.text
        await editor.resize(80, 24)
        assert "没有失分的指标" not in editor.text
        await editor.resize(120, 40)
        assert "没有失分的指标" in editor.text
        await editor.at_once("down", "enter", "down", "down", *"30000000")
        assert "失分在哪里" in editor.text
        assert "-0.90 14 预算执行率" in editor.text


async def test_a_smaller_screen_keeps_the_active_field_in_sight(year: Path) -> None:
    async with editing(year, (120, 40)) as editor:
        await editor.at_once("f6", *"5", "enter", *["down"] * 16)
        for size in ((80, 24), (60, 12)):
            await editor.resize(*size)
            focused = editor.app.screen.focused
            assert focused is not None
            assert editor.app.screen.find_widget(focused).visible_region.height >= 1


@pytest.mark.parametrize("size", [(60, 20), (20, 5)], ids=str)
async def test_the_field_being_typed_in_is_in_sight_on_a_small_screen(
    year: Path, size: tuple[int, int]
) -> None:
    async with editing(year, size) as editor:
        await editor.at_once("f6", *"yszx", "enter")
        for address in PAGE.addresses[:3]:
            label = editor.open_year.form.fields[address].label
            await editor.at_once(*"1234567")
            assert "1234567" in editor.text
            assert f">*{label}" in editor.text
            assert "= 1,234,567 元" in editor.text
            await editor.at_once("down")
        await editor.at_once(*"原因" * 40)
        assert "原因原因" in editor.text


@pytest.mark.parametrize("size", [(60, 20), (20, 5)], ids=str)
async def test_the_whole_job_on_a_small_screen(year: Path, size: tuple[int, int]) -> None:
    async with editing(year, size) as editor:
        await editor.at_once("f6", *"12", "enter", "down", "down", *"95")
        assert editor.open_year.session.year.text("indicators.medical_insurance.actual") == "95"
        await editor.at_once("f5")
        assert editor.screen == "FindingsDialog"
        assert "前往" in editor.text
        await editor.at_once("escape", "ctrl+e", "enter")
        assert "已导出" in editor.text
    assert year.with_suffix(".docx").stat().st_size


async def test_resizing_while_typing_keeps_the_text(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once("down", "enter", *"12")
        for size in ((120, 40), (20, 5), (60, 20), (1, 1), (80, 24)):
            await editor.resize(*size)
            await editor.at_once("3")
        assert editor.open_year.session.year.text("budget.initial") == "1233333"
        assert "1233333" in editor.text
        await editor.at_once("f6", *"zn", "enter", *"，甲")
        for size in ((20, 5), (120, 40)):
            await editor.resize(*size)
            await editor.at_once("乙")
        assert editor.open_year.session.year.text("sections.duties").endswith("，甲乙乙")
        assert "，甲乙乙" in editor.text


async def test_a_list_keeps_its_cursor_in_sight_on_a_smaller_screen(year: Path) -> None:
    async with editing(year, (120, 40)) as editor:
        await editor.at_once("end")
        await editor.resize(60, 20)
        assert "目标实际完成情况" in editor.text
        await editor.at_once("home", "f6", *["down"] * 26)
        await editor.resize(20, 5)
        assert "绩效评价结论" in editor.text


async def test_a_screen_behind_a_dialog_fits_when_the_dialog_closes(year: Path) -> None:
    async with editing(year, (120, 40)) as editor:
        await editor.at_once("down", "enter", "f1")
        await editor.resize(60, 20)
        await editor.at_once("escape")
        assert any(line.split() == ["执行率", "95.41%"] for line in editor.lines)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (20, 5)], ids=str)
async def test_what_comes_next_is_said_whole_on_a_small_screen(
    year: Path, size: tuple[int, int]
) -> None:
    async with editing(year, (120, 40)) as editor:
        await editor.resize(*size)
        assert editor.shows("{finish} 核对定稿")


@pytest.mark.parametrize("theme", ["ansi", "dark"])
async def test_without_grounds_an_empty_line_is_underlined_to_its_end(
    year: Path, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if theme != "ansi":
        monkeypatch.setenv("NO_COLOR", "1")
    async with editing(year, theme=theme) as editor:
        await editor.at_once("f6", *"12", "enter")
        row = next(n for n, line in enumerate(editor.lines) if line.startswith("> 应参保人数"))
        underlined = [character for character, style in picture(editor)[row] if style.underline]
        assert len(underlined) == FIGURE
