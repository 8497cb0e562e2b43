"""What a terminal sends, read as it was typed and pasted.

Textual takes an Esc and a key that is read together with it for one with Alt: Esc and Enter become
Enter, Esc and 1 become ¡. No action has a key with Alt, so they are two keys here. Shift+F3 has the
bytes of a report where the cursor stands, which nobody asks for on a whole screen.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message

from perf_tui.tui.pasting import ESCAPE, PasteFilter

# What may go on after an Esc as the sequence of one key; Esc and Tab are a console's Shift+Tab.
GOING_ON = ("[", "O", "\t")


# Columns from 0 that a terminal would report: one less than the number of Shift, Alt, ... Ctrl.
MODIFIERS = range(1, 8)


class FaithfulParser(XTermParser):
    """Textual's parser, which keeps a paste whole and loses no Esc."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._filter = PasteFilter()

    def feed(self, data: str) -> Iterator[Message]:
        """The messages that a piece of input makes."""
        passed = self._filter.pass_on(data)
        if passed or not data:  # nothing at all is the end of input to Textual
            for message in super().feed(passed):
                yield from self._keys_of(message)

    def _keys_of(self, message: Message) -> Iterable[Message]:
        """F3 with Shift or Ctrl out of a report for the first row, anything else as it is."""
        if isinstance(message, events.CursorPosition) and message.y == 0 and message.x in MODIFIERS:
            return self._sequence_to_key_events(f"{ESCAPE}[13;{message.x + 1}~")
        return (message,)

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        if len(sequence) == 2 and sequence[0] == ESCAPE and sequence[1] not in GOING_ON:
            yield events.Key("escape", ESCAPE)
            sequence, alt = sequence[1], False
        yield from super()._sequence_to_key_events(sequence, alt)


def read_faithfully() -> None:
    """Let Textual read the terminal with our parser."""
    if sys.platform == "win32":
        return
    from textual.drivers import linux_driver

    vars(linux_driver)["XTermParser"] = FaithfulParser
