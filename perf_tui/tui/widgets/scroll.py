"""A container that the arrow and page keys scroll."""

from __future__ import annotations

from typing import cast

from textual import events
from textual.containers import VerticalScroll

from perf_tui.tui.keys.waiting import Telling

LINES = {"up": -1, "down": 1}
SCREENS = {"pageup": -1, "pagedown": 1, "home": -9999, "end": 9999}


class Scroll(VerticalScroll):
    """Scrolls at once, and says so if it cannot scroll any further."""

    def on_key(self, event: events.Key) -> None:
        """Scroll by an arrow or page key once the content is laid out."""
        if event.key in LINES or event.key in SCREENS:
            event.prevent_default().stop()
            self.call_after_refresh(self._move, event.key)

    def _move(self, key: str) -> None:
        before = self.scroll_y
        step = LINES.get(key) or SCREENS[key] * self.scrollable_content_region.height
        self.scroll_to(y=before + step, animate=False, immediate=True)
        if self.scroll_y == before:
            cast(Telling, self.screen).no_effect(key)
