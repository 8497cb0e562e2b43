"""The editor for figures: a stock input, so that an input method finds the cursor."""

from __future__ import annotations

from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.strip import Strip
from textual.widgets.input import Selection

from perf_tui.core.numbers import clean_text, hides_something, with_marks
from perf_tui.tui.keys.waiting import act_at_once, wide_character
from perf_tui.tui.textual_parts.line import OpenInput
from perf_tui.tui.widgets.pasting import Stripped


class LineEditor(OpenInput):
    """One line. It lays nothing out anew while typing, because its size is fixed."""

    # Elsewhere than in a shell Ctrl+A selects everything.
    BINDINGS = [Binding("ctrl+a", "select_all", show=False)]
    cursor_blink = False  # no timer while nobody types

    def shown(self, value: Text) -> Text:
        """In a file's name, which cannot be cleaned, a sign for what is unseen."""
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

    def take_paste(self, text: str) -> None:
        """Put in all of it, in one line."""
        # Stock Input silently keeps the first line only. Nothing pasted may vanish, and lines may
        # not run together to another number: the mark between them is refused where it matters.
        self.replace(_in_one_line(clean_text(text)), *sorted(self.selection))
        if hides_something(text):
            self.post_message(Stripped())


def _in_one_line(text: str) -> str:
    return text.strip("\n").replace("\n", "；")
