"""A form on the screen: its rows, and one editor that lies over the active field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.geometry import Region
from textual.message import Message

from perf_tui.core.form import Field
from perf_tui.core.numbers import clean_text
from perf_tui.tui.drawing.page import PageLayout, Slot, field_at
from perf_tui.tui.widgets.line_editor import LineEditor
from perf_tui.tui.widgets.rows import Rows
from perf_tui.tui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from perf_tui.tui.widgets.passage_editor import PassageEditor

# Rows that should be in sight around the active field: a heading, and what may yet be said of it.
ABOVE, BELOW = 2, 5


class FormView(Scroll, can_focus=False):
    """Shows a page's layout; `edit` moves the editor to a field. It holds no data.

    What is typed goes to `take` at once and not by a message, so that a key and what follows
    from it cost one frame.
    """

    @dataclass
    class Pointed(Message):
        """The mouse has pointed at the field at an address."""

        address: str

    def __init__(self, take: Callable[[str], None]) -> None:
        super().__init__()
        self._page_layout = PageLayout()
        self._take = take
        self._line = LineEditor(compact=True)
        self._passage: PassageEditor | None = None
        self._editor: LineEditor | PassageEditor = self._line
        self._slot = Slot(0, 0, 0, 0)
        self._loading = False

    def compose(self) -> ComposeResult:
        """The rows with the line editor; the passage editor comes when it is first needed."""
        yield Rows()
        yield self._line

    def on_mount(self) -> None:
        """Follow the line editor."""
        self._follow(self._line)

    def on_resize(self) -> None:
        """Keep the active field in sight on a smaller screen."""
        self.call_after_refresh(self._bring_into_sight)

    def on_click(self, event: events.Click) -> None:
        """Tell which field was hit by the first button, if one was."""
        if event.button != 1:
            return
        row = int(event.screen_y) - self.query_one(Rows).region.y
        if address := field_at(self._page_layout, row):
            self.post_message(self.Pointed(address))

    def enter(self) -> bool:
        """Enter in the active editor; whether it was used up there."""
        return self._editor.enter()

    def step(self, step: int) -> bool:
        """An arrow up or down in the active editor; whether it was used up there."""
        return self._editor.step(step)

    def text_to_copy(self) -> str:
        """The selection in the active editor, without one its whole text."""
        return self._editor.text_to_copy()

    def draw(self, layout: PageLayout, address: str) -> None:
        """Show a layout with the editor where the active field now stands."""
        self._page_layout = layout
        self.query_one(Rows).show(layout.rows)
        slot = layout.slots[address]
        moved = (slot.y, slot.height) != (self._slot.y, self._slot.height)
        self._place(slot)
        if moved:  # what is said about a field above it takes more lines now, or fewer
            self.call_after_refresh(self._bring_into_sight)

    async def edit(self, field: Field, text: str) -> None:
        """Open the editor that fits the field which was drawn as the active one, on its text."""
        before, self._editor = self._editor, await self._editor_for(field)
        before.display = False
        self._editor.display = True
        self._load(text)
        self._place(self._slot)
        self.screen.set_focus(self._editor, scroll_visible=False)
        self.call_after_refresh(self._bring_into_sight)

    def _bring_into_sight(self) -> None:
        # Of the field that is active by now: others may have been walked over meanwhile.
        slot = self._slot
        height = slot.height + max(BELOW, slot.below)
        above = min(ABOVE, slot.y, max(1, self.size.height - height))  # a label may stand above
        area = Region(0, slot.y - above, 1, min(above + height, self.size.height))
        self.scroll_to_region(area, animate=False, force=True)

    def cursor_within(self) -> int | None:
        """How many characters into the active passage the cursor stands; None in one line."""
        return self._editor.cursor_within()

    def go_to(self, cursor: int | None) -> None:
        """Put the cursor where it stood in the active passage."""
        if cursor is not None:
            self._editor.go_to(cursor)

    def restore(self, text: str) -> None:
        """Put the text back that was there: what was typed is not taken."""
        self._load(text)

    def _load(self, text: str) -> None:
        # What nobody can see is not edited. It stays in the data until something is typed.
        self._loading = True
        self._editor.load(clean_text(text))
        self._loading = False

    async def _editor_for(self, field: Field) -> LineEditor | PassageEditor:
        if not field.wordy:
            return self._line
        if self._passage is None:
            from perf_tui.tui.widgets.passage_editor import PassageEditor

            self._passage = PassageEditor()
            await self.mount(self._passage)
            self._follow(self._passage)
        self._passage.single = field.kind == "text"
        return self._passage

    def _follow(self, editor: LineEditor | PassageEditor) -> None:
        def take(value: str) -> None:
            if editor is self._editor and not self._loading:
                self._take(value)

        self.watch(editor, "value", take, init=False)

    def _place(self, slot: Slot) -> None:
        self._slot, styles = slot, self._editor.styles
        styles.offset = (slot.x, slot.y)
        styles.width, styles.height = slot.width, slot.height
