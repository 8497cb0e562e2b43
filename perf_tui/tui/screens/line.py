"""A dialog that asks for a text in a line and does something with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from textual.binding import Binding
from textual.widget import Widget

from perf_tui.editing.refusing import RefusedError
from perf_tui.store.errors import SaveError
from perf_tui.tui.keys.vocabulary import ways
from perf_tui.tui.screens.dialog import Dialog
from perf_tui.tui.widgets.line_editor import LineEditor

Result = TypeVar("Result")


class LineDialog(Dialog[Result]):
    """Asks for a text in a line, with a proposed one. Enter accepts it, which may be refused."""

    BINDINGS = [Binding("enter", "accept", show=False, priority=True)]

    def __init__(self, title: str, proposed: str = "") -> None:
        super().__init__(title)
        self._proposed = proposed

    def accept(self, typed: str) -> None:
        """Do what the text is for and close. Raises RefusedError or SaveError to stay open."""
        raise NotImplementedError

    @property
    def line(self) -> LineEditor:
        """The line."""
        return self.query_one(LineEditor)

    def compose_body(self) -> Iterator[Widget]:
        """Yield the line."""
        yield LineEditor(self._proposed, compact=True, select_on_focus=False)

    def on_mount(self) -> None:
        """Focus the line."""
        super().on_mount()
        self.set_focus(self.line)

    def propose(self, text: str) -> None:
        """Put another text into the line, the cursor behind it."""
        self.line.value = text
        self.line.cursor_position = len(text)

    def action_accept(self) -> None:
        """Accept the text, or say why it cannot be."""
        try:
            self.accept(self.line.value)
        except RefusedError as refusal:
            self.say(refusal.worded(ways(self.key_of)))
        except SaveError as error:
            self.say(str(error))
