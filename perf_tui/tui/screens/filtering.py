"""A dialog with a line to type in over the rows that match it."""

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
    """Enter takes the first matching item or the chosen one; `nothing` is said where none is.

    `typed` stands in the line from the start.
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
        """The items that a text means, the likeliest first; for no text all of them."""
        raise NotImplementedError

    def row(self, item: Filtered) -> DrawnRow:
        """An item as the list shows it."""
        raise NotImplementedError

    def compose_body(self) -> Iterator[Widget]:
        """The line and the list."""
        yield LineEditor(compact=True, select_on_focus=False)
        with ChoiceScroll(classes="dialog-body"):
            yield ChoiceRows()

    def on_mount(self) -> None:
        """The line takes the keys, the list follows it."""
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
        """Enter takes the row under the cursor."""
        if self._matching:
            self.dismiss(self._matching[self.query_one(ChoiceRows).cursor])
        else:
            self.say(f"还是{self.nothing}")

    @on(ChoiceRows.Chosen)
    def take_clicked(self, event: ChoiceRows.Chosen) -> None:
        """A click on a row takes it."""
        self.dismiss(self._matching[event.index])

    def action_move(self, key: str) -> None:
        """The arrows move in the list while the line keeps the focus."""
        self.query_one(ChoiceRows).move(key)
