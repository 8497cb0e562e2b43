"""The glyphs of the screen, and stand-ins for consoles that draw some of them double-width."""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import east_asian_width

AMBIGUOUS = "A"  # East Asian "ambiguous" width, Unicode Annex 11
# The characters of that width that the program itself prints.
PLAIN = str.maketrans(
    {
        "×": "*",
        "÷": "/",
        "≥": ">=",
        "≤": "<=",
        "≠": "!=",
        "→": "->",
        "—": "-",
        "–": "-",
        "…": "...",
        "·": "-",
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
    }
)


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The glyphs of one kind of console. `spell` makes any text fit for it."""

    done: str
    doing: str
    problem: str
    question: str
    untouched: str
    plain: bool

    def spell(self, text: str) -> str:
        """Return the text in characters that this console draws in their usual width."""
        return text.translate(PLAIN) if self.plain else text


def cell_by_cell(text: str) -> str:
    """Return the text with one ASCII character for every ambiguous one, so that nothing moves."""
    if text.isascii():
        return text
    return "".join(map(_cell, text))


def _cell(character: str) -> str:
    ambiguous = east_asian_width(character) == AMBIGUOUS
    return PLAIN.get(ord(character), "?")[0] if ambiguous else character


FULL = Glyphs(done="✓", doing="~", problem="!", question="?", untouched=" ", plain=False)
ASCII = Glyphs(done="+", doing="~", problem="!", question="?", untouched=" ", plain=True)
