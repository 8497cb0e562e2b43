"""The editor for passages, in a module of its own because a stock text area is slow to import."""

from __future__ import annotations

from textual import events
from textual.binding import Binding
from textual.reactive import reactive
from textual.widgets.text_area import Edit, EditResult

from perf_tui.core.numbers import clean_text, hides_something
from perf_tui.tui.drawing.rows import WHOLE
from perf_tui.tui.keys.waiting import act_at_once, wide_character
from perf_tui.tui.textual_parts.passage import OpenTextArea, break_text_by
from perf_tui.tui.widgets.pasting import Stripped

# Textual takes a run of Chinese for one word and breaks it anywhere, even within numbers. Break it
# as the rows around the editor are broken.
break_text_by(WHOLE)


class PassageEditor(OpenTextArea):
    """An editor for several paragraphs, or for one if `single` is true. `value` is its text.

    Home and End go to the ends of the paragraph, with Ctrl to those of the whole text. They do not
    go to the end of a row on the screen, because text typed there would appear on the next row.
    """

    BINDINGS = [
        Binding("ctrl+a", "select_all", show=False),
        Binding("ctrl+home", "text_end(-1)", show=False),
        Binding("ctrl+end", "text_end(1)", show=False),
    ]
    value: reactive[str] = reactive("", repaint=False)

    def __init__(self) -> None:
        super().__init__(soft_wrap=True, tab_behavior="focus")
        self.cursor_blink = False  # no timer while nobody types
        self.single = True

    def load(self, text: str) -> None:
        """Show another text, with the cursor at its end."""
        self.load_text(text)
        self.move_cursor(self.document.end)
        self.value = text

    def edit(self, edit: Edit) -> EditResult:
        """Apply a change, and update `value`. Every change of the text passes here."""
        result = super().edit(edit)
        self.value = self.text
        return result

    def text_to_copy(self) -> str:
        """Return the selection, or the whole text if nothing is selected."""
        return self.selected_text or self.value

    def cursor_within(self) -> int:
        """Return the number of characters before the cursor."""
        row, column = self.cursor_location
        return sum(len(line) + 1 for line in self.text.split("\n")[:row]) + column

    def go_to(self, cursor: int) -> None:
        """Put the cursor behind so many characters, or at the end if there are fewer."""
        before = self.text[:cursor].split("\n")
        self.move_cursor((len(before) - 1, len(before[-1])))
        self._show_cursor()

    def enter(self) -> bool:
        """Start a new paragraph, unless there is no text or may be only one.

        Return whether Enter was used.
        """
        if self.single or not self.text:
            return False
        self.insert("\n")
        return True

    def step(self, step: int) -> bool:
        """Move the cursor a row up (-1) or down (1) if there is one. Return whether it moved."""
        if self._is_last_row(step):
            return False
        move = self.action_cursor_up if step < 0 else self.action_cursor_down
        move()
        return True

    def _is_last_row(self, step: int) -> bool:
        """Whether the cursor is in the last row of the broken text in the direction of `step`."""
        width = self.styles.width
        if width is None or self.size.width != width.value:  # not laid out yet: broken differently
            return self.cursor_at_first_line if step < 0 else self.cursor_at_last_line
        rows = self.wrapped_document
        return not 0 <= rows.location_to_offset(self.cursor_location).y + step < rows.height

    async def on_key(self, event: events.Key) -> None:
        """Act on Backspace, Delete, Home and the like in the order in which they were typed."""
        if (character := wide_character(event)) is not None:
            event.prevent_default().stop()
            self.replace(character, *self.selection)
        await act_at_once(self, event, lambda: (self.text, self.selection, self.scroll_offset))

    def action_cursor_line_start(self, select: bool = False) -> None:
        """Go to the beginning of the paragraph, on Home."""
        self.move_cursor((self.cursor_location[0], 0), select=select)

    def action_cursor_line_end(self, select: bool = False) -> None:
        """Go to the end of the paragraph, on End."""
        row = self.cursor_location[0]
        self.move_cursor((row, len(self.document[row])), select=select)

    def action_text_end(self, way: int) -> None:
        """Go to the beginning (-1) or the end (1) of the whole text."""
        self.move_cursor(self.document.start if way < 0 else self.document.end)

    def on_resize(self) -> None:
        """Keep the cursor in sight when the size changes."""
        self._show_cursor()

    def take_paste(self, text: str) -> None:
        """Insert all pasted text, as one paragraph if there may be only one."""
        cleaned = clean_text(text)
        self.replace(cleaned.replace("\n", " ") if self.single else cleaned, *self.selection)
        self._show_cursor()
        if hides_something(text):
            self.post_message(Stripped())

    def _show_cursor(self) -> None:
        # How far to scroll is known only once the new lines are laid out.
        self.call_after_refresh(self.scroll_cursor_visible, animate=False)
