"""Lists of things: one a line, or parted by 、 or ；, and how many they are."""

from __future__ import annotations

import re

# Marks within brackets or a title part nothing: 《关于甲、乙的通知》.
PARTED = re.compile(r"[\n、；;](?![^《（(]*[》）)])")
NOTHING = ("无", "没有", "0", "０")


def items_in(text: str) -> tuple[str, ...]:
    """Return the things that a text lists, without the stop at its end."""
    pieces = (piece.strip(" \t\r　。") for piece in PARTED.split(text))
    return tuple(filter(None, pieces))


class Items(str):
    """A list as it was typed, of which expressions take the number of its items."""

    __slots__ = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The items; none if it says that there are none."""
        names = items_in(self)
        return () if len(names) == 1 and names[0] in NOTHING else names
