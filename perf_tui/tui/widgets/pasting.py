"""What an editor has to say of what was pasted into it."""

from __future__ import annotations

from textual.message import Message


class Stripped(Message):
    """Characters that nobody can see were left out."""
