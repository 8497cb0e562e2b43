"""A key that has nothing to do says so."""

from pathlib import Path

import pytest

from support.editor import editing
from support.states import State, after_last, blank, faultless, sample

NOTHING = "在这里不起作用"
HERE = [
    (State("task list", sample), "up", NOTHING),
    (State("task list", sample), "escape", NOTHING),
    (State("first field", sample, "enter"), "up", "已是本页第一栏，F3 到前一项"),
    (State("figure", sample, "f6 '01 enter"), "ctrl+w left left", NOTHING),
    (State("blank figure", blank, "f6 '01 enter"), "backspace", NOTHING),
    (State("blank passage", blank, "f6 'zn enter"), "delete", NOTHING),
    (State("passage", sample, "f6 'zn enter"), "end end", NOTHING),
    (State("page", sample, "enter"), "pagedown", NOTHING),
    (State("taken over", after_last, "f6 '01 enter f7"), "f7", "已经取过上年的内容"),
    (State("reading", sample, "f1"), "up", NOTHING),
    (State("reading", sample, "f1"), "f2", "F2 在这里不起作用  上下键翻看"),
    (State("list", sample, "f5"), "home", NOTHING),
    (State("empty list", faultless, "f5"), "enter", NOTHING),
    (State("line", sample, "ctrl+e"), "tab", NOTHING),
    (State("nothing found", sample, "f6 'qqq"), "enter", "还是没有这样的项"),
]


@pytest.mark.parametrize(
    ("state", "keys", "said"), HERE, ids=[f"{state.name}, {keys}" for state, keys, _ in HERE]
)
async def test_it_is_said(tmp_path: Path, state: State, keys: str, said: str) -> None:
    state.make(path := tmp_path / "2024.toml")
    async with editing(path) as editor:
        await editor.at_once(*state.pressed, *keys.split())
        assert said in editor.text


@pytest.mark.parametrize("keys", ["f6 '183 up", "f6 'zn enter end"])
async def test_no_character_that_python_cannot_print_is_taken_for_a_control_key(
    tmp_path: Path, keys: str
) -> None:
    typed = ("\u3000", "乙", "\ue000", "乙", "\U00031350", "乙", "\xa0")
    state = State("", sample, keys)
    state.make(path := tmp_path / "2024.toml")
    async with editing(path) as editor:
        await editor.at_once(*state.pressed, "甲", *typed, "乙")
        place = editor.open_year.place
        assert place is not None
        assert f"甲{''.join(typed)}乙" in editor.open_year.session.year.text(place)
        assert NOTHING not in editor.text


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (120, 40)], ids=str)
async def test_the_line_of_keys_of_every_dialog_is_in_sight(
    year: Path, size: tuple[int, int]
) -> None:
    async with editing(year, size) as editor:
        for dialog in ("f6", "f5", "f9", "f1", "ctrl+p", "ctrl+t", "f12", "ctrl+e"):
            await editor.at_once(dialog)
            assert "Esc 关闭" in editor.text, dialog
            await editor.at_once("f3")
            assert NOTHING in editor.text, dialog
            await editor.at_once("escape")
            assert editor.screen == "HomeScreen"


@pytest.mark.parametrize("keys", ["f1", "f5", "f6", "f9", "f12", "ctrl+p", "ctrl+t", "ctrl+e"])
async def test_f1_in_a_dialog_says_more_than_its_keys(tmp_path: Path, keys: str) -> None:
    sample(path := tmp_path / "2024.toml")
    async with editing(path, (120, 40)) as editor:
        await editor.at_once(keys)
        before = editor.text
        await editor.at_once("f1")
        assert editor.text != before
        assert NOTHING not in editor.text
