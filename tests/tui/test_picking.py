"""By keyboard: indicators from the library, a measure chosen, a figure of another page used."""

from pathlib import Path

from support.editor import Editor, editing


def names(editor: Editor) -> list[str]:
    return [one.name for one in editor.open_year.form.indicators]


async def test_several_are_taken_from_an_area_one_after_another(office: Path) -> None:
    async with editing(office) as editor:
        await editor.press("f18", "f16")
        assert editor.shows("选一个领域")
        await editor.press("down", "enter")
        assert editor.shows("粮食播种面积任务完成率")
        assert editor.shows("佐证：粮食生产任务文件")
        await editor.press("enter", "down", "down", "enter")
        assert editor.shows("已加上“高标准农田建设任务完成率”")
        await editor.press("enter")
        assert editor.shows("指标表里已有“高标准农田建设任务完成率”")
        await editor.press("escape")
        assert names(editor) == ["粮食播种面积任务完成率", "高标准农田建设任务完成率"]
        await editor.press("ctrl+z", "ctrl+z")
        assert names(editor) == []


async def test_they_are_found_by_words_and_initials_and_stand_behind_the_cursor(
    office: Path,
) -> None:
    async with editing(office) as editor:
        await editor.press("f18", "f16")
        await editor.type("没有这个")
        assert editor.shows("指标库里没有这样的")
        await editor.press("enter")
        assert editor.screen == "LibraryDialog"
        await editor.press("escape", "f16")
        await editor.type("yygsjh")
        await editor.press("enter", "escape", "f16")
        await editor.type("满意度 师生")
        await editor.press("enter", "escape", "up", "f16")
        await editor.type("教育 巩固")
        await editor.press("enter", "escape")
        assert [name[:2] for name in names(editor)] == ["营养", "九年", "师生"]


async def test_a_click_does_what_enter_does(office: Path) -> None:
    async with editing(office) as editor:
        await editor.press("f18", "f16")
        for words in ("民政社保", "特困"):
            row = next(y for y, line in enumerate(editor.lines) if words in line)
            await editor.pilot.click(offset=(12, row))
            await editor.quiet()
        assert len(names(editor)) == 1


async def test_a_rate_is_defined_filled_and_told(office: Path) -> None:
    async with editing(office) as editor:
        await editor.press("f18", "insert")
        for text in ("补贴发放率", "95%", "50"):
            await editor.type(text)
            await editor.press("enter")
        await editor.press("enter", *["tab"] * 8)
        for text in ("2", "实发放户数", "户", "应发放户数"):
            await editor.type(text)
            await editor.press("enter")
        await editor.press("enter")  # the unit is that of the other
        assert editor.screen == "IndicatorsScreen"
        await editor.press("escape", "down", "down", "enter")
        assert editor.shows("依据数据")
        await editor.type("120")
        await editor.press("enter")
        await editor.type("118")
        await editor.press("enter")
        assert editor.shows("98.33% = 118 ÷ 120 × 100")
        await editor.press("f9")
        assert editor.shows("应发放户数120户，实发放户数118户，补贴发放率为98.33%")


async def test_a_figure_of_another_page_is_chosen_from_a_list(office: Path) -> None:
    async with editing(office) as editor:
        await editor.press("f16")
        assert editor.shows("没有可选用的")
        await editor.press("f18", "insert")
        await editor.type("支出率")
        await editor.press("f16")
        assert editor.shows("没有可选用的")
        await editor.press(*["tab"] * 8)
        await editor.type("2")
        await editor.press("enter")
        assert editor.shows("别处已有的数按 Shift+F4 选用")
        await editor.press("f16")
        await editor.type("zxs")
        await editor.press("enter")
        assert editor.shows("已选用“全年执行数”，在“预算执行”里填一次就行")
        await editor.press("enter", "f16")
        await editor.type("调整")
        await editor.press("enter")
        assert editor.shows("取自“预算执行”")
        (one,) = editor.open_year.form.indicators
        assert one.measure
        assert one.measure.source == "executed / adjusted * 100"


async def test_a_list_is_typed_line_by_line_and_counted(office: Path) -> None:
    async with editing(office) as editor:
        await editor.press("f18", "insert")
        for text in ("培训场次", "2场", "50"):
            await editor.type(text)
            await editor.press("enter")
        await editor.press("enter", *["tab"] * 8)
        for text in ("7", "培训班"):
            await editor.type(text)
            await editor.press("enter")
        assert editor.screen == "IndicatorsScreen"
        await editor.press("escape", "down", "down", "enter")
        assert editor.shows("一行一项，或用顿号隔开")
        await editor.type("电工")
        await editor.press("enter")
        await editor.type("焊工、茶艺")
        assert editor.shows("= 3 项")
        await editor.press("tab")
        assert editor.shows("3场")
