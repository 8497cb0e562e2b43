"""What Textual would read as one key with Alt is an Esc and the key behind it."""

import pytest
from textual import events

from perf_tui.tui.terminal_input import FaithfulParser


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        ("\x1b\r", ["escape", "enter"]),
        ("\x1b14", ["escape", "1", "4"]),
        ("\x1b项目", ["escape", "项", "目"]),
        ("\x1b。", ["escape", "ideographic_full_stop"]),
        ("\x1b\x13", ["escape", "ctrl+s"]),
        ("\x1b\x1b[19~", ["escape", "f8"]),
        ("项\x1b[19~\x1bOP", ["项", "f8", "f1"]),
        (
            "\x1b[1;2P\x1b[1;2Q\x1b[1;2R\x1b[1;5R\x1bOR",
            ["shift+f1", "shift+f2", "shift+f3", "ctrl+f3", "f3"],
        ),
        ("\x1b[1;2A\x1b[Z\x1b\t", ["shift+up", "shift+tab", "shift+tab"]),
    ],
)
def test_keys_sent_together_are_all_read(sent: str, keys: list[str]) -> None:
    read = [event.key for event in FaithfulParser().feed(sent) if isinstance(event, events.Key)]
    assert read == keys
