"""Giving an action another key: the next one pressed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from textual.widget import Widget

from perf_tui.tui.drawing.rows import Piece
from perf_tui.tui.keys.bindings import Action
from perf_tui.tui.screens.dialog import Dialog
from perf_tui.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from perf_tui.tui.apps.base import BaseApp

RESTORED = ("delete", "backspace")


class NewKeyDialog(Dialog[str]):
    """Takes the next key for an action, even one bound elsewhere.

    The result is the action's name if its keys have changed, or None after Esc.
    """

    keys = "按下要用的键：功能键，或 Ctrl 加字母  Delete 恢复原来的  Esc 不改"

    def __init__(self, action: Action) -> None:
        super().__init__(f"“{action.label}”用哪个键")
        self._action = action

    def compose_body(self) -> Iterator[Widget]:
        """Yield the words: what the action does, and its keys so far."""
        words = Rows(id="words")
        words.can_focus = True
        yield words

    def on_mount(self) -> None:
        """Focus the words, so that keys are no longer kept. The keys go to `grab`."""
        super().on_mount()
        words = self.query_one("#words", Rows)
        words.show([(Piece(f"{self._action.words}；现在是 {self._action.key_names}"),)])
        self.set_focus(words)

    def grab(self, key: str) -> None:
        """Give the action this key and close, or say why it cannot have it."""
        if key == "escape":
            self.dismiss(None)
            return
        name = self._action.name
        refusal = cast("BaseApp", self.app).rekey(name, "" if key in RESTORED else key)
        if refusal:
            self.say(f"{refusal.removeprefix(f'设置里的 keys.{name} ')}  Esc 不改")
        else:
            self.dismiss(name)
