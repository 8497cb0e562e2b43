"""The user's own keys: which are taken, which are refused and how."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from perf_tui.store.user.settings import Settings
from perf_tui.tui.keys.bindings import DEFAULTS
from perf_tui.tui.keys.rebinding import rebind
from support.editor import editing

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def in_force(wanted: Mapping[str, str]) -> dict[str, str]:
    """The keys that differ from the defaults."""
    usual = {action.name: action.keys for action in DEFAULTS}
    actions, _ = rebind(DEFAULTS, wanted)
    return {one.name: one.keys for one in actions if one.keys != usual[one.name]}


@pytest.mark.parametrize(
    ("wanted", "taken"),
    [
        ({}, {}),
        ({"check": "F5, Ctrl+U"}, {"check": "f5,ctrl+u"}),
        ({"check": "ctrl+u,ctrl+u"}, {"check": "ctrl+u"}),
        ({"check": "f6", "go_to": "f5"}, {"check": "f6", "go_to": "f5"}),
        ({"leave": "ctrl+w"}, {"leave": "ctrl+w"}),
        ({"leave": "ctrl+w", "save": "ctrl+q"}, {"leave": "ctrl+w", "save": "ctrl+q"}),
        ({"preview": "shift+f10"}, {"preview": "shift+f10"}),
    ],
)
def test_function_keys_and_ctrl_letters_are_taken(
    wanted: Mapping[str, str], taken: Mapping[str, str]
) -> None:
    assert in_force(wanted) == taken
    assert rebind(DEFAULTS, wanted)[1] == ()


@pytest.mark.parametrize(
    "key",
    [
        *("a", "1", "，", "alt+x", "enter", "tab", "escape", "up", "", "f25", "f0", "ctrl+1"),
        # A terminal sends these as Backspace, Tab and Enter.
        *("ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m"),
    ],
)
def test_other_keys_are_refused_with_a_sentence(key: str) -> None:
    assert in_force({"check": f"ctrl+u,{key}"}) == {}
    (said,) = rebind(DEFAULTS, {"check": f"ctrl+u,{key}"})[1]
    assert said == f"设置里的 keys.check 用不了 {key}，改用功能键或 Ctrl 加字母"


def test_a_key_used_twice_is_refused_and_other_wishes_hold() -> None:
    wanted = {"check": "f2", "preview": "ctrl+u", "export": "ctrl+u", "nothing": "ctrl+w"}
    assert in_force(wanted) == {"preview": "ctrl+u"}
    assert rebind(DEFAULTS, wanted)[1] == (
        "设置里的 keys.check 用不了 F2，“保存”在用，换一个键",
        "设置里的 keys.export 用不了 Ctrl+U，“预览”在用，换一个键",
        "设置里的 keys.nothing 没有这个动作",
    )


def test_a_refusal_that_gives_a_key_back_refuses_who_wanted_it() -> None:
    wanted = {"check": "f6", "go_to": "alt+g"}
    assert in_force(wanted) == {}
    assert len(rebind(DEFAULTS, wanted)[1]) == 2


def test_the_example_in_the_readme_is_taken() -> None:
    found = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    examples = [tomllib.loads(text) for text in found]
    (keys,) = [example["keys"] for example in examples if "keys" in example]
    assert in_force(keys) == keys


async def test_a_rebound_action_works_by_its_new_keys_alone_and_shows_them(year: Path) -> None:
    keys = {"check": "ctrl+u", "go_to": "f5", "leave": "ctrl+w"}
    async with editing(year, (80, 40), settings=Settings(keys=keys)) as editor:
        await editor.at_once("enter", "f5")
        assert editor.screen == "GoToDialog"
        await editor.at_once("escape", "f6", "ctrl+g")
        assert editor.screen == "PageScreen"
        assert "^U检查" in editor.lines[-1]
        assert "^W离开" in editor.lines[-1]
        await editor.at_once("ctrl+p", *"jc")
        assert "Ctrl+U" in editor.text
        await editor.at_once("enter")
        assert editor.screen == "FindingsDialog"
        await editor.at_once("escape", "f1")
        assert any("Ctrl+U" in line and "检查" in line for line in editor.lines)
        await editor.at_once("f10", "ctrl+q")
        assert editor.app.is_running
        await editor.at_once("ctrl+w")
        assert editor.app.return_value == 0


@pytest.mark.parametrize("place", [None, "budget.executed"])
async def test_what_cannot_be_used_stands_on_the_status_line(year: Path, place: str | None) -> None:
    settings = Settings(keys={"check": "x"}, complaints=("先用默认设置，设置文件打不开",))
    async with editing(year, (120, 40), settings=settings, place=place) as editor:
        assert "先用默认设置，设置文件打不开；设置里的 keys.check 用不了 x" in editor.lines[-2]
        await editor.at_once("f5")
        assert editor.screen == "FindingsDialog"
