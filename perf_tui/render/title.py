"""The lines of a title, broken by meaning (GB/T 9704 7.3.1)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

LONGEST = 20  # characters of 22 pt in the 156 mm of a line
# Behind these a name may be broken: the places and authorities that a full name goes through.
ENDS = re.compile(r"[省市州盟区县旗镇乡]|街道|政府")


def fitted(lines: Iterable[str]) -> tuple[str, ...]:
    """The lines, one too long for the page in two of about the same length."""
    return tuple(part for line in lines for part in _parts(line))


def _parts(line: str) -> Iterator[str]:
    """A line without a place to break it stays whole; Word then breaks it where it must."""
    ends = (found.end() for found in ENDS.finditer(line))
    breaks = [end for end in ends if max(end, len(line) - end) <= LONGEST]
    if len(line) <= LONGEST or not breaks:
        yield line
        return
    middle = min(breaks, key=lambda end: abs(2 * end - len(line)))
    yield line[:middle]
    yield line[middle:]
