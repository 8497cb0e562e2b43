"""The report in the terminal: section by section, legible, from the form's page and back to it."""

from dataclasses import replace
from pathlib import Path
from unicodedata import east_asian_width

import pytest

from perf_tui.core.evaluation.evaluation import Evaluation, evaluate
from perf_tui.core.session import Change
from perf_tui.render.document import Cell, Document, Table
from perf_tui.showing.glyphs import ASCII, FULL, Glyphs
from perf_tui.tui.drawing.document import PreviewLine, line_of, place_of, section_lines, sections_of
from perf_tui.tui.drawing.printed_table import table_rows
from perf_tui.tui.drawing.rows import DrawnRow, width_of
from perf_tui.tui.screens.page import PageScreen
from support.editor import Editor, editing
from support.rendered import build_report
from support.samples import JIANLONG, SAMPLES, empty, opened

YEARS = [pytest.param(opened(path), id=path.stem) for path in SAMPLES]
YEARS.append(pytest.param(empty(), id="empty"))
FUNDS = Table(
    (1, 1),
    (
        (Cell("全年调整预算数(元)", label=True), Cell("执行率(%)", label=True)),
        (Cell("40686884.93"), Cell("95.41")),
        (Cell("备注", label=True), Cell("按批复填", align="left")),
    ),
)
ITEMS = Table(
    (1, 3, 1, 2),
    (
        (Cell("1"), Cell("5.事故次数", align="left"), Cell("0"), Cell("两行\n说明", align="left")),
        (Cell("合计", span=2, label=True), Cell("100"), Cell("")),
    ),
    head=(tuple(Cell(name, label=True) for name in ("序号", "指标", "全年\n完成值", "说明事项")),),
)


def text_of(row: DrawnRow) -> str:
    return "".join(piece.text for piece in row)


def national() -> Evaluation:
    """A sample year under the form set's other table."""
    evaluation = opened(SAMPLES[-2]).evaluation
    return evaluate(replace(evaluation.form, table="national"), evaluation.year)


def drawn(table: Table, width: int) -> list[str]:
    return [text_of(row).rstrip() for _, row in table_rows(table, width, FULL)]


def lines_of(document: Document, width: int = 76, glyphs: Glyphs = FULL) -> list[list[PreviewLine]]:
    return [section_lines(one, width, glyphs) for one in sections_of(document)]


def flat(text: str) -> str:
    return "".join(sign for sign in text if sign not in " \n|-")


@pytest.mark.parametrize("change", YEARS)
@pytest.mark.parametrize("glyphs", [FULL, ASCII])
@pytest.mark.parametrize("width", [16, 55, 75, 99])
def test_everything_fits_its_width(change: Change, glyphs: Glyphs, width: int) -> None:
    document = build_report(change.evaluation)
    rows = [line.row for lines in lines_of(document, width, glyphs) for line in lines]
    assert max(map(width_of, rows)) <= width
    if glyphs is ASCII:
        assert not {s for row in rows for s in text_of(row) if east_asian_width(s) == "A"}


def test_chapters_and_attachments_are_sections_in_the_words_of_the_report() -> None:
    document = build_report(opened(JIANLONG).evaluation)
    names = [one.name for one in sections_of(document)]
    assert names[:2] == ["一、基本情况", "二、主要成效"]
    assert names[5] == "附件1 乡镇整体支出绩效自评表（2024年度）"
    first, *_, last = lines_of(document)[:5]
    assert "2024年度整体支出绩效自评报告" in text_of(first[1].row)
    assert text_of(last[-1].row).strip() == "2025年4月15日"
    note = [text_of(line.row) for line in last if "附件：" in text_of(line.row)]
    assert note == ["    附件：1.乡镇整体支出绩效自评表（2024年度）"]


@pytest.mark.parametrize("width", [40, 55, 75, 99])
def test_the_preview_is_the_whole_report_however_narrow(width: int) -> None:
    evaluation = opened(SAMPLES[-2]).evaluation
    sections = lines_of(build_report(evaluation), width)
    text = flat("".join(text_of(line.row) for lines in sections for line in lines))
    for section in evaluation.form.sections[:3]:
        assert flat(evaluation.year.text(f"sections.{section.key}"))[-20:] in text
    for money in ("20654300", "24118650.4", "20862632.6"):
        rows = [text_of(line.row) for lines in sections[5:] for line in lines]
        assert any(money in row for row in rows)


@pytest.mark.parametrize(
    ("page", "line"),
    [
        ("unit", "重庆市璧山区健龙镇人民政府"),
        ("forest_fires", "3.森林火灾发生次数（8分）"),
        ("spending", "（三）预算及支出情况"),
        ("achievements", "二、主要成效"),
        ("budget", "年初预算数(元)"),
        ("initial_goal", "年初绩效目标"),
    ],
)
def test_it_opens_where_a_page_prints(page: str, line: str) -> None:
    sections = sections_of(build_report(opened(JIANLONG).evaluation))
    lines = section_lines(sections[place_of(sections, page)], 99, FULL)
    at = line_of(lines, page)
    assert any(text_of(one.row).strip().startswith(line) for one in lines[at : at + 2])


@pytest.mark.parametrize(
    ("page", "line"),
    [
        ("budget", "部门预算执行情况"),
        ("initial_goal", "保障机关和9个村"),
        ("achieved_goal", "保障机关和9个村"),
    ],
)
def test_goals_and_sums_of_the_national_table_are_found_as_well(page: str, line: str) -> None:
    sections = sections_of(build_report(national()))
    lines = section_lines(sections[place_of(sections, page)], 99, FULL)
    at = line_of(lines, page)
    assert page in lines[at].abouts
    assert any(line in text_of(one.row) for one in lines[at : at + 4])


@pytest.mark.parametrize("evaluation", [national(), opened(JIANLONG).evaluation], ids=["n", "c"])
def test_every_indicator_s_row_leads_to_its_page(evaluation: Evaluation) -> None:
    (section,) = (one for one in sections_of(build_report(evaluation)) if one.mark == "附件1")
    abouts = {about for line in section_lines(section, 99, FULL) for about in line.abouts}
    assert abouts >= {one.id for one in evaluation.form.indicators}


def test_what_prints_nowhere_opens_the_table() -> None:
    sections = sections_of(build_report(opened(JIANLONG).evaluation))
    assert sections[place_of(sections, "elsewhere")].mark == "附件1"


def test_a_table_with_room_stands_in_columns() -> None:
    assert drawn(FUNDS, 28) == [
        "-" * 28,
        "全年调整预算数(元)|执行率(%)",
        "-" * 28,
        "   40686884.93    |  95.41",
        "-" * 28,
        "       备注       |按批复填",
        "-" * 28,
    ]


def test_no_rule_crosses_a_cell_that_goes_on_downwards() -> None:
    first, below = Cell("产出", merged="first"), Cell("", merged="below")
    rows = (
        (first, Cell("数量"), Cell("1")),
        (below, Cell("质量", merged="first"), Cell("2")),
        (below, below, Cell("3")),
        (Cell("合计", span=2), Cell("6")),
    )
    assert drawn(Table((1, 1, 1), rows), 12) == [
        "-" * 12,
        "产出|数量|1",
        "    |-------",
        "    |质量|2",
        "    |    |--",
        "    |    |3",
        "-" * 12,
        "  合计   |6",
        "-" * 12,
    ]


def test_a_number_is_never_torn_by_a_narrow_column() -> None:
    assert drawn(FUNDS, 20)[4].startswith("40686884.93|")
    assert drawn(FUNDS, 20)[1:3] == ["全年调整预 | 执行率", " 算数(元)  |  (%)"]


def test_a_table_without_room_stands_as_cards() -> None:
    assert drawn(FUNDS, 17) == [
        "  全年调整预算数",
        "  (元)",
        "  40686884.93",
        "  执行率(%)",
        "  95.41",
        "  备注：按批复填",
    ]
    assert drawn(ITEMS, 24) == [
        "1  5.事故次数",
        "  全年完成值：0",
        "  说明事项：两行",
        "            说明",
        "合计",
        "  全年完成值：100",
    ]


def first_line(editor: Editor) -> str:
    """What stands on top between the borders of the dialog."""
    return editor.lines[2].split("|")[1].strip()


async def test_f4_turns_the_copies_and_stays_at_the_place(year: Path) -> None:
    async with editing(year) as editor:
        await editor.press("f9", *["right"] * 4)
        seen = []
        for _ in range(5):
            seen.append(editor.lines[1].strip("| ").split("  ")[:2])
            await editor.press("f4")
        copies = ["内部稿", "公开稿", "内部稿草稿", "公开稿草稿", "内部稿"]
        assert [name for name, _ in seen] == [f"报告预览 {copy}" for copy in copies]
        assert [where[-5:] for _, where in seen] == ["共 8 节", "共 7 节"] * 2 + ["共 8 节"]
        assert {where[:5] for _, where in seen} == {"第 5 节"}


async def test_a_copy_that_lacks_the_section_shows_its_last(year: Path) -> None:
    async with editing(year) as editor:
        await editor.press("f9", *["right"] * 7)
        assert "附件3 得分计算过程" in editor.lines[1]
        await editor.press("f4")
        assert "第 7 节，共 7 节  附件2 佐证材料目录" in editor.lines[1]
        assert first_line(editor) == "附件2"


async def test_a_year_with_something_to_mend_has_drafts_alone(year: Path) -> None:
    async with editing(year, place="budget.executed") as editor:
        await editor.press("f9")
        assert "报告预览 内部稿  " in editor.lines[1]
        await editor.press("escape", *["backspace"] * 11, "f9")
        assert "报告预览 内部稿草稿  " in editor.lines[1]
        await editor.press("f4")
        assert "报告预览 公开稿草稿  " in editor.lines[1]
        await editor.press("f4")
        assert "报告预览 内部稿草稿  " in editor.lines[1]


async def test_left_and_right_turn_sections_and_stop_at_the_ends(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once("f9")
        assert "第 1 节，共 8 节  一、基本情况" in editor.lines[1]
        await editor.at_once("left", "right")
        assert "第 2 节，共 8 节  二、主要成效" in editor.lines[1]
        await editor.at_once(*["right"] * 9)
        assert "第 8 节，共 8 节  附件3 得分计算过程" in editor.lines[1]
        await editor.press("left")
        assert first_line(editor) == "附件2"


async def test_reading_on_goes_over_the_ends_of_sections_and_skips_nothing(year: Path) -> None:
    async with editing(year) as editor:
        await editor.press("f9")
        seen = [*editor.lines[2:22]]
        while "第 8 节" not in editor.lines[1]:
            await editor.press("pagedown")
            seen += editor.lines[2:22]
        read = flat("".join(seen))
        for indicator in editor.open_year.form.indicators:
            assert flat(f"{indicator.number}.{indicator.name}（") in read
        await editor.press("home", "up")
        assert "第 7 节" in editor.lines[1]
        await editor.press("down")
        assert "第 8 节" in editor.lines[1]
        await editor.press("pageup")
        assert "第 7 节" in editor.lines[1]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 20)], ids=str)
async def test_enter_goes_to_the_page_of_the_line_and_f9_comes_back(
    year: Path, size: tuple[int, int]
) -> None:
    async with editing(year, size) as editor:
        await editor.press("f6", *"13", "enter", "f9")
        assert "13.信访案件处置率（8分）" in editor.text
        assert "Enter 去填：13.信访案件" in editor.text
        await editor.press("up", "up", "enter")
        assert isinstance(editor.app.screen, PageScreen)
        assert editor.app.screen.page.id == "medical_insurance"
        await editor.press("f9")
        assert "Enter 去填：12." in editor.text


async def test_enter_on_the_page_one_comes_from_returns_to_the_field(year: Path) -> None:
    place = "indicators.petition_cases.remark"
    async with editing(year, place=place) as editor:
        await editor.press("f9", "enter")
        assert editor.open_year.place == place


async def test_enter_on_a_line_of_no_page_stays(year: Path) -> None:
    async with editing(year) as editor:
        await editor.press("f9", "right", "right", "enter")
        assert "三、绩效评价情况及结论" in editor.lines[1]
        assert "Enter 去填" not in editor.text


@pytest.mark.parametrize(
    ("page", "told"), [("budget", "去填：预算执行"), ("petition_cases", "去填：13.")]
)
async def test_enter_on_a_row_of_the_table_goes_to_its_page(
    year: Path, page: str, told: str
) -> None:
    async with editing(year, (120, 40)) as editor:
        await editor.press("f9", *["right"] * 5)
        while told not in editor.text:
            await editor.press("down")
        await editor.press("enter")
        assert isinstance(editor.app.screen, PageScreen)
        assert editor.app.screen.page.id == page


async def test_another_size_keeps_the_section_and_about_the_place(year: Path) -> None:
    async with editing(year) as editor:
        await editor.press("f9", "right", "right", *["pagedown"] * 3)
        await editor.resize(60, 20)
        assert "第 3 节" in editor.lines[1]
        assert first_line(editor) != "三、绩效评价情况及结论"
