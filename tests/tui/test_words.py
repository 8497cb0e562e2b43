"""Passages rewritten from what is generated, and evidence asked for piece by piece."""

from pathlib import Path

from perf_tui.core.wording.sentences import generated
from perf_tui.editing.rewriting import ALREADY, ELSEWHERE
from perf_tui.showing.blocks import REWRITTEN
from perf_tui.tui.drawing.page import REWRITE
from perf_tui.tui.screens.page import PageScreen
from support.editor import Editor, editing

PARAGRAPH = "indicators.medical_insurance.paragraph"


async def show(editor: Editor, address: str) -> None:
    """Goes to a field, however far down it is."""
    screen = editor.app.screen
    assert isinstance(screen, PageScreen)
    await screen.show_field(address)
    await editor.quiet()


async def test_the_generated_sentence_is_edited_where_it_stands(year: Path) -> None:
    async with editing(year) as editor:
        evaluation = editor.open_year.change.evaluation
        sentence = generated(evaluation, evaluation.form.by_id["medical_insurance"])
        await editor.press("enter")
        await show(editor, PARAGRAPH)
        assert editor.shows(REWRITE)
        await editor.press("ctrl+r")
        assert REWRITTEN in editor.text
        await editor.at_once("backspace", *"，群众满意。")
        text = editor.open_year.session.year.text(PARAGRAPH)
        assert text == f"{sentence[:-1]}，群众满意。"
        await editor.press("ctrl+r")
        assert editor.shows(ALREADY)
        assert editor.open_year.session.year.text(PARAGRAPH) == text
        await editor.press("ctrl+z", "ctrl+z")
        assert editor.open_year.session.year.text(PARAGRAPH) == ""


async def test_where_nothing_can_be_rewritten_it_says_what_to_do(year: Path) -> None:
    async with editing(year) as editor:
        await editor.press("ctrl+r")
        assert editor.shows(f"{ELSEWHERE}按 {{rewrite}}")
        before = editor.open_year.session.year
        await editor.press("enter")
        await show(editor, "facts.disputes")
        await editor.press("ctrl+r")
        assert editor.shows(f"{ELSEWHERE}按 {{rewrite}}")
        assert editor.open_year.session.year == before


async def test_a_final_year_is_not_rewritten(year: Path) -> None:
    async with editing(year) as editor:
        editor.open_year.session.put("final.date", "2025-04-15")
        assert editor.open_year.session.year.locked
        await editor.press("enter")
        await show(editor, PARAGRAPH)
        await editor.press("ctrl+r")
        assert editor.shows("已定稿，只能看；要修改，按 {finish} 写明理由重新打开")
        assert editor.open_year.session.year.text(PARAGRAPH) == ""


async def test_blank_lines_are_no_rewriting(year: Path) -> None:
    async with editing(year, (80, 40)) as editor:
        await editor.press("enter")
        await show(editor, PARAGRAPH)
        await editor.paste("\n　\n")
        assert editor.shows(REWRITE)
        await editor.press("ctrl+r")
        assert REWRITTEN in editor.text
        assert editor.open_year.session.year.text(PARAGRAPH).strip() != ""


async def test_a_place_asks_for_its_date_and_one_more_document(year: Path) -> None:
    at = "indicators.medical_insurance."
    async with editing(year, (80, 40)) as editor:
        await editor.press("enter")
        await show(editor, f"{at}evidence.statistics")
        assert " 材料日期" not in editor.text
        # Enter goes on to the next document, Tab to the date; few titles are other ones.
        await editor.at_once(*"第3卷", "tab", *"2025-1-10", "enter")
        await editor.at_once(*"照片", "enter", *"硬盘", "enter")
        year_now = editor.open_year.session.year
        assert year_now.text(f"{at}evidence.statistics") == "第3卷"
        assert year_now.text(f"{at}evidence_date.statistics") == "2025-01-10"
        assert year_now.text(f"{at}evidence_title.own-1") == "照片"
        assert year_now.text(f"{at}evidence.own-1") == "硬盘"
        assert "其他佐证 2" in editor.text


async def test_many_pasted_lines_leave_the_cursor_in_sight(year: Path) -> None:
    async with editing(year, place="sections.duties") as editor:
        await editor.paste("".join(f"第{n}行\n" for n in range(40)))
        assert "第39行" in editor.text
        await editor.at_once(*"末")
        assert "末" in editor.text


async def test_ctrl_a_selects_the_whole_field_and_says_so(year: Path) -> None:
    for at in ("sections.spending", "unit.name"):
        async with editing(year, place=at) as editor:
            await editor.type("中间")
            await editor.press("home", "ctrl+a")
            assert "全选了" in editor.text
            await editor.type("新")
            assert editor.open_year.session.year.text(at) == "新"


async def test_the_arrows_and_home_and_end_know_a_long_paragraph(year: Path) -> None:
    at, text = "sections.spending", "一二三四五六七八九十" * 12
    async with editing(year, place=at) as editor:
        await editor.press("ctrl+a")
        await editor.paste(text)
        rows = editor.open_year.session
        await editor.at_once("up", *"甲")
        assert "甲" in rows.year.text(at)[:-1]
        await editor.at_once("home", *"首", "end", *"尾")
        assert rows.year.text(at).startswith("首")
        assert rows.year.text(at).endswith("尾")
        await editor.at_once("enter", *"第二段", "ctrl+home", *"头")
        assert rows.year.text(at).startswith("头首")
        assert editor.open_year.place == at
