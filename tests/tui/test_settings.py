"""The settings screen: what Enter changes holds at once and is kept."""

from pathlib import Path
from unicodedata import east_asian_width

import pytest

from perf_tui.showing.themes import THEME_LABELS, THEMES
from perf_tui.store.user.settings import Settings, read_settings, settings_path
from perf_tui.tui.keys.bindings import DEFAULTS
from support.editor import Editor, editing


@pytest.fixture(autouse=True)
def new_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))


def ambiguous(editor: Editor) -> set[str]:
    return {sign for sign in editor.text if east_asian_width(sign) == "A"}


@pytest.mark.parametrize("key", ["f12", "ctrl+o"])
async def test_enter_goes_through_the_themes_and_keeps_each(year: Path, key: str) -> None:
    async with editing(year) as editor:
        await editor.at_once("enter", key)
        for name in (*list(THEMES)[1:], "dark"):
            await editor.at_once("enter")
            assert f"{THEME_LABELS[name]}（{name}）" in editor.text
            assert "已更换并保存" in editor.text
            assert editor.app.theme == THEMES[name]
            assert read_settings(THEMES) == Settings(name)
        await editor.at_once("escape")
        assert editor.screen == "PageScreen"


async def test_plain_signs_hold_at_once_on_every_screen_and_back(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once("down", "down", "enter")
        assert ambiguous(editor)
        await editor.at_once("f12", "down", "enter")
        assert "只用宽度一定的符号" in editor.text
        assert read_settings(THEMES).ascii_only
        for key in ("escape", "escape", "pagedown", "enter", "f9"):
            await editor.at_once(key)
            assert not ambiguous(editor), key
        await editor.at_once("escape", "f12", "down", "enter", "escape")
        assert ambiguous(editor)
        assert not read_settings(THEMES).ascii_only


async def test_it_shows_all_keys_and_where_the_file_lies_and_what_is_wrong_with_it(
    year: Path,
) -> None:
    settings = Settings(keys={"check": "x"})
    async with editing(year, (120, 60), settings=settings) as editor:
        await editor.at_once("f12")
        unwrapped = "".join(
            line.split("|")[1].strip() if "|" in line else "" for line in editor.lines
        )
        assert f"设置文件 {settings_path()}" in unwrapped
        assert "没有用上 设置里的 keys.check 用不了 x" in editor.text
        for action in DEFAULTS:
            assert any(action.name in line and action.key_names in line for line in editor.lines), (
                action.name
            )


async def test_a_key_is_changed_by_pressing_another_and_holds_at_once(year: Path) -> None:
    below = len(DEFAULTS) - 1 - [action.name for action in DEFAULTS].index("check")
    to_check = ("f12", "end", *["up"] * below, "enter")
    async with editing(year) as editor:
        await editor.at_once(*to_check, "a")  # typed ahead of the dialog
        assert "“检查”用哪个键" in editor.text
        assert "用不了 a，改用功能键或 Ctrl 加字母" in editor.text
        await editor.at_once("ctrl+q")
        assert "用不了 Ctrl+Q，“离开”在用，换一个键" in editor.text
        await editor.at_once("ctrl+u")
        assert "已更换并保存" in editor.text
        assert read_settings(THEMES).keys == {"check": "ctrl+u"}
        await editor.at_once("escape", "f5")
        assert "F5 在这里不起作用" in editor.text
        await editor.at_once("ctrl+u")
        assert "检查结果" in editor.text
        await editor.at_once("escape", *to_check, "delete", "escape", "f5")
        assert "检查结果" in editor.text
        assert read_settings(THEMES).keys == {}


async def test_what_cannot_be_kept_holds_until_the_end_and_is_said(year: Path) -> None:
    settings_path().parent.mkdir()
    settings_path().write_text("theme = =")
    async with editing(year, (120, 40)) as editor:
        await editor.at_once("f12", "enter")
        assert "现在就用，设置没有保存：设置文件第 1 行读不下去" in editor.text
        assert editor.app.theme == THEMES["light"]
    assert settings_path().read_text() == "theme = ="


async def test_a_click_changes_what_it_is_on(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once("f12")
        row = next(n for n, line in enumerate(editor.lines) if "符号" in line and "全部" in line)
        await editor.pilot.click(offset=(20, row))
        await editor.quiet()
        assert editor.screen == "SettingsDialog"
        assert editor.app.glyphs.plain
        assert editor.app.theme == THEMES["dark"]
