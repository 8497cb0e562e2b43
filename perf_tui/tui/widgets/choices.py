"""Rows with a cursor: the task list and the lists in dialogs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from rich.segment import Segment
from textual import events
from textual.containers import VerticalScroll
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from perf_tui.tui.drawing.rows import DrawnRow
from perf_tui.tui.keys.waiting import Telling
from perf_tui.tui.widgets.rows import Rows

STEPS = {
    "up": -1,
    "down": 1,
    "shift+tab": -1,
    "tab": 1,
    "pageup": -10,
    "pagedown": 10,
    "home": -9999,
    "end": 9999,
}


class ChoiceScroll(VerticalScroll, can_focus=False):
    """Scrolls a list, and keeps the row under its cursor in sight when there is less room."""

    def on_resize(self) -> None:
        """Scroll to the row under the cursor once the rows are laid out."""
        rows = self.query_one(ChoiceRows)
        self.call_after_refresh(rows.bring_into_sight)


class ChoiceRows(Rows, can_focus=True):
    """Rows with a cursor that the arrow and page keys move.

    A click posts `Chosen`. Enter is bound by the screen.
    """

    cursor: reactive[int] = reactive(0)

    @dataclass
    class Chosen(Message):
        """The row at `index` was chosen."""

        index: int

    def show(self, rows: Sequence[DrawnRow]) -> None:
        """Replace the rows. The cursor keeps its index if there are still enough rows."""
        super().show(rows)
        self.set_reactive(ChoiceRows.cursor, max(0, min(self.cursor, len(rows) - 1)))

    def on_key(self, event: events.Key) -> None:
        """Move the cursor by an arrow or page key."""
        # Not by bindings, which the app would look up only several messages later.
        if event.key in STEPS:
            event.stop()
            self.move(event.key)

    def move(self, key: str) -> None:
        """Move the cursor by one of the keys in `STEPS`, as far as there are rows."""
        before = self.cursor
        self.cursor = max(0, min(before + STEPS[key], len(self._rows) - 1))
        if self.cursor == before:
            cast(Telling, self.screen).no_effect(key)

    @property
    def count(self) -> int:
        """The number of rows."""
        return len(self._rows)

    def on_click(self, event: events.Click) -> None:
        """Choose the row clicked with the first button."""
        if event.button != 1:
            return
        self.cursor = event.y
        self.post_message(self.Chosen(event.y))

    def watch_cursor(self) -> None:
        """Scroll to the row under the cursor once the rows are laid out."""
        self.refresh()
        self.call_after_refresh(self.bring_into_sight)

    def bring_into_sight(self) -> None:
        """Scroll to the row under the cursor if it is out of sight."""
        if isinstance(self.parent, VerticalScroll):
            row = self.region.reset_offset.translate((0, self.cursor))
            self.parent.scroll_to_region(row.crop_size((row.width, 1)), animate=False)

    def render_line(self, y: int) -> Strip:
        """Return one row, in the cursor's style if it is under the cursor."""
        strip = super().render_line(y)
        if y != self.cursor or not self._rows:
            return strip
        return Strip([Segment(strip.text, self._style("cursor"))])
