"""The table of indicators by keyboard: from an empty year to one with indicators of its own."""

from pathlib import Path

import pytest

from perf_tui.cli import main
from perf_tui.store.years.year_file import read_year_file
from support.editor import Editor, editing, starting
from support.samples import township
from support.tables import Rows, docx, xlsx

TABLE = """\
一级指标\t三级指标\t指标值\t分值
产出指标\t培训人次\t≥80人次\t50
效益指标\t新增就业人数\t≥200人\t30
满意度指标\t参训人员满意度\t≥90%\t10
合计\t\t\t90
"""


def names(editor: Editor) -> list[str]:
    return [one.name for one in editor.open_year.form.indicators]


async def test_a_plain_indicator_costs_its_content_and_four_keys(office: Path) -> None:
    async with editing(office) as editor:
        await editor.press("f18")
        assert editor.shows("还没有指标：Insert 加一项")
        for name, target, weight in (("培训人次", "≥80人次", "20"), ("合格率", "95%", "30")):
            await editor.press("insert")
            for text in (name, target, weight):
                await editor.type(text)
                await editor.press("enter")
            assert editor.screen == "IndicatorsScreen"
        assert names(editor) == ["培训人次", "合格率"]
        assert editor.shows("产出指标 50/50 分")
        assert editor.shows("≥95%")


async def test_a_pasted_table_is_shown_before_it_is_taken(office: Path) -> None:
    async with editing(office) as editor:
        await editor.press("f18")
        await editor.paste("什么\t都不是\n1\t2\n")
        assert names(editor) == []
        await editor.paste(TABLE)
        assert editor.shows("粘贴的表格：3 项指标")
        assert editor.shows("第 5 行没有用")
        await editor.press("escape")
        assert names(editor) == []
        await editor.paste(TABLE)
        await editor.press("enter")
        assert names(editor) == ["培训人次", "新增就业人数", "参训人员满意度"]


async def test_rows_are_moved_copied_removed_and_taken_back(office: Path) -> None:
    async with editing(office) as editor:
        await editor.press("f18")
        await editor.paste(TABLE)
        await editor.press("enter", "home", "shift+down")
        assert names(editor)[:2] == ["新增就业人数", "培训人次"]
        await editor.press("delete")
        assert names(editor) == ["新增就业人数", "参训人员满意度"]
        await editor.press("ctrl+z")
        assert editor.screen == "IndicatorsScreen"
        assert "培训人次" in names(editor)
        await editor.press("ctrl+w")
        assert editor.screen == "PageScreen"
        await editor.press("ctrl+z")  # takes back the very indicator that is open
        assert editor.screen == "IndicatorsScreen"
        assert len(names(editor)) == 3
        await editor.press("ctrl+u")
        assert editor.shows("没有空着的权重")
        await editor.press("escape")
        assert editor.screen == "HomeScreen"
        assert editor.shows("参训人员满意度")


async def test_it_is_filled_scored_saved_and_opened_again(office: Path) -> None:
    async with editing(office) as editor:
        await editor.press("f18")
        await editor.paste(TABLE)
        await editor.press("enter", "escape")
        await editor.press("down", "down", "enter")
        await editor.type("40")
        await editor.press("enter", "f2")
    assert main(["score", str(office)]) == 0
    async with editing(office) as editor:
        (first, *_) = editor.open_year.change.evaluation.score.items
        assert (str(first.score), first.indicator.name) == ("25.00", "培训人次")


@pytest.mark.parametrize("key", ["delete", "ctrl+w", "shift+up", "ctrl+u", "f3", "f4", "f7"])
async def test_no_key_of_an_empty_table_is_dead(office: Path, key: str) -> None:
    async with editing(office) as editor:
        await editor.press("f18", "ctrl+c")
        before = editor.lines[22]
        await editor.press(key)
        assert editor.lines[22] not in ("", before)


async def test_in_a_final_year_the_table_is_only_looked_at(year: Path) -> None:
    async with editing(year) as editor:
        editor.open_year.session.lock("2025-04-15 09:00")
        await editor.press("f18", "insert", "delete", "shift+down", "enter")
        assert editor.screen == "IndicatorsScreen"
        assert editor.shows("已定稿，只能看")
        assert len(names(editor)) == 19


@pytest.mark.parametrize(
    ("keys", "form"),
    [(["home"], "township"), (["home", "down"], "chongqing"), (["end"], "national")],
)
async def test_the_form_set_is_chosen_where_a_year_is_begun(
    tmp_path: Path, keys: list[str], form: str
) -> None:
    async with starting(tmp_path) as player:
        await player.press(*keys, "enter", "enter")
    (path,) = tmp_path.glob("*.toml")  # noqa: ASYNC240 — when the program has ended
    assert read_year_file(path, township).form.id == form


ROWS: Rows = [
    ["三级指标", "指标值", "实际完成值", "分值"],
    ["培训", "≥80人", "90人", 50],
    ["就业", "5", "5", 40],
]


async def test_a_table_is_read_from_a_file_of_the_folder(office: Path) -> None:
    (office.parent / "目标表.xlsx").write_bytes(xlsx({"表": ROWS}))
    (office.parent / "别的.docx").write_bytes(docx([["甲", "乙"]]))
    async with editing(office) as editor:
        await editor.press("f17")  # Shift+F5
        assert editor.screen == "TableFileDialog"
        await editor.type("别的")
        await editor.press("enter")
        assert editor.shows("没有认出指标表")
        await editor.press("backspace", "backspace")
        await editor.type("目标")
        await editor.press("enter")
        assert editor.shows("目标表.xlsx 工作表“表”：2 项指标")
        assert editor.shows("完成 90人")
        await editor.press("enter")
        assert (editor.screen, names(editor)) == ("IndicatorsScreen", ["培训", "就业"])
        assert editor.open_year.session.year.text("indicators.own1.actual") == "90"


async def test_one_of_several_tables_is_chosen_in_a_file_that_is_typed(office: Path) -> None:
    folder = office.parent / "别处"
    folder.mkdir()
    (folder / "表.docx").write_bytes(docx([["说明"]], ROWS, ROWS[:2], before="甲"))
    (folder / "表.xlsx").write_bytes(xlsx({"全": ROWS, "少": ROWS[:2]}))
    async with editing(office) as editor:
        await editor.press("f18", "f17")
        assert editor.shows("这个文件夹里没有 Excel、Word 文件")
        await editor.type("别处/无.xlsx")
        await editor.press("enter")
        assert editor.shows("无.xlsx：打不开，没有这个文件")
        await editor.press(*["backspace"] * 6)
        await editor.type("表.xlsx")
        await editor.press("enter")
        assert editor.shows("表.xlsx 里有 2 张指标表，读哪一张")
        await editor.press("down", "enter")
        assert editor.shows("工作表“少”：1 项指标")
        await editor.press("enter")
        assert names(editor) == ["培训"]


async def test_a_final_year_reads_no_file(year: Path) -> None:
    async with editing(year) as editor:
        editor.open_year.session.lock("2025-04-15 09:00")
        await editor.press("f17")
        assert editor.shows("已定稿，只能看")


NEXT = """\
一级指标\t三级指标\t指标值\t分值
产出指标\t培训人数\t≥90人\t50
效益指标\t城镇新增就业人数\t≥200人\t30
"""


async def test_a_second_table_is_merged_as_its_preview_says(office: Path) -> None:
    async with editing(office) as editor:
        await editor.press("f18")
        await editor.paste(TABLE)
        await editor.press("enter")
        await editor.paste(NEXT)
        assert editor.shows("新增  ? 培训人数  也许就是现有的“培训人次”")
        assert editor.shows("改动  ? 城镇新增就业人数  按名称认作现有的“新增就业人数”")
        assert editor.shows("留着  表上没有，参训人员满意度")
        await editor.press("space")
        assert editor.shows("按名称认作现有的“培训人次”，指标值 ≥80人次 → ≥90人")
        await editor.press("end", "space")
        assert editor.shows("删去  表上没有，参训人员满意度")
        await editor.press("delete")
        assert editor.shows("留着  表上没有，参训人员满意度")
        await editor.press("delete", "enter")
        assert names(editor) == ["培训人数", "城镇新增就业人数"]
        assert editor.shows("已并入：改动 2 项，删去 1 项，按 Ctrl+Z 撤销")
        await editor.press("ctrl+z")
        assert names(editor) == ["培训人次", "新增就业人数", "参训人员满意度"]


async def test_what_cannot_be_turned_or_removed_is_said(office: Path) -> None:
    async with editing(office) as editor:
        await editor.press("f18")
        await editor.paste(TABLE)
        await editor.press("enter")
        await editor.paste(f"{TABLE}\t项目按期完成\t100%\t5\n")
        await editor.press("space")
        assert editor.shows("这一行没有别的认法")
        await editor.press("delete")
        assert editor.shows("表上没有的指标一项也没有")
        await editor.press("end", "space")
        assert editor.shows("在这里不起作用"), editor.text
        await editor.press("up", "escape")
        assert len(names(editor)) == 3


async def test_the_check_begins_anew_where_its_indicator_is_there_no_more(office: Path) -> None:
    async with editing(office) as editor:
        await editor.press("f18", "insert", "f5")
        assert editor.shows("指标名称还没有填")
        await editor.press("enter", "ctrl+z", "f5")
        assert editor.screen == "FindingsDialog"
        assert editor.shows("还没有指标")


async def test_a_move_is_taken_back_from_where_one_is(office: Path) -> None:
    async with editing(office) as editor:
        await editor.press("f18")
        await editor.paste(TABLE)
        await editor.press("enter", "home", "shift+down", "escape", "ctrl+z")
        assert editor.screen == "HomeScreen"
        assert editor.shows("已撤销：指标的次序")
        assert names(editor)[0] == "培训人次"


async def test_its_guidance_is_about_the_table_and_its_keys(office: Path) -> None:
    async with editing(office) as editor:
        await editor.press("f18", "f1")
        assert editor.shows("怎样建指标表")
        assert editor.shows("按 {read_table}")
        assert editor.shows("照光标所在的指标加一项")
        await editor.press("escape", "insert", "f1")
        assert editor.shows("必填的只有指标名称、指标值、权重和一级指标")
        await editor.press("escape", "f24", *["down"] * 5, "f1")
        assert editor.shows("照本地财政局的文件改，只管本年")
        assert editor.shows("| 原方案 按超出比例扣分")
