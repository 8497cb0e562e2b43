"""When what is wrong may be said: not of a form nobody has touched, not while it is being typed."""

from pathlib import Path

import pytest

from perf_tui.core.answers.year import Year
from perf_tui.store.forms import load_form
from perf_tui.store.years.year_file import YearFile, write_year_file
from support.editor import Editor, editing

VISITED = "facts.visited_people"


@pytest.fixture
def blank(tmp_path: Path) -> Path:
    """A year in which nothing has been filled in."""
    path = tmp_path / "2025.toml"
    write_year_file(path, YearFile(load_form("township"), Year("township", 2025)))
    return path


async def test_an_untouched_form_is_silent_wherever_one_walks(blank: Path) -> None:
    async with editing(blank) as editor:
        pages = editor.open_year.form.pages
        for _ in pages:
            await editor.at_once("f4", "enter", "down", "tab", "shift+tab")
            assert "! " not in editor.text
            assert "? " not in editor.text
        assert editor.open_year.shown == ()
        await editor.at_once("escape", "ctrl+g", "1", "enter", *["enter"] * 20)
        assert "还没有填。" not in editor.text


async def test_a_field_that_was_filled_and_blanked_again_is_judged(blank: Path) -> None:
    async with editing(blank) as editor:
        await editor.at_once("down", "enter", "5", "enter", "up", "delete", "enter")
        assert "年初预算数还没有填" in editor.text


async def test_f8_judges_the_place_it_goes_to_and_no_other(blank: Path) -> None:
    async with editing(blank) as editor:
        await editor.at_once("ctrl+g", "1", "enter", "f8")
        assert "实发补助人数还没有填" in editor.text
        assert "应发补助人数还没有填" not in editor.text
        await editor.at_once("f5", "escape")
        assert "应发补助人数还没有填" in editor.text


async def test_a_check_across_fields_waits_until_the_field_is_left(year: Path) -> None:
    async with editing(year) as editor:
        await go_to_field(editor, VISITED)
        await editor.at_once(*"100")
        assert "走访人数少于入户走访户数" not in editor.text
        await editor.at_once("enter")
        assert "走访人数少于入户走访户数" in editor.text
        assert editor.text.count("见“入户走访户数”一栏的提醒") == 1


async def test_a_marked_field_is_judged_anew_at_every_key(year: Path) -> None:
    async with editing(year) as editor:
        await go_to_field(editor, VISITED)
        await editor.at_once(*"100", "enter", "up", "end", *"00")
        assert "走访人数少于入户走访户数" not in editor.text
        await editor.at_once("backspace")
        assert "走访人数少于入户走访户数" in editor.text


async def go_to_field(editor: Editor, address: str) -> None:
    """Walks to a field, as its page's place in the list and its own on the page say."""
    page = editor.open_year.form.home_of[address]
    steps = ["down"] * page.addresses.index(address)
    await editor.at_once("ctrl+g", *str(page.number), "enter", *steps)
