"""What the editors of a form say to the screen."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message


@dataclass
class Edited(Message):
    """The text in the passage editor has changed."""

    text: str


class Accepted(Message):
    """Enter: the field is done."""


@dataclass
class Moved(Message):
    """An arrow key or Tab leaves the field: +1 for the next, -1 for the one before."""

    step: int
