"""The pieces into which a terminal's input is cut."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class TextPiece:
    """Typed characters, none of them a control character."""

    characters: str


@dataclass(frozen=True, slots=True)
class Control:
    """One control character: Enter, Tab, Ctrl with a letter, Esc by itself."""

    character: str


@dataclass(frozen=True, slots=True)
class Sequence:
    """A complete escape sequence in its seven-bit form, `ESC [ 1 5 ~`."""

    sent: str


@dataclass(frozen=True, slots=True)
class Pasted:
    """A bracketed paste. `whole` is False if its end did not come in time."""

    text: str
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Foreign:
    """Bytes that are not UTF-8. They are dropped, or in a paste read as GBK."""


@dataclass(frozen=True, slots=True)
class Torn:
    """Part of a sequence whose other part did not come in time. It is dropped."""


Piece: TypeAlias = TextPiece | Control | Sequence | Pasted | Foreign | Torn
