"""A line of input whose drawing and pasting can be changed."""

from __future__ import annotations

from rich.text import Text
from textual import events
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input


class OpenInput(Input):
    """Textual's input; `shown` is what is drawn of its value, `take_paste` gets what is pasted."""

    # It changes at every key in a stock input, and with it the layout of the screen.
    virtual_size = Reactive(Size(0, 0), layout=False)

    def shown(self, value: Text) -> Text:
        """What is drawn in place of the value."""
        return value

    def take_paste(self, text: str) -> None:
        """Put pasted text in."""
        raise NotImplementedError

    @property
    def _value(self) -> Text:
        return self.shown(super()._value)

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.take_paste(event.text)
