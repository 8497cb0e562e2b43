"""How reports spell numbers: half-width and full-width, with thousands, in 元 and 万元."""

from __future__ import annotations

import re
from decimal import Decimal

from perf_tui.core.claims.claims import Quote, Stated
from perf_tui.core.claims.strays import without_strays

# Character by character, so that an index into the one is the same index into the other.
_HALF_WIDTH = str.maketrans("０１２３４５６７８９．％：（）", "0123456789.%:()")
NUMBER = r"(?<![\d.])(?:\d{1,3}(?:,\d{3})++|\d{1,15}+)(?:\.\d{1,10}+)?+(?!\.?\d)"
"""Pattern of a whole number in the result of `half`, never of a part of a longer one."""
LONGEST = 60  # characters that a quote may hold before or behind what was found
MARKS = "，,。；;！？!?、\t"
"""The characters that end a clause; a quote begins behind one of them."""


def half(line: str) -> str:
    """Return the line with half-width digits, points, percent signs and brackets.

    It is as long as before. Marks that Word left in it are replaced by blanks.
    """
    return without_strays(line).translate(_HALF_WIDTH)


def stated(
    line: int, text: str, found: re.Match[str], group: str = "number", unit_group: str = "unit"
) -> Stated:
    """Return the number that a match in `half(text)` names, quoted from the start of its clause.

    Its unit is the group `unit_group`, if the pattern has that.
    """
    number = found[group].replace(",", "")
    unit = found.groupdict().get(unit_group) or ""
    return Stated(Decimal(number), quoted(line, text, found), unit, decimals_of(number))


def quoted(line: int, text: str, found: re.Match[str]) -> Quote:
    """Quote what matched, from the beginning of its clause."""
    first = max(0, found.start() - LONGEST)
    start = max(text.rfind(mark, first, found.start()) + 1 for mark in MARKS) or first
    return Quote(line, text[start : found.end()].strip())


def clause_around(plain: str, found: re.Match[str]) -> str:
    """Return the clause in which something was found."""
    return _around(plain, found, MARKS + "()")


def sentence_around(plain: str, found: re.Match[str]) -> str:
    """Return the sentence in which something was found."""
    return _around(plain, found, "。；;！？")


def _around(plain: str, found: re.Match[str], marks: str) -> str:
    first = max(0, found.start() - LONGEST)
    start = max(plain.rfind(mark, first, found.start()) + 1 for mark in marks) or first
    behind = plain[found.end() : found.end() + LONGEST]
    ends = [at for mark in marks if (at := behind.find(mark)) >= 0]
    return plain[start : found.end() + min(ends, default=len(behind))]


def decimals_of(number: str) -> int:
    """Return how many decimals a number is printed with."""
    return len(number.partition(".")[2])
