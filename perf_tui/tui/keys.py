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
    """Something the user can do: the function `name` in the module `subject` of `actions`.

    `keys` as Textual names them, the first one stands in the key bar.
    """

    subject: str
    name: str
    keys: str
    label: str
    in_bar: bool = True

    @property
    def key_label(self) -> str:
        """The first key as the bar prints it: F2, ^E."""
        first = self.keys.split(",", 1)[0]
        return f"^{first[-1].upper()}" if first.startswith("ctrl+") else first.upper()


# In every dialog too, and so an action of the application.
LEAVE = Action("saving", "leave", "f10,ctrl+q", "离开")
ACTIONS = (
    Action("reading", "guidance", "f1", "说明"),
    Action("saving", "save", "f2,ctrl+s", "保存"),
    Action("walking", "previous_page", "f3", "上一项"),
    Action("walking", "next_page", "f4", "下一项"),
    Action("problems", "check", "f5", "检查"),
    Action("walking", "go_to", "f6,ctrl+g", "转到"),
    Action("problems", "next_problem", "f8", "下一处"),
    # Terminals send Shift+F8 as F20.
    Action("problems", "previous_problem", "shift+f8,f20", "上一处", in_bar=False),
    Action("reading", "preview", "f9", "预览"),
    Action("exporting", "export", "ctrl+e", "导出"),
    Action("reading", "working", "ctrl+t", "算式", in_bar=False),
    Action("words", "rewrite", "ctrl+r", "改写", in_bar=False),
    Action("answers", "adopt", "ctrl+k", "采纳建议", in_bar=False),
    Action("answers", "accept", "ctrl+n", "说明无误", in_bar=False),
    Action("finishing", "finish", "ctrl+d", "定稿", in_bar=False),
    Action("finishing", "enter_twice", "ctrl+f", "双录核对", in_bar=False),
    Action("history", "undo", "ctrl+z", "撤销", in_bar=False),
    Action("history", "redo", "ctrl+y", "重做", in_bar=False),
)


def bindings(actions: Iterable[Action]) -> list[Binding | tuple[str, str] | tuple[str, str, str]]:
    """Their bindings; they come before those of the editors, which know some of the same keys."""
    return [
        Binding(
            action.keys,
            f"run('{action.subject}', '{action.name}')",
            action.label,
            show=False,
            priority=True,
        )
        for action in actions
    ]
