"""A form on the screen: its rows, and one editor that lies over the active field."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.reactive import reactive
from textual.widget import Widget

from perf_tui.core.form import Field
from perf_tui.tui.drawing.page import Sketch, Slot
from perf_tui.tui.widgets.line_editor import LineEditor
from perf_tui.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from perf_tui.tui.widgets.passage_editor import PassageEditor

# Rows that should be in sight around the active field: a heading, its reading, a finding.
ABOVE, BELOW = 2, 4


class FormView(VerticalScroll, can_focus=False):
    """Shows a sketch; `edit` moves the editor to a field, `text` is what is typed into it.

    A watched value and not a message, so that a key and what follows from it cost one frame.
    """

    text: reactive[str] = reactive("", repaint=False)
    _slot = Slot(0, 0, 0, 0)

    def compose(self) -> ComposeResult:
        """The rows with the line editor; the passage editor comes when it is first needed."""
        yield Rows()
        yield LineEditor(compact=True, classes="editor")

    def on_mount(self) -> None:
        """Follow the line editor."""
        self._follow(self.query_one(LineEditor))

    def on_resize(self) -> None:
        """Keep the active field in sight on a smaller screen."""
        self.call_after_refresh(self._bring_into_sight)

    def enter(self) -> bool:
        """Enter in the active editor; whether it was used up there."""
        passage = self._passage
        return passage is not None and passage.enter()

    def step(self, step: int) -> bool:
        """An arrow up or down in the active editor; whether it was used up there."""
        passage = self._passage
        return passage is not None and passage.step(step)

    def draw(self, sketch: Sketch, address: str) -> None:
        """Show a sketch with the editor where the active field now stands."""
        self.query_one(Rows).show(sketch.rows)
        self._place(sketch.slots[address])

    async def edit(self, field: Field, text: str, slot: Slot) -> None:
        """Open the editor that fits a field, on its text."""
        # What the other editor showed last must not hide the first change here.
        self.set_reactive(FormView.text, text)
        if field.wordy:
            await self._open_passage(field, text)
        else:
            editor = self.query_one(LineEditor)
            self._show_only(editor)
            editor.load(text)
            self.screen.set_focus(editor, scroll_visible=False)
        self._place(slot)
        self.call_after_refresh(self._bring_into_sight)

    def _bring_into_sight(self) -> None:
        # Of the field that is active by now: others may have been walked over meanwhile.
        area = Region(0, max(0, self._slot.y - ABOVE), 1, self._slot.height + BELOW)
        self.scroll_to_region(area, animate=False, force=True)

    async def _open_passage(self, field: Field, text: str) -> None:
        from perf_tui.tui.widgets.passage_editor import PassageEditor

        if not self.query(PassageEditor):
            await self.mount(PassageEditor(classes="editor"))
            self._follow(self.query_one(PassageEditor))
        editor = self.query_one(PassageEditor)
        self._show_only(editor)
        editor.single = field.kind == "text"
        editor.load(text)
        self.screen.set_focus(editor, scroll_visible=False)

    def _follow(self, editor: LineEditor | PassageEditor) -> None:
        def take(value: str) -> None:
            if editor.display:
                self.text = value

        self.watch(editor, "value", take, init=False)

    @property
    def _passage(self) -> PassageEditor | None:
        """The passage editor while it is the active one."""
        line = self.query_one(LineEditor)
        others = (one for one in self.query(".editor") if one is not line and one.display)
        return cast("PassageEditor | None", next(others, None))

    def _show_only(self, editor: Widget) -> None:
        for other in self.query(".editor"):
            other.display = other is editor

    def _place(self, slot: Slot) -> None:
        self._slot = slot
        for editor in self.query(".editor"):
            if editor.display:
                editor.styles.offset = (slot.x, slot.y)
                editor.styles.width, editor.styles.height = slot.width, slot.height
