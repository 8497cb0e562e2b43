"""A line of input whose drawing and pasting can be changed."""

from __future__ import annotations

from rich.text import Text
from textual import events
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input


class OpenInput(Input):
    """Textual's input. `shown` decides how its value is drawn, `take_paste` gets pasted text."""

    # In a stock input this changes at every key and causes a new layout of the screen.
    virtual_size = Reactive(Size(0, 0), layout=False)

    def shown(self, value: Text) -> Text:
        """Return what is drawn in place of the value."""
        return value

    def take_paste(self, text: str) -> None:
        """Insert pasted text."""
        raise NotImplementedError

    @property
    def _value(self) -> Text:
        return self.shown(super()._value)

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.take_paste(event.text)
