"""The command palette: every action by its name, its description or its pinyin initials."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import normalize

from perf_tui.core.numbers import clean_text
from perf_tui.showing.glyphs import Glyphs
from perf_tui.tui.drawing.rows import DrawnRow, Piece, pad
from perf_tui.tui.keys.bindings import Action
from perf_tui.tui.screens.filtering import FilterDialog


class PaletteDialog(FilterDialog[Action]):
    """Lists the actions with their keys in force. The result is the action to run."""

    keys = "输名称、说明里的词或拼音首字母  上下键选择  Enter 执行  Esc 关闭"
    about = "所有的动作都在这里，右边是它的按键"
    nothing = "没有这样的动作，换个词试试  Esc 关闭"

    def __init__(self, actions: Sequence[Action], glyphs: Glyphs) -> None:
        super().__init__("命令")
        self._actions = [action for action in actions if action.name != "palette"]
        self._glyphs = glyphs

    def matching(self, typed: str) -> Sequence[Action]:
        """Return the actions that match by name or initials, then those by their description."""
        wanted = normalize("NFKC", clean_text(typed)).strip().lower()

        def rank(action: Action) -> int:
            if action.initials.startswith(wanted) or wanted in action.label:
                return 0
            return 1 if wanted in action.words.lower() else 2

        return sorted((one for one in self._actions if rank(one) < 2), key=rank)

    def row(self, item: Action) -> DrawnRow:
        """Return an action's name, its keys and what it does."""
        return (
            Piece(pad(f" {item.label}", 12)),
            Piece(pad(item.key_names, 14), "active"),
            Piece(self._glyphs.spell(item.words), "dim"),
        )
