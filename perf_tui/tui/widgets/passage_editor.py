"""The editor for words. A stock text area is slow to load, so it is loaded when first needed."""

from __future__ import annotations

from textual import events, on
from textual.message import Message
from textual.widgets import TextArea

from perf_tui.core.numbers import clean_text
from perf_tui.tui.widgets.editing import Accepted, Edited, Moved


class PassageEditor(TextArea):
    """Several lines; in a field for one paragraph Enter accepts, elsewhere it breaks the line."""

    def __init__(self, *, classes: str) -> None:
        super().__init__(soft_wrap=True, tab_behavior="focus", classes=classes)
        self.single = True

    def load(self, text: str) -> None:
        """Show another text without saying that it was edited, the cursor at its end."""
        with self.prevent(TextArea.Changed):
            self.load_text(text)
        self.move_cursor(self.document.end)

    @on(TextArea.Changed)
    def _tell_edited(self, event: TextArea.Changed) -> None:
        event.stop()
        self.post_message(Edited(self.text))

    async def _on_key(self, event: events.Key) -> None:
        at_top = self.cursor_at_first_line and event.key == "up"
        at_bottom = self.cursor_at_last_line and event.key == "down"
        if event.key == "enter" and self.single:
            message: Message = Accepted()
        elif at_top or at_bottom:
            message = Moved(-1 if at_top else 1)
        else:
            await super()._on_key(event)
            return
        event.prevent_default()
        event.stop()
        self.post_message(message)

    async def _on_paste(self, event: events.Paste) -> None:
        text = clean_text(event.text)
        event.prevent_default()
        event.stop()
        self.replace(text.replace("\n", " ") if self.single else text, *self.selection)
