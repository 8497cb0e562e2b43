"""The lines of a title, broken by meaning (GB/T 9704 7.3.1)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

LONGEST = 20  # characters of 22 pt in the 156 mm of a line
# A name may be broken behind these, which end the places and authorities in a full name.
ENDS = re.compile(r"[省市州盟区县旗镇乡]|街道|政府")


def fitted(lines: Iterable[str]) -> tuple[str, ...]:
    """Return the lines, with one too long for the page as two of about the same length."""
    return tuple(part for line in lines for part in _parts(line))


def _parts(line: str) -> Iterator[str]:
    """Yield a line whole or as two parts. One without a fit place is left for Word to break."""
    ends = (found.end() for found in ENDS.finditer(line))
    breaks = [end for end in ends if max(end, len(line) - end) <= LONGEST]
    if len(line) <= LONGEST or not breaks:
        yield line
        return
    middle = min(breaks, key=lambda end: abs(2 * end - len(line)))
    yield line[:middle]
    yield line[middle:]
