"""A form on the screen: its rows, and one editor that lies over the active field."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.widget import Widget

from perf_tui.core.form import Field
from perf_tui.tui.drawing.page import Sketch, Slot
from perf_tui.tui.widgets.line_editor import LineEditor
from perf_tui.tui.widgets.rows import Rows

# Rows that should be in sight around the active field: a heading, its reading, a finding.
ABOVE, BELOW = 2, 4


class FormView(VerticalScroll, can_focus=False):
    """Shows a sketch; `edit` moves the editor to a field. It holds no data."""

    def compose(self) -> ComposeResult:
        """The rows with the line editor; the passage editor comes when it is first needed."""
        yield Rows()
        yield LineEditor(compact=True, classes="editor")

    def draw(self, sketch: Sketch, address: str) -> None:
        """Show a sketch with the editor where the active field now stands."""
        self.query_one(Rows).show(sketch.rows)
        self._place(sketch.slots[address])

    async def edit(self, field: Field, text: str, slot: Slot) -> None:
        """Open the editor that fits a field, on its text."""
        if field.kind in ("text", "paragraph"):
            await self._open_passage(text, single=field.kind == "text")
        else:
            editor = self.query_one(LineEditor)
            self._show_only(editor)
            editor.load(text)
            editor.focus(scroll_visible=False)
        self._place(slot)
        area = Region(0, max(0, slot.y - ABOVE), 1, slot.height + BELOW)
        self.call_after_refresh(self.scroll_to_region, area, animate=False, force=True)

    async def _open_passage(self, text: str, single: bool) -> None:
        from perf_tui.tui.widgets.passage_editor import PassageEditor

        if not self.query(PassageEditor):
            await self.mount(PassageEditor(classes="editor"))
        editor = self.query_one(PassageEditor)
        self._show_only(editor)
        editor.single = single
        editor.load(text)
        editor.focus(scroll_visible=False)

    def _show_only(self, editor: Widget) -> None:
        for other in self.query(".editor"):
            other.display = other is editor

    def _place(self, slot: Slot) -> None:
        for editor in self.query(".editor"):
            if editor.display:
                editor.styles.offset = (slot.x, slot.y)
                editor.styles.width, editor.styles.height = slot.width, slot.height
