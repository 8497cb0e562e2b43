"""A text area whose pasting and line breaking can be changed."""

from __future__ import annotations

import re

from textual import _wrap, events
from textual.widgets import TextArea


class OpenTextArea(TextArea):
    """Textual's text area. `take_paste` gets pasted text."""

    def take_paste(self, text: str) -> None:
        """Insert pasted text."""
        raise NotImplementedError

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.take_paste(event.text)


def break_text_by(whole: re.Pattern[str]) -> None:
    """Let every text area break its lines only between matches of `whole`."""
    _wrap.re_chunk = whole
