"""The numbers that are about the whole year, not about a part of it or another year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from perf_tui.core.claims.claims import Count

_OTHER = re.compile(r"(?<![较比])(?:上年|去年|同期)|[上下]半年|季度")
_WHOLE = re.compile(r"全年|本年|年末|年底")
_YEAR = re.compile(r"(?P<year>20\d\d)年")


def of_the_year(counts: Iterable[Count], year: int) -> Iterator[Count]:
    """Yield the numbers that are about the whole of `year`.

    Those behind 上半年 or another year are left out, to the end of the sentence or until it names
    the year again.
    """
    for _, sentence in groupby(counts, key=lambda count: (count.at.line, count.sentence)):
        elsewhere = False
        for count in sentence:
            elsewhere = _is_elsewhere(count.words, year, before=elsewhere)
            if not elsewhere:
                yield count


def _is_elsewhere(words: str, year: int, *, before: bool) -> bool:
    named = _YEAR.search(words)
    if named and int(named["year"]) != year:
        return True
    if _OTHER.search(words):
        return True
    return before and not named and not _WHOLE.search(words)
