"""A dialog with a line to type in and the items that match it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from textual import on
from textual.binding import Binding
from textual.widget import Widget

from perf_tui.tui.drawing.rows import DrawnRow
from perf_tui.tui.screens.dialog import Dialog
from perf_tui.tui.widgets.choices import ChoiceRows, ChoiceScroll
from perf_tui.tui.widgets.line_editor import LineEditor

Filtered = TypeVar("Filtered")
MOVING = ("up", "down", "tab", "shift+tab", "pageup", "pagedown")


class FilterDialog(Dialog[Filtered]):
    """Lists the items that match the typed text. The result is the item taken, or None after Esc.

    Enter takes the item under the cursor, which starts at the first. `nothing` is the message if
    none matches, `typed` the text at the start.
    """

    BINDINGS = [
        Binding("enter", "take", show=False, priority=True),
        *(Binding(key, f"move('{key}')", show=False, priority=True) for key in MOVING),
    ]
    nothing = ""

    def __init__(self, title: str, typed: str = "") -> None:
        super().__init__(title)
        self._typed = typed
        self._matching: Sequence[Filtered] = ()

    def matching(self, typed: str) -> Sequence[Filtered]:
        """Return the items that a text means, the likeliest first, or all for an empty text."""
        raise NotImplementedError

    def row(self, item: Filtered) -> DrawnRow:
        """Return an item as the list shows it."""
        raise NotImplementedError

    def compose_body(self) -> Iterator[Widget]:
        """Yield the line and the list."""
        yield LineEditor(compact=True, select_on_focus=False)
        with ChoiceScroll(classes="dialog-body"):
            yield ChoiceRows()

    def on_mount(self) -> None:
        """Focus the line, and let the list follow its text."""
        super().on_mount()
        line = self.query_one(LineEditor)
        line.value = self._typed
        line.cursor_position = len(self._typed)
        self.set_focus(line)
        self.watch(line, "value", self.narrow)

    def narrow(self, typed: str) -> None:
        """Show the items that match what was typed."""
        self._matching = self.matching(typed)
        choices = self.query_one(ChoiceRows)
        choices.show([self.row(item) for item in self._matching])
        choices.cursor = 0
        if self._matching:
            self.say_keys()
        else:
            self.say(self.nothing)

    def action_take(self) -> None:
        """Take the item under the cursor, on Enter."""
        if self._matching:
            self.dismiss(self._matching[self.query_one(ChoiceRows).cursor])
        else:
            self.say(f"还是{self.nothing}")

    @on(ChoiceRows.Chosen)
    def take_clicked(self) -> None:
        """Take the clicked item, on which the cursor already is."""
        self.action_take()

    def action_move(self, key: str) -> None:
        """Move the cursor in the list, while the line keeps the focus."""
        self.query_one(ChoiceRows).move(key)
