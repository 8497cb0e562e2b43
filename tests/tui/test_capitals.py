"""Money in capital numerals, on request."""

from pathlib import Path

import pytest

from support.editor import editing


@pytest.mark.parametrize("key", ["shift+f1", "f13"])
async def test_a_budget_figure_is_read_in_capitals(year: Path, key: str) -> None:
    async with editing(year) as editor:
        await editor.at_once("down", "enter", "down", "down", key)
        assert "全年执行数大写：叁仟捌佰捌拾贰万零柒拾壹元捌角捌分" in editor.text


async def test_where_there_is_no_money_it_says_so(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once("shift+f1")
        assert "先走到填金额的一栏" in editor.text
        await editor.at_once("down", "enter", "delete", "shift+f1")
        assert "年初预算数还没有读得出的数" in editor.text
