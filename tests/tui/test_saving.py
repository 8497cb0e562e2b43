"""Saving, leaving and exporting: what stands on the disk, and what the screen says about it."""

import zipfile
from pathlib import Path

import pytest

from perf_tui.store.errors import SaveError
from perf_tui.store.forms import load_form
from perf_tui.store.years.year_file import YearFile, format_year, read_year_file
from perf_tui.tui.apps.editor import EditorApp
from perf_tui.tui.screens.page import PageScreen
from support.editor import Editor, editing

TO_EXECUTED = ("down", "enter", "down", "down")
# A path so long that not even a wide screen's line holds the sentence about it.
DEEP = "/home/clerk/" + "绩效/" * 12
FULL_DISK = f"{DEEP}2024.toml 没有保存：磁盘满了，腾出空间或换一个位置"


def on_disk(path: Path) -> str:
    return path.read_bytes().decode()


def unbroken(editor: Editor) -> str:
    """The screen as one line, without the dialogs' frames."""
    return "".join(line.strip("| ") for line in editor.lines)


def saved_as(editor: Editor) -> str:
    """What the store makes of the session, keys that it doesn't know included."""
    file = editor.open_year.keeper.saved
    return format_year(YearFile(file.form, editor.open_year.session.year, file.unknown)).decode()


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A disk that takes nothing; `undo` frees it."""

    def refuse(path: Path, *_: object) -> None:
        raise SaveError(f"{DEEP}{path.name} 没有保存：磁盘满了，腾出空间或换一个位置")

    monkeypatch.setattr("perf_tui.store.keeping.keeper.write_year_file", refuse)
    monkeypatch.setattr("perf_tui.editing.exporting.write_atomically", refuse)
    return monkeypatch


@pytest.mark.parametrize("key", ["f2", "ctrl+s"])
async def test_saving_writes_what_the_store_would_write_and_says_so(year: Path, key: str) -> None:
    async with editing(year) as editor:
        await editor.at_once(*TO_EXECUTED, *"３０，０００，０００")
        assert "未保存" in editor.lines[0]
        await editor.at_once(key)
        assert "已保存到 2024.toml" in editor.lines[-2]
        assert "已保存" in editor.lines[0]
        assert on_disk(year) == saved_as(editor)
        assert "executed = 30000000\n" in on_disk(year)
        await editor.at_once("1")
        assert "未保存" in editor.lines[0]
        assert "已保存到" not in editor.lines[-2]


@pytest.mark.parametrize("key", ["f10", "ctrl+q"])
@pytest.mark.parametrize("last", [(), ("f1",), ("escape",)])
async def test_leaving_saves_even_what_is_being_typed(
    year: Path, key: str, last: tuple[str, ...]
) -> None:
    async with editing(year) as editor:
        await editor.at_once(*TO_EXECUTED, *" 约 30000000元", *last, key)
        assert editor.app.return_value == 0
        assert on_disk(year) == saved_as(editor)
        assert 'executed = "约30000000"\n' in on_disk(year)


async def test_leaving_an_unchanged_year_does_not_touch_the_file(year: Path) -> None:
    before = year.stat().st_mtime_ns  # noqa: ASYNC240 — nobody waits meanwhile
    async with editing(year) as editor:
        await editor.at_once("enter", "down", "down", "f4", "escape", "f10")
        assert editor.app.return_value == 0
    assert year.stat().st_mtime_ns == before  # noqa: ASYNC240


async def test_a_failed_save_says_so_and_keeps_the_text(
    year: Path, full_disk: pytest.MonkeyPatch
) -> None:
    before = on_disk(year)
    async with editing(year) as editor:
        await editor.at_once(*TO_EXECUTED, *"30000000", "f2")
        assert FULL_DISK in unbroken(editor)
        await editor.at_once("enter")
        assert "没有保存成功" in editor.lines[-2]
        assert "未保存" in editor.lines[0]
        assert on_disk(year) == before
        full_disk.undo()
        await editor.at_once("f2")
        assert "已保存到 2024.toml" in editor.lines[-2]
        assert "executed = 30000000\n" in on_disk(year)


async def test_leaving_after_a_failed_save_asks_and_the_second_time_goes(
    year: Path, full_disk: pytest.MonkeyPatch
) -> None:
    before = on_disk(year)
    async with editing(year) as editor:
        await editor.at_once(*TO_EXECUTED, *"30000000", "f10")
        assert FULL_DISK in unbroken(editor)
        await editor.at_once("escape")
        assert editor.screen == "PageScreen"
        await editor.at_once("f10", "ctrl+q")
        assert editor.app.return_value == 2
    assert on_disk(year) == before
    full_disk.undo()


async def test_leaving_again_saves_once_the_fault_is_gone(
    year: Path, full_disk: pytest.MonkeyPatch
) -> None:
    async with editing(year) as editor:
        await editor.at_once(*TO_EXECUTED, *"30000000", "f10")
        full_disk.undo()
        await editor.at_once("f10")
        assert editor.app.return_value == 0
    assert "executed = 30000000\n" in on_disk(year)


async def test_a_file_edited_by_hand_opens_after_one_enter(by_hand: Path) -> None:
    async with editing(by_hand) as editor:
        assert editor.screen == "NoticeDialog"
        assert "文件在程序之外改过" in editor.text
        await editor.at_once("enter")
        assert editor.screen == "HomeScreen"
        await editor.at_once("f2")
    assert not read_year_file(by_hand, load_form).edited_by_hand


async def test_keys_typed_ahead_of_the_notice_close_it_and_go_on(by_hand: Path) -> None:
    async with editing(by_hand) as editor:
        await editor.at_once("enter", *TO_EXECUTED, *"7")
        assert editor.open_year.session.year.text("budget.executed") == "7"


async def test_export_writes_word_and_markdown_and_names_the_file(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once("enter", "ctrl+e", "enter")
        assert "已导出" in editor.lines[-2]
        assert zipfile.is_zipfile(year.with_suffix(".docx"))
        await editor.at_once("ctrl+e", *["backspace"] * 4, *"md", "enter")
        assert "99.54" in year.with_suffix(".md").read_text(encoding="utf-8")
        assert editor.screen == "PageScreen"


async def test_export_asks_before_it_overwrites(year: Path) -> None:
    target = year.with_suffix(".docx")
    target.write_bytes(b"mine")
    async with editing(year, (120, 40)) as editor:
        await editor.at_once("ctrl+e", "enter")
        assert "2024.docx 已经有了，再按一次 Enter 就覆盖它" in editor.text
        await editor.at_once("escape")
        assert target.read_bytes() == b"mine"
        await editor.at_once("ctrl+e", "enter")
        assert target.read_bytes() == b"mine"
        await editor.at_once("enter", "down")
        assert zipfile.is_zipfile(target)
        assert editor.screen == "HomeScreen"


async def test_export_says_what_is_wrong_with_the_name_and_what_the_disk_says(
    year: Path, full_disk: pytest.MonkeyPatch
) -> None:
    async with editing(year) as editor:
        await editor.at_once("ctrl+e", "backspace", "enter")
        assert "文件名的结尾写成 .docx、.md、.xlsx、.csv、.tsv 中的一个" in editor.text
        await editor.at_once(*"x", "enter")
        assert FULL_DISK.replace("toml", "docx") in unbroken(editor)
        assert editor.screen == "ExportDialog"
    full_disk.undo()
    assert not year.with_suffix(".docx").exists()


async def test_the_public_copy_is_an_arrow_away_and_named_so(year: Path) -> None:
    async with editing(year) as editor:
        await editor.press("ctrl+e", "down")
        assert "2024-公开稿.docx" in editor.text
        assert "> 公开稿：不含联系人" in editor.text
        await editor.press("up")
        assert "公开稿.docx" not in editor.text
        await editor.press("down", *["backspace"] * 4, *"md", "enter")
    public = year.with_name("2024-公开稿.md").read_text(encoding="utf-8")
    assert "得分计算过程" not in public
    assert not year.with_suffix(".docx").exists()


async def test_a_name_of_ones_own_stays_when_the_copy_changes(year: Path) -> None:
    async with editing(year) as editor:
        await editor.press("ctrl+e", *["backspace"] * 5, *"x.docx", "down")
        assert "2024x.docx" in editor.text
        assert "> 公开稿" in editor.text


async def test_a_page_still_opening_when_the_program_is_left_is_no_bug(year: Path) -> None:
    async with editing(year) as editor:
        app = editor.app
        assert isinstance(app, EditorApp)
        app.exit(0)
        await app.push_screen(
            PageScreen(editor.open_year, app.glyphs, editor.open_year.form.pages[2])
        )
    assert app.failure is None
