"""The export dialog's choices, and the table on its way to other programs."""

from __future__ import annotations

import csv
from pathlib import Path
from zipfile import ZipFile

import pytest

from perf_tui.store.errors import SaveError
from support.editor import Editor, editing

AS_MARKDOWN = ("ctrl+e", *["backspace"] * 4, *"md")
BLANK_EXECUTED = ("down", "enter", "down", "down", *["backspace"] * 11)


def choice(editor: Editor) -> str:
    """The chosen copy, and what comes out."""
    rows = [line.strip("| ") for line in editor.lines]
    copy = next(row[2:5] for row in rows if row.startswith("> "))
    told = (row.split("：")[1] for row in rows if row.startswith(("定稿与否：", "盖章：")))
    return "，".join([copy, *told])


async def test_a_sound_year_is_final_unless_a_draft_is_wanted(year: Path) -> None:
    out = year.with_suffix(".md")
    async with editing(year) as editor:
        await editor.at_once(*AS_MARKDOWN)
        assert choice(editor) == "内部稿，正式稿，不盖章"
        await editor.at_once("f4")
        assert choice(editor) == "内部稿，草稿，第一页列出还要改的，不盖章"
        await editor.at_once("enter")
        assert "（草稿）" in out.read_text(encoding="utf-8")
        await editor.at_once(*AS_MARKDOWN, "enter", "enter")
        assert "（草稿）" not in out.read_text(encoding="utf-8")


async def test_the_public_copy_is_one_key_away(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once(*AS_MARKDOWN, "down")
        assert choice(editor) == "公开稿，正式稿，不盖章"
        await editor.at_once("enter")
        assert "得分计算过程" not in year.with_suffix(".md").read_text(encoding="utf-8")
        await editor.at_once(*AS_MARKDOWN, "down", "up", "enter", "enter")
        assert "得分计算过程" in year.with_suffix(".md").read_text(encoding="utf-8")


async def test_the_place_of_a_seal_is_one_key_away_and_missing_fonts_are_told_once(
    year: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr("perf_tui.store.fonts.installed.installed_fonts", frozenset)
    out, four = year.with_suffix(".docx"), b'w:right="1260"'
    async with editing(year) as editor:
        await editor.at_once("ctrl+e", "f6")
        assert choice(editor) == "内部稿，正式稿，要盖章，署名处留出印章的位置"
        await editor.at_once("enter")
        assert "这台电脑缺 5 种公文字体，用 perf-tui doctor 看；已导出 " in editor.text
        assert four in ZipFile(out).read("word/document.xml")
        await editor.at_once("ctrl+e", "f6", "f6", "enter", "enter")
        assert "这台电脑缺" not in editor.text
        assert four not in ZipFile(out).read("word/document.xml")


async def test_where_something_must_be_mended_a_draft_is_offered(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once(*BLANK_EXECUTED, *AS_MARKDOWN)
        assert choice(editor).startswith("内部稿，草稿，第一页列出还要改的（还有 ")
        await editor.at_once("enter")
        assert "已导出草稿" in editor.lines[-2]


async def test_the_final_copy_is_refused_and_enter_goes_to_what_is_wrong(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once(*BLANK_EXECUTED, "escape", *AS_MARKDOWN, "f4", "enter")
        assert "还不能导出正式稿：必改" in editor.text
        assert not year.with_suffix(".md").exists()
        await editor.at_once("enter")
        assert editor.screen == "PageScreen"
        assert editor.open_year.place == "budget.executed"


async def test_the_table_is_copied_and_lies_in_a_file_beside(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once("shift+f9")
        assert "自评表已复制，粘贴不了就打开 2024-自评表.tsv" in editor.text
        copied = editor.app.clipboard
    beside = year.with_name("2024-自评表.tsv").read_bytes().decode("utf-8-sig")
    assert beside == copied
    rows = list(csv.reader(copied.splitlines(), "excel-tab"))
    assert rows[0][:4] == ["单位名称", "重庆市璧山区健龙镇人民政府", "自评总分", "99.54"]


async def test_a_table_that_cannot_be_written_is_copied_all_the_same(
    year: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise SaveError("磁盘满了")

    monkeypatch.setattr("perf_tui.editing.exporting.write_atomically", refuse)
    async with editing(year, (120, 40)) as editor:
        await editor.at_once("shift+f9")
        assert "自评表已复制，粘贴到表格里；另存一份没有成功：磁盘满了" in editor.text
        assert "99.54" in editor.app.clipboard
