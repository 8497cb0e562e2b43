"""A page of the form on the screen: its rows, and one editor over the active field."""

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

# Rows to keep in sight around the active field: a heading above, room for remarks below.
ABOVE, BELOW = 2, 5


class FormView(Scroll, can_focus=False):
    """Shows a page layout and puts an editor over its active field. It holds no data.

    `take` is called with the text at every key, rather than sent a message, so that a key and its
    consequences take one frame.
    """

    @dataclass
    class Pointed(Message):
        """The field at `address` was clicked."""

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
        """Yield the rows and the line editor. The passage editor is added when first needed."""
        yield Rows()
        yield self._line

    def on_mount(self) -> None:
        """Watch the line editor."""
        self._follow(self._line)

    def on_resize(self) -> None:
        """Keep the active field in sight when there is less room."""
        self.call_after_refresh(self._bring_into_sight)

    def on_click(self, event: events.Click) -> None:
        """Post `Pointed` if the first button hit a field."""
        if event.button != 1:
            return
        row = int(event.screen_y) - self.query_one(Rows).region.y
        if address := field_at(self._page_layout, row):
            self.post_message(self.Pointed(address))

    def enter(self) -> bool:
        """Pass Enter to the active editor. Return whether it used the key."""
        return self._editor.enter()

    def step(self, step: int) -> bool:
        """Pass an arrow up (-1) or down (1) to the active editor. Return whether it used it."""
        return self._editor.step(step)

    def text_to_copy(self) -> str:
        """Return the selection in the active editor, or its whole text if nothing is selected."""
        return self._editor.text_to_copy()

    def draw(self, layout: PageLayout, address: str) -> None:
        """Show a layout, with the editor in the slot of the active field at `address`."""
        self._page_layout = layout
        self.query_one(Rows).show(layout.rows)
        slot = layout.slots[address]
        moved = (slot.y, slot.height) != (self._slot.y, self._slot.height)
        self._place(slot)
        if moved:  # the remarks on a field above it take more or fewer lines now
            self.call_after_refresh(self._bring_into_sight)

    async def edit(self, field: Field, text: str) -> None:
        """Open the editor for `field`, which was drawn as the active one, with its text."""
        before, self._editor = self._editor, await self._editor_for(field)
        before.display = False
        self._editor.display = True
        self._load(text)
        self._place(self._slot)
        self.screen.set_focus(self._editor, scroll_visible=False)
        self.call_after_refresh(self._bring_into_sight)

    def _bring_into_sight(self) -> None:
        # This runs after a refresh, when another field may have become active.
        slot = self._slot
        height = slot.height + max(BELOW, slot.below)
        above = min(ABOVE, slot.y, max(1, self.size.height - height))  # a label may stand above
        area = Region(0, slot.y - above, 1, min(above + height, self.size.height))
        self.scroll_to_region(area, animate=False, force=True)

    def cursor_within(self) -> int | None:
        """Return the cursor's offset in characters in a passage, or None in the line editor."""
        return self._editor.cursor_within()

    def go_to(self, cursor: int | None) -> None:
        """Put the cursor at an offset in the active passage. None leaves it where it is."""
        if cursor is not None:
            self._editor.go_to(cursor)

    def restore(self, text: str) -> None:
        """Replace the text in the active editor without taking it as typed."""
        self._load(text)

    def _load(self, text: str) -> None:
        # Invisible characters are not edited. They stay in the data until something is typed.
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
