"""Ctrl+C: what reaches the clipboard, and what the screen says."""

from pathlib import Path

from support.editor import editing

TO_EXECUTED = ("down", "enter", "down", "down")


async def test_it_copies_the_selection_or_the_whole_figure(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once(*TO_EXECUTED, "ctrl+c")
        assert editor.app.clipboard == "38820071.88"
        assert "已复制" in editor.lines[-2]
        await editor.at_once("end", "shift+left", "shift+left", "ctrl+c")
        assert editor.app.clipboard == "88"
        await editor.at_once("home", "ctrl+c")
        assert editor.app.clipboard == "38820071.88"
        assert not editor.open_year.dirty


async def test_it_copies_words_and_pastes_them_elsewhere(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once("ctrl+g", *"zn", "enter", "ctrl+c")
        words = editor.open_year.session.year.text(str(editor.open_year.place))
        assert words
        assert editor.app.clipboard == words
        await editor.at_once("shift+left", "ctrl+c")
        assert editor.app.clipboard == words[-1]
        await editor.at_once("end", "ctrl+v")
        assert editor.open_year.session.year.text(str(editor.open_year.place)).endswith(
            words[-1] * 2
        )


async def test_where_there_is_nothing_it_says_so(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once("ctrl+c")
        assert "这里没有可复制的内容" in editor.lines[-2]
        await editor.at_once(*TO_EXECUTED, "backspace", "ctrl+c")
        assert "这里没有可复制的内容" in editor.lines[-2]
        await editor.at_once("f1", "ctrl+c")
        assert "这里没有可复制的内容" in editor.text
        assert editor.app.clipboard == ""


async def test_it_copies_the_line_of_a_dialog(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once("ctrl+e", "ctrl+c")
        assert editor.app.clipboard == str(year.with_suffix(".docx"))
        assert "已复制" in editor.text


async def test_half_a_character_does_no_harm(year: Path) -> None:
    async with editing(year) as editor:
        editor.app.copy_to_clipboard("a\ud800")
        assert editor.app.clipboard == "a?"
