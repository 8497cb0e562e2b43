"""How alike names and titles are in reports, and which belong together by that."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TypeVar

SAME_NAME = 0.5  # from 0 to 1, how alike names have to be, by experience with published reports

One = TypeVar("One")
Other = TypeVar("Other")


def most_alike(
    ones: Iterable[One], others: Iterable[Other], likeness: Callable[[One, Other], float]
) -> Iterator[tuple[One, Other | None]]:
    """Yield each with that of the others which is most like it, or with None if none is like it.

    Of the others, each is used once. `likeness` gives 0 to 1, of which `SAME_NAME` is enough.
    """
    left = list(others)
    for one in ones:
        best = max(left, key=lambda other: likeness(one, other), default=None)
        if best is None or likeness(one, best) < SAME_NAME:
            yield one, None
        else:
            left.remove(best)
            yield one, best


def likeness_of_names(one: str, other: str) -> float:
    """Return, from 0 to 1, how much of the longer name is in the other one."""
    first, second = _bigrams(one), _bigrams(other)
    return len(first & second) / max(len(first), len(second), 1)


def likeness_of_titles(one: str, other: str) -> float:
    """Return, from 0 to 1, how much of the shorter title is in the other one.

    One half counts the characters they share in the same order, the other half the pairs of
    neighbouring characters they share.
    """
    one, other = only_words(one), only_words(other)
    first, second = _bigrams(one), _bigrams(other)
    if not first & second:
        return 0
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    in_order = sum(block.size for block in blocks) / min(len(one), len(other))
    return (in_order + len(first & second) / min(len(first), len(second))) / 2


def only_words(text: str) -> str:
    """Return the characters and letters of a text, without digits, marks and blanks."""
    return re.sub(r"[^一-鿿A-Za-z]", "", text)


@lru_cache(maxsize=8192)  # every name of a report is compared with every other
def _bigrams(words: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters."""
    plain = only_words(words)
    return frozenset(plain[place : place + 2] for place in range(len(plain) - 1))
