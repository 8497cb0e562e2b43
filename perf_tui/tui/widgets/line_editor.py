"""The editor for one line: a stock input, so that input methods find the cursor."""

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
    """An editor for one line. Its size is fixed, so that typing causes no new layout."""

    # In Textual, as in shells, Ctrl+A goes to the beginning. Elsewhere it selects everything.
    BINDINGS = [Binding("ctrl+a", "select_all", show=False)]
    cursor_blink = False  # no timer while nobody types

    def shown(self, value: Text) -> Text:
        """Return the value with `?` for unprintable characters, which file names may contain."""
        if not value.plain.isprintable():
            value.plain = "".join(char if with_marks(char) == char else "?" for char in value.plain)
        return value

    def render_line(self, y: int) -> Strip:
        """Return the line over the full width, because an empty stock input ends at its cursor."""
        return super().render_line(y).extend_cell_length(self.size.width, self.rich_style)

    def load(self, text: str) -> None:
        """Show another text, all of it selected, so that typing replaces it."""
        self.value = _in_one_line(text)
        self.selection = Selection(0, len(self.value))

    async def on_key(self, event: events.Key) -> None:
        """Act on Backspace, Delete, Home and the like in the order in which they were typed."""
        if (character := wide_character(event)) is not None:
            event.prevent_default().stop()
            self.replace(character, *sorted(self.selection))
        await act_at_once(self, event, lambda: (self.value, self.selection))

    def text_to_copy(self) -> str:
        """Return the selection, or the whole text if nothing is selected."""
        return self.selected_text or self.value

    def cursor_within(self) -> None:
        """Return None: a line opens selected as a whole, so its cursor is not remembered."""

    def go_to(self, cursor: int) -> None:
        """Do nothing, for the same reason."""

    def enter(self) -> bool:
        """Return False: Enter ends the field."""
        return False

    def step(self, step: int) -> bool:  # noqa: ARG002 — the same interface as the passage's
        """Return False: the arrows up and down leave the field."""
        return False

    def take_paste(self, text: str) -> None:
        """Insert all pasted text, in one line."""
        # A stock input silently keeps only the first line. Nothing pasted may vanish, and lines
        # must not run together into another number: a number with the mark between is refused.
        self.replace(_in_one_line(clean_text(text)), *sorted(self.selection))
        if hides_something(text):
            self.post_message(Stripped())


def _in_one_line(text: str) -> str:
    return text.strip("\n").replace("\n", "；")
