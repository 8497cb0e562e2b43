"""The passages of a report that belong to no indicator and no section of the form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from perf_tui.core.claims.claims import Claims, IndicatorClaim, Quote
from perf_tui.core.form import Form, Indicator
from perf_tui.reader.filling.answers import is_computed
from perf_tui.reader.filling.sections import sections_of

_LEADS_OVER = re.compile(r"(?:如下表?|见下表|见附[件表])[^。]{0,8}[：:。]?\s*$")


def untaken(
    claims: Claims, form: Form, items: Sequence[tuple[Indicator, IndicatorClaim]]
) -> Iterator[Quote]:
    """Yield the lines of the chapters and sections whose words no field has.

    `items` are the indicators whose words are kept. Lines that state the budget, the total or the
    grade are left out, because there are fields for these or they are computed.
    """
    kept = {quote.line for _, item in items for quote in item.body}
    kept |= {
        quote.line
        for section, part in sections_of(claims, form)
        if not is_computed(section)
        for quote in part.body
    }
    kept |= set(_computed(claims))
    told: set[int] = set()
    for part in claims.parts:
        for quote in part.body:
            if quote.line not in kept | told and not _LEADS_OVER.search(quote.text):
                told.add(quote.line)
                yield quote


def _computed(claims: Claims) -> Iterator[int]:
    """Yield the lines of the budget, the total, the grade, the signature and the date."""
    for execution in claims.executions:
        stated = (execution.initial, execution.adjusted, execution.executed, execution.rate)
        yield from (one.at.line for one in stated if one)
    if claims.total:
        yield claims.total.at.line
    places = (claims.grade_at, claims.unit, claims.signature, claims.dated)
    yield from (quote.line for quote in places if quote)
