"""Every action of the editor with its keys: the one table from which key bar and bindings come.

The keys work while a Chinese input method is on: function keys and Ctrl chords, two for an action
where there are two, never a bare letter and never Alt.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding


@dataclass(frozen=True, slots=True)
class Action:
    """Something the user can do: `name` is Textual's action, the first key stands in the bar."""

    name: str
    keys: str
    label: str
    in_bar: bool = True

    @property
    def key_label(self) -> str:
        """The first key as the bar prints it: F2, ^E."""
        first = self.keys.split(",", 1)[0]
        return f"^{first[-1].upper()}" if first.startswith("ctrl+") else first.upper()


LEAVE = (Action("leave", "f10,ctrl+q", "离开"),)
ACTIONS = (
    Action("guidance", "f1", "说明"),
    Action("save", "f2,ctrl+s", "保存"),
    Action("turn(-1)", "f3", "上一项"),
    Action("turn(1)", "f4", "下一项"),
    Action("check", "f5", "检查"),
    Action("go_to", "f6,ctrl+g", "转到"),
    Action("next_problem(1)", "f8", "下一处"),
    # Terminals send Shift+F8 as F20.
    Action("next_problem(-1)", "shift+f8,f20", "上一处", in_bar=False),
    Action("preview", "f9", "预览"),
    Action("export", "ctrl+e", "导出"),
    Action("working", "ctrl+t", "算式", in_bar=False),
    Action("undo", "ctrl+z", "撤销", in_bar=False),
    Action("redo", "ctrl+y", "重做", in_bar=False),
)


def bindings(actions: Iterable[Action]) -> list[Binding | tuple[str, str] | tuple[str, str, str]]:
    """Their bindings; they come before those of the editors, which know some of the same keys."""
    return [
        Binding(action.keys, action.name, action.label, show=False, priority=True)
        for action in actions
    ]
