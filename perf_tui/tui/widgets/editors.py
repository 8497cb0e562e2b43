"""The two editors of a form: one line for figures, several for words.

Stock widgets, so that the input method finds the cursor. Both speak the same messages.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual import events, on
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input, TextArea
from textual.widgets.input import Selection

from perf_tui.core.numbers import clean_text


@dataclass
class Edited(Message):
    """The text in the editor has changed.

    Posted to the screen and not bubbled there, so that it comes before the editor's own repaint
    and a key costs one frame.
    """

    text: str


class Accepted(Message):
    """Enter: the field is done."""


@dataclass
class Moved(Message):
    """An arrow key or Tab leaves the field: +1 for the next, -1 for the one before."""

    step: int


class LineEditor(Input):
    """One line. It lays nothing out anew while typing, because its size is fixed."""

    BINDINGS = [
        Binding("up", "leave(-1)", show=False),
        Binding("down", "leave(1)", show=False),
    ]
    # A stock Input changes its virtual size at every key and with it the layout of the screen.
    virtual_size = Reactive(Size(0, 0), layout=False)

    def load(self, text: str) -> None:
        """Show another text, selected, so that typing replaces it; nobody is told."""
        with self.prevent(Input.Changed):
            self.value = text
        self.selection = Selection(0, len(text))

    @on(Input.Changed)
    def _tell_edited(self, event: Input.Changed) -> None:
        event.stop()
        self.screen.post_message(Edited(event.value))

    @on(Input.Submitted)
    def _tell_accepted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(Accepted())

    def action_leave(self, step: int) -> None:
        """Up and down go to the neighbouring fields."""
        self.post_message(Moved(step))

    def _on_paste(self, event: events.Paste) -> None:
        # Stock Input silently keeps the first line only; nothing pasted may vanish.
        event.prevent_default()
        event.stop()
        text = clean_text(event.text).strip("\n").replace("\n", " ")
        self.replace(text, *sorted(self.selection))


class PassageEditor(TextArea):
    """Several lines; in a field for one paragraph Enter accepts, elsewhere it breaks the line."""

    def __init__(self) -> None:
        super().__init__(soft_wrap=True, tab_behavior="focus", show_line_numbers=False)
        self.single = True

    def load(self, text: str) -> None:
        """Show another text without saying that it was edited, the cursor at its end."""
        with self.prevent(TextArea.Changed):
            self.load_text(text)
        self.move_cursor(self.document.end)

    @on(TextArea.Changed)
    def _tell_edited(self, event: TextArea.Changed) -> None:
        event.stop()
        self.screen.post_message(Edited(self.text))

    async def _on_key(self, event: events.Key) -> None:
        at_top = self.cursor_at_first_line and event.key == "up"
        at_bottom = self.cursor_at_last_line and event.key == "down"
        if event.key == "enter" and self.single:
            message: Message = Accepted()
        elif at_top or at_bottom:
            message = Moved(-1 if at_top else 1)
        else:
            await super()._on_key(event)
            return
        event.prevent_default()
        event.stop()
        self.post_message(message)

    async def _on_paste(self, event: events.Paste) -> None:
        text = clean_text(event.text)
        event.prevent_default()
        event.stop()
        self.replace(text.replace("\n", " ") if self.single else text, *self.selection)
