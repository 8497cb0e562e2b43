"""The message of an editor about text pasted into it."""

from __future__ import annotations

from textual.message import Message

STRIPPED = "粘贴的内容里有看不见的字符，已经去掉"


class Stripped(Message):
    """Invisible characters were removed from pasted text."""
