"""How reports spell numbers: half-width and full-width, with thousands, in 元 and 万元."""

from __future__ import annotations

import re
from decimal import Decimal

from perf_tui.core.claims import Quote, Stated
from perf_tui.core.strays import without_strays

# Character by character, so that a place in the one is the same place in the other.
_HALF_WIDTH = str.maketrans("０１２３４５６７８９．％：（）", "0123456789.%:()")
NUMBER = r"(?<![\d.])(?:\d{1,3}(?:,\d{3})++|\d{1,15}+)(?:\.\d{1,10}+)?+(?!\.?\d)"
"""A number in a line that went through `half`; nothing that is part of a longer one."""
LONGEST = 60  # characters that a quote begins earlier, at the most
MARKS = "，,。；;！？!?、\t"
"""What ends a clause, for a quote to begin behind it."""


def half(line: str) -> str:
    """The line with half-width digits, points, percent signs and brackets, as long as before.

    What Word left in it that nobody wrote is blank.
    """
    return without_strays(line).translate(_HALF_WIDTH)


def stated(
    line: int, text: str, found: re.Match[str], group: str = "number", unit_group: str = "unit"
) -> Stated:
    """The number that a match in `half(text)` names, quoted from the beginning of its clause.

    Its unit is another group, where the pattern has one.
    """
    number = found[group].replace(",", "")
    unit = found.groupdict().get(unit_group) or ""
    return Stated(Decimal(number), quoted(line, text, found), unit, decimals_of(number))


def quoted(line: int, text: str, found: re.Match[str]) -> Quote:
    """What matched, from the beginning of its clause."""
    first = max(0, found.start() - LONGEST)
    start = max(text.rfind(mark, first, found.start()) + 1 for mark in MARKS) or first
    return Quote(line, text[start : found.end()].strip())


def clause_around(plain: str, found: re.Match[str]) -> str:
    """The clause in which something was found."""
    return _around(plain, found, MARKS + "()")


def sentence_around(plain: str, found: re.Match[str]) -> str:
    """The sentence in which something was found."""
    return _around(plain, found, "。；;！？")


def _around(plain: str, found: re.Match[str], marks: str) -> str:
    first = max(0, found.start() - LONGEST)
    start = max(plain.rfind(mark, first, found.start()) + 1 for mark in marks) or first
    behind = plain[found.end() : found.end() + LONGEST]
    ends = [at for mark in marks if (at := behind.find(mark)) >= 0]
    return plain[start : found.end() + min(ends, default=len(behind))]


def decimals_of(number: str) -> int:
    """How many decimals are printed."""
    return len(number.partition(".")[2])
