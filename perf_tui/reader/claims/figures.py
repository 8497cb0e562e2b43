"""The numbers of a report with the words they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from perf_tui.core.claims.claims import Count, Quote
from perf_tui.core.wording.figures import without_labels
from perf_tui.reader.claims.outline import ReportLine
from perf_tui.reader.claims.spelling import NUMBER, decimals_of, quoted

UNITS = (
    r"万元|亿元|元|%|度|万?人次|人|名|户次|万?户|岁|件|起|次|处|个|家|份|条|台|套|场|期|篇|宗|例|项|批|类"
    r"|所|座|栋|口|株|盏|吨|公里|千米|米|平方米|万?亩"
)
_COUNT = re.compile(
    rf"""(?:(?P<lead>[约近逾超])\s*)?(?<![A-Za-z\d.])(?P<number>{NUMBER})\s*
    (?P<trail>[余多]?)\s*(?P<unit>{UNITS})(?P<late>余|多|左右)?""",
    re.VERBOSE,
)
# A half-width comma between digits separates thousands, so no clause ends there.
_CLAUSE = re.compile(r"[；;！？!?:、\t]|，|,(?!\d{3})|(?<!\d),")
_SENTENCE = re.compile(r"[。！？!?]")
_BEHIND = re.compile(r"[\d，,。；;、！？\t()“”]")
FARTHEST = 12  # characters behind a number that may say what it counts
MOST = 300  # numbers read in a line; no paragraph has nearly as many
LONGEST = 40  # characters before a number that may say what it counts
_OPENING = " 　“”‘’\"'（(《"


def counts_in(line: ReportLine) -> Iterator[Count]:
    """Yield the numbers of a line that count something, unlike dates, list numbers and the like."""
    text = line.plain
    before, clause, sentence, words = 0, 0, 0, ""
    for found in islice(_COUNT.finditer(without_labels(text)), MOST):
        between = text[before : found.start()]
        sentence += len(_SENTENCE.findall(between))
        *ended, rest = _CLAUSE.split(_SENTENCE.sub("，", between))
        clause += len(ended)
        # In 24户38人 the words before the first number hold for the second one, too.
        words = rest.strip(_OPENING)[-LONGEST:] or (words if not ended else "")
        number = found["number"].replace(",", "")
        yield Count(
            Decimal(number),
            Quote(line.number, line.text[found.start() : found.end()].strip()),
            found["unit"],
            decimals_of(number),
            phrase=quoted(line.number, line.text, found),
            words=words,
            behind=_BEHIND.split(text[found.end() : found.end() + FARTHEST], maxsplit=1)[0],
            rough=any(found.group("lead", "trail", "late")),
            sentence=sentence,
            clause=clause,
            end=found.end(),
        )
        before = found.end()
