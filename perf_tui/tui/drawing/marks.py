"""The signs on the screen, and their stand-ins where a console draws some of them double."""

from __future__ import annotations

from dataclasses import dataclass

# East Asian "ambiguous" characters (Unicode Annex 11) that the program itself prints.
PLAIN = str.maketrans(
    {
        "×": "*",
        "÷": "/",
        "≥": ">=",
        "≤": "<=",
        "−": "-",
        "—": "-",
        "…": "...",
        "·": "-",
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
    }
)


@dataclass(frozen=True, slots=True)
class Marks:
    """The signs of one kind of console; `spell` makes any text fit for it."""

    done: str
    doing: str
    problem: str
    untouched: str
    plain: bool

    def spell(self, text: str) -> str:
        """The text in characters that this console draws with their usual width."""
        return text.translate(PLAIN) if self.plain else text


FULL = Marks(done="✓", doing="~", problem="!", untouched=" ", plain=False)
ASCII = Marks(done="+", doing="~", problem="!", untouched=" ", plain=True)
