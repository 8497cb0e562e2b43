"""What a terminal sends for keys, in the editor's words."""

from __future__ import annotations

from collections.abc import Iterator

from textual._xterm_parser import XTermParser
from textual.events import Key

from perf_tui.tui.keys import ACTIONS, LEAVE


def named_keys(sent: str) -> Iterator[tuple[str, str]]:
    """Each key that was sent: as the editor will understand it, and the action it has there."""
    actions = {key: one.label for one in (*ACTIONS, LEAVE) for key in one.keys.split(",")}
    parser = XTermParser()
    for event in (*parser.feed(sent), *parser.feed("")):
        if isinstance(event, Key):
            name = "+".join(part.capitalize() for part in event.key.split("+"))
            yield name, actions.get(event.key, "")
