"""Rows of which one is under the cursor: the task list and the lists in dialogs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from perf_tui.tui.drawing.rows import Row
from perf_tui.tui.widgets.rows import Rows


class ChoiceRows(Rows, can_focus=True):
    """Rows with a cursor, moved by the arrow keys; Enter or a click chooses."""

    BINDINGS = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "move(-10)", show=False),
        Binding("pagedown", "move(10)", show=False),
        Binding("home", "move(-9999)", show=False),
        Binding("end", "move(9999)", show=False),
        Binding("enter", "choose", show=False),
    ]
    cursor: reactive[int] = reactive(0)

    @dataclass
    class Chosen(Message):
        """The row at `index` was chosen."""

        index: int

    def show(self, rows: Sequence[Row]) -> None:
        """Put other rows in place of those shown; the cursor stays on its row if it can."""
        super().show(rows)
        self.set_reactive(ChoiceRows.cursor, max(0, min(self.cursor, len(rows) - 1)))

    def action_move(self, step: int) -> None:
        """Move the cursor by `step` rows, as far as there are any."""
        self.cursor = max(0, min(self.cursor + step, len(self._rows) - 1))

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        if self._rows:
            self.post_message(self.Chosen(self.cursor))

    def on_click(self, event: events.Click) -> None:
        """Choose the clicked row."""
        self.cursor = event.y
        self.action_choose()

    def watch_cursor(self) -> None:
        """Keep the row under the cursor in sight."""
        self.refresh()
        if isinstance(self.parent, VerticalScroll):
            row = self.region.reset_offset.translate((0, self.cursor))
            self.parent.scroll_to_region(row.crop_size((row.width, 1)), animate=False)

    def render_line(self, y: int) -> Strip:
        """One row, the one under the cursor in the cursor's style."""
        strip = super().render_line(y)
        if y != self.cursor or not self._rows:
            return strip
        return strip.apply_style(self.get_component_rich_style("choices--cursor", partial=True))

    COMPONENT_CLASSES = {"choices--cursor"}
