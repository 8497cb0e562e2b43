"""The page of the scheme by keyboard, and a year that is begun by the rules of a bureau."""

from pathlib import Path

from perf_tui.store.user.places import recall_place
from perf_tui.store.years.year_file import read_year_file
from support.editor import editing, starting
from support.samples import township


async def test_a_value_is_changed_and_taken_back(office: Path) -> None:
    async with editing(office) as editor:
        await editor.press("f24", "down", "down")
        assert editor.shows("原方案 产出指标 50、效益指标 30、满意度指标 10")
        await editor.type("产出指标 60、效益指标 30")
        await editor.press("enter")
        assert [one.points for one in editor.open_year.form.levels] == [60, 30]
        await editor.type("优 九十")
        await editor.press("enter")
        assert editor.shows("等级填的“优 九十”看不懂，暂按原来的方案计分")
        await editor.press("ctrl+z", "ctrl+z")
        assert [one.points for one in editor.open_year.form.levels] == [50, 30, 10]
        await editor.press("f4")
        assert editor.screen == "HomeScreen"


async def test_it_is_reached_from_the_table_and_left_to_it(office: Path) -> None:
    async with editing(office) as editor:
        await editor.press("f18", "f24")
        assert editor.shows("评分方案")
        await editor.press("escape")
        assert editor.screen == "IndicatorsScreen"


async def test_a_year_by_the_rules_of_a_bureau_opens_on_its_scheme(tmp_path: Path) -> None:
    async with starting(tmp_path) as player:
        await player.press("end")
        assert player.shows("打开先填评分方案")
        await player.press("enter")
        assert player.shows("依据：本地财政局的文件")
        await player.press("enter")
    (path,) = tmp_path.glob("*.toml")  # noqa: ASYNC240 — when the program has ended
    assert read_year_file(path, township).form.id == "national"
    assert recall_place(path) == "scheme.basis"
