"""The finish: the last look, making the year final and opening it again, typing figures twice."""

from pathlib import Path

from perf_tui.store.forms import load_form
from perf_tui.store.years.year_file import read_year_file
from support.editor import editing


async def test_f5_twice_shows_every_value_with_its_score(year: Path) -> None:
    async with editing(year, (120, 200)) as editor:
        await editor.at_once("f5", "f5")
        for shown in ("约22.6 万元", "5.00 / 5 分", "99.54 = 9.5412 + 90", "达成"):
            assert shown in editor.text


async def test_a_final_year_takes_no_edit_until_it_is_reopened_for_a_reason(year: Path) -> None:
    async with editing(year) as editor:
        before = editor.open_year.session.year
        await editor.at_once("ctrl+d")
        assert "核对全部内容" in editor.text
        assert not editor.open_year.session.year.locked
        await editor.at_once("ctrl+d")
        assert "已定稿并保存" in editor.text
        saved = read_year_file(year, load_form).year
        assert saved.locked
        await editor.at_once("down", "enter", "5", "enter", "ctrl+z", "down", "6")
        assert editor.open_year.session.year == saved
        assert "已定稿，只能看" in editor.text
        await editor.at_once("ctrl+d", *"数字有误", "enter", "7", "enter")
        year_now = editor.open_year.session.year
        assert not year_now.locked
        assert year_now.record("final")["reopened_1"].endswith("数字有误")
        assert dict(before.texts).keys() <= dict(year_now.texts).keys()
        assert "7" in year_now.texts.values()


async def test_a_year_with_errors_is_not_made_final(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once("down", "enter", "down", "down", *"30000000", "ctrl+d")
        assert "还不能定稿：必改 2 处" in editor.text
        assert "核对" not in editor.lines[2]
        await editor.at_once("down", "enter")
        assert editor.open_year.place == "indicators.budget_execution.deviation_reason"
        assert not editor.open_year.session.year.locked


async def test_what_waits_to_be_confirmed_holds_the_final_copy_up(year: Path) -> None:
    async with editing(year) as editor:
        session = editor.open_year.session
        session.put_all({"pending.facts.hotline_cases": "2023", "pending.budget.initial": "2023"})
        await editor.at_once("ctrl+d")
        assert "还不能定稿：必改 2 处，其中待确认 2 处" in editor.text
        assert "待确认 预算执行" in " ".join(editor.text.split())
        await editor.at_once("down", "enter")
        assert editor.open_year.place == "facts.hotline_cases"
        await editor.at_once("enter", "f8")
        assert editor.open_year.place == "budget.initial"
        await editor.at_once("enter", "f5", "f5", "ctrl+d")
        assert session.year.locked


async def test_typing_the_budget_twice_shows_both_figures_where_they_differ(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once("ctrl+f", *"2739.3095万", "enter", *"40686884.99", "enter")
        assert "年初预算数：27393095，两次一致" in editor.text
        assert "全年调整预算数：第一次 40686884.93，第二次 40686884.99" in editor.text
        await editor.at_once(*"9,5", "enter")
        assert "9,5" in editor.text
        await editor.at_once("ctrl+u", "enter")
        assert "第二次 空白" in editor.text
        assert "有不一致的" in editor.text
        await editor.at_once("enter")
        assert editor.screen == "HomeScreen"


async def test_with_nothing_left_to_mend_f8_tells_what_evidence_is_missing(year: Path) -> None:
    async with editing(year) as editor:
        at, table = "f6", "预算执行"
        await editor.at_once(at, *table, "enter", *["down"] * 4, *"项目增加", "enter", "f8")
        assert "没有缺漏，也没有问题；佐证还缺 33 份" in editor.text
