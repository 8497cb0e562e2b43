"""A form on the screen: its rows, and one editor that lies over the active field."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.geometry import Region

from perf_tui.core.form import Field
from perf_tui.tui.drawing.page import Sketch, Slot
from perf_tui.tui.widgets.editors import LineEditor, PassageEditor
from perf_tui.tui.widgets.rows import Rows

# Rows below the active field that should be in sight with it: its reading and a finding.
BELOW = 3


class FormView(VerticalScroll, can_focus=False):
    """Shows a sketch; `edit` moves the editor to a field. It holds no data."""

    def compose(self) -> ComposeResult:
        """The rows with the line editor; the passage editor comes when it is first needed."""
        yield Rows()
        yield LineEditor(compact=True)

    def draw(self, sketch: Sketch, address: str) -> None:
        """Show a sketch with the editor where the active field now stands."""
        self.query_one(Rows).show(sketch.rows)
        self._place(sketch.slots[address])

    async def edit(self, field: Field, text: str, slot: Slot) -> None:
        """Open the editor that fits a field, on its text."""
        editor = await self._editor_for(field)
        for other in self.query("LineEditor, PassageEditor"):
            other.display = other is editor
        editor.load(text)
        self._place(slot)
        editor.focus(scroll_visible=False)
        top = slot.y if slot.y > 2 else 0
        area = Region(0, max(0, top - 1), 1, slot.height + BELOW)
        self.call_after_refresh(self.scroll_to_region, area, animate=False, force=True)

    async def _editor_for(self, field: Field) -> LineEditor | PassageEditor:
        if field.kind not in ("text", "paragraph"):
            return self.query_one(LineEditor)
        if not self.query(PassageEditor):
            await self.mount(PassageEditor())
        passage = self.query_one(PassageEditor)
        passage.single = field.kind == "text"
        return passage

    def _place(self, slot: Slot) -> None:
        for editor in self.query("LineEditor, PassageEditor"):
            if editor.display:
                editor.styles.offset = (slot.x, slot.y)
                editor.styles.width, editor.styles.height = slot.width, slot.height
