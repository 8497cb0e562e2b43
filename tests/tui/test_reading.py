"""What there is to read opens at the place where one is."""

from pathlib import Path

import pytest

from support.editor import editing


@pytest.mark.parametrize(
    ("key", "first"),
    [("ctrl+t", "> 13 信访案件处置率"), ("f9", "13.信访案件处置率（8分）")],
)
async def test_from_an_indicator_it_opens_at_that_indicator(
    year: Path, key: str, first: str
) -> None:
    place = "indicators.petition_cases.remark"
    async with editing(year, place=place) as editor:
        await editor.press(key)
        assert editor.lines[2].startswith(f"| {first} ")
        await editor.press("escape")
        assert editor.open_year.place == place


async def test_a_shared_fact_opens_the_indicator_on_the_screen(year: Path) -> None:
    async with editing(year) as editor:
        await editor.press("ctrl+g", *"13", "enter", "ctrl+t")
        assert editor.lines[2].startswith("| > 13 ")


@pytest.mark.parametrize(("key", "first"), [("ctrl+t", "| 总分 "), ("f9", "人民政府")])
async def test_from_elsewhere_it_opens_at_its_beginning(year: Path, key: str, first: str) -> None:
    async with editing(year) as editor:
        await editor.press(key)
        assert first in editor.lines[2]
        await editor.press("escape", "enter", key)
        assert first in editor.lines[2]


async def test_another_size_leaves_the_reader_alone(year: Path) -> None:
    async with editing(year, place="indicators.petition_cases.remark") as editor:
        await editor.press("ctrl+t", "home")
        await editor.resize(80, 20)
        assert editor.lines[2].startswith("| 总分 ")


async def test_f1_on_the_task_list_says_how_a_year_is_done(year: Path) -> None:
    async with editing(year) as editor:
        await editor.press("f1")
        assert "Ctrl+D 定稿，Ctrl+E 导出 Word 报告" in editor.text
