"""The pieces into which what a terminal sends is cut."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class TextPiece:
    """Characters as they were typed, none of them a control character."""

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
    """The whole of a bracketed paste; `whole` is False where its end did not come in time."""

    text: str
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Foreign:
    """Bytes that are no UTF-8: dropped, or in a paste read as GBK."""


@dataclass(frozen=True, slots=True)
class Torn:
    """The beginning or the end of a sequence whose other part did not come in time; dropped."""


Piece: TypeAlias = TextPiece | Control | Sequence | Pasted | Foreign | Torn
