"""The editor for figures: a stock input, so that an input method finds the cursor."""

from __future__ import annotations

from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.geometry import Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widgets import Input
from textual.widgets.input import Selection

from perf_tui.core.numbers import clean_text, hides_something, with_marks
from perf_tui.tui.waiting import act_at_once, wide_character
from perf_tui.tui.widgets.pasting import Stripped


class LineEditor(Input):
    """One line. It lays nothing out anew while typing, because its size is fixed."""

    # Elsewhere than in a shell Ctrl+A selects everything.
    BINDINGS = [Binding("ctrl+a", "select_all", show=False)]
    # A stock Input changes its virtual size at every key and with it the layout of the screen.
    virtual_size = Reactive(Size(0, 0), layout=False)
    cursor_blink = False  # no timer while nobody types

    @property
    def _value(self) -> Text:
        """What is drawn: in a file's name, which cannot be cleaned, a sign for what is unseen."""
        value = super()._value
        if not value.plain.isprintable():
            value.plain = "".join(char if with_marks(char) == char else "?" for char in value.plain)
        return value

    def render_line(self, y: int) -> Strip:
        """A stock input that is empty ends behind its cursor, and its underline with it."""
        return super().render_line(y).extend_cell_length(self.size.width, self.rich_style)

    def load(self, text: str) -> None:
        """Show another text, selected, so that typing replaces it."""
        self.value = _in_one_line(text)
        self.selection = Selection(0, len(self.value))

    async def on_key(self, event: events.Key) -> None:
        """Backspace, Delete, Home and the like, in the order in which they were typed."""
        if (character := wide_character(event)) is not None:
            event.prevent_default().stop()
            self.replace(character, *sorted(self.selection))
        await act_at_once(self, event, lambda: (self.value, self.selection))

    def text_to_copy(self) -> str:
        """The selection, without one the whole text."""
        return self.selected_text or self.value

    def cursor_within(self) -> None:
        """A line is always opened whole, so its cursor needs no remembering."""

    def go_to(self, cursor: int) -> None:
        """Nothing to do, for the same reason."""

    def enter(self) -> bool:
        """Enter is never used up here: it ends the field."""
        return False

    def step(self, step: int) -> bool:  # noqa: ARG002 — the same interface as the passage's
        """Nor are the arrows up and down."""
        return False

    def _on_paste(self, event: events.Paste) -> None:
        # Stock Input silently keeps the first line only. Nothing pasted may vanish, and lines may
        # not run together to another number: the mark between them is refused where it matters.
        event.prevent_default()
        event.stop()
        self.replace(_in_one_line(clean_text(event.text)), *sorted(self.selection))
        if hides_something(event.text):
            self.post_message(Stripped())


def _in_one_line(text: str) -> str:
    return text.strip("\n").replace("\n", "；")
