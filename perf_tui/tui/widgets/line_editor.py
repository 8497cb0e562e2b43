"""The editor for figures: a stock input, so that an input method finds the cursor."""

from __future__ import annotations

from textual import events, on
from textual.binding import Binding
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input
from textual.widgets.input import Selection

from perf_tui.core.numbers import clean_text
from perf_tui.tui.widgets.editing import Accepted, Moved


class LineEditor(Input):
    """One line. It lays nothing out anew while typing, because its size is fixed.

    Whoever shows what is typed watches `value`: a message would come a frame after the key.
    """

    BINDINGS = [
        Binding("up", "leave(-1)", show=False),
        Binding("down", "leave(1)", show=False),
    ]
    # A stock Input changes its virtual size at every key and with it the layout of the screen.
    virtual_size = Reactive(Size(0, 0), layout=False)

    def load(self, text: str) -> None:
        """Show another text, selected, so that typing replaces it."""
        self.value = text
        self.selection = Selection(0, len(text))

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
