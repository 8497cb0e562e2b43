"""The settings, which Enter changes with immediate effect."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from perf_tui.showing.glyphs import ASCII, FULL
from perf_tui.showing.themes import THEMES
from perf_tui.store.errors import SaveError
from perf_tui.store.user.settings import change_setting, settings_path
from perf_tui.tui.drawing.rows import DrawnRow
from perf_tui.tui.drawing.settings import GLYPHS_ROW, MOUSE_ROW, THEME_ROW, settings_rows
from perf_tui.tui.keys.waiting import app_of
from perf_tui.tui.screens.dialog import ChoosingDialog
from perf_tui.tui.screens.new_key import NewKeyDialog
from perf_tui.tui.widgets.choices import ChoiceRows

if TYPE_CHECKING:
    from perf_tui.tui.apps.editor import EditorApp


class SettingsDialog(ChoosingDialog):
    """Shows the settings. Enter changes the one under the cursor and writes the settings file."""

    keys = "上下键选择  Enter 更换  Esc 关闭"
    about = "配色、符号、鼠标、按键，选一行按 Enter 就换"

    def __init__(self) -> None:
        super().__init__("设置", self._draw_settings)

    def action_take(self) -> None:
        """Change the setting under the cursor, on Enter."""
        row = self.query_one(ChoiceRows).cursor
        if row == THEME_ROW:
            self._next_theme()
        elif row == GLYPHS_ROW:
            self._other_glyphs()
        elif row == MOUSE_ROW:
            self._editor.use_mouse(not self._editor.mouse)
            self._keep("mouse", self._editor.mouse)
        elif (place := row - self.query_one(ChoiceRows).count) >= -len(self._editor.actions):
            self.app.push_screen(NewKeyDialog(self._editor.actions[place]), self._keep_key)
        else:
            self.no_effect("enter")

    def _next_theme(self) -> None:
        names = list(THEMES)
        theme = names[(names.index(self._editor.theme_name) + 1) % len(names)]
        self._editor.use_theme(theme)
        self._keep("theme", theme)

    def _other_glyphs(self) -> None:
        glyphs = FULL if self._editor.glyphs.plain else ASCII
        self._editor.use_glyphs(glyphs)
        self._keep("ascii", glyphs.plain)

    def _keep_key(self, name: str | None) -> None:
        app_of(self).release_keys()
        if name:
            self._editor.use_glyphs(self._editor.glyphs)
            self._keep("keys", self._editor.own_keys)

    def _keep(self, key: str, value: str | bool | Mapping[str, str]) -> None:
        self.on_resize()
        try:
            change_setting(key, value)
        except SaveError as error:
            self.say(f"现在就用，{error}")
        else:
            self.say("已更换并保存")

    def _draw_settings(self, width: int) -> list[DrawnRow]:
        app = self._editor
        return settings_rows(
            app.theme_name,
            app.glyphs,
            mouse=app.mouse,
            actions=app.actions,
            complaints=app.complaints,
            path=settings_path(),
            width=width,
        )

    @property
    def _editor(self) -> EditorApp:
        return cast("EditorApp", self.app)
