"""The indicators of a report, whoever's they are, from its tables and its text together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from perf_tui.core.claims.claims import Claims, IndicatorClaim, Quote
from perf_tui.reader.claims.outline import ReportLine, outlined
from perf_tui.reader.indicators.joining import from_words, joined
from perf_tui.reader.indicators.levels import Levels, is_group, levels_of
from perf_tui.reader.indicators.passages import passages_of
from perf_tui.reader.indicators.result import Difference, FoundIndicators, ReportIndicator
from perf_tui.reader.indicators.shares import COMPLETE, weight_of, with_shares
from perf_tui.reader.indicators.tables import indicators_in_tables, quote
from perf_tui.reader.likeness import likeness_of_names, most_alike
from perf_tui.reader.targets import IndicatorRow

MOST = 300  # indicators in the text; no report has nearly as many

__all__ = ["Difference", "FoundIndicators", "ReportIndicator", "indicators_of"]


def indicators_of(claims: Claims) -> FoundIndicators:
    """Return every indicator that a table or the text of a report has.

    Where both have it and differ, the table counts, and the difference is told.
    """
    found, lines = indicators_in_tables(claims.lines), tuple(outlined(claims.lines))
    items = [item for item in claims.items[:MOST] if not is_group(item.name)]
    of_row, left = _matched(found.rows, items)
    of_row |= _passages(lines, [row for row in found.rows if row.row not in of_row], items)
    indicators: list[ReportIndicator] = []
    differences = list(found.differences)
    for row in found.rows:
        one, told = joined(row, quote(claims.lines, row), of_row.get(row.row))
        indicators.append(one)
        differences += told
    unread = [*found.unread, *(item.heading for item in claims.items[MOST:])]
    made, shares = with_shares(indicators)
    if sum((weight_of(one.row) for one in made), Decimal(0)) in COMPLETE:
        # The table is complete, and another heading in the text with points is no indicator.
        unread += (item.heading for item in left)
    else:
        made += tuple(_only_said(lines, left))
    return FoundIndicators(made, (*differences, *shares), _by_line(unread))


def _passages(
    lines: Sequence[ReportLine], rows: Sequence[IndicatorRow], items: Sequence[IndicatorClaim]
) -> dict[int, IndicatorClaim]:
    """Return row → its words, for rows that no indicator of the text matches."""
    told = {quote.line for item in items for quote in item.body}
    named = passages_of(lines, [row.name for row in rows])
    return _matched(rows, [one for one in named if one.heading.line not in told])[0]


def _only_said(
    lines: Sequence[ReportLine], items: Sequence[IndicatorClaim]
) -> Iterator[ReportIndicator]:
    levels = levels_of(lines)
    for item in items:
        yield from_words(item, levels.get(item.heading.line, Levels()))


def _matched(
    rows: Sequence[IndicatorRow], items: Sequence[IndicatorClaim]
) -> tuple[dict[int, IndicatorClaim], list[IndicatorClaim]]:
    """Return row → the indicator of the text with the most similar name, and those left over."""
    found: dict[int, IndicatorClaim] = {}
    left: list[IndicatorClaim] = []
    for item, row in most_alike(items, rows, _likeness):
        if row:
            found[row.row] = item
        else:
            left.append(item)
    return found, left


def _likeness(item: IndicatorClaim, row: IndicatorRow) -> float:
    return 1 if item.name == row.name else likeness_of_names(row.name, item.name)


def _by_line(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    return tuple(sorted(quotes, key=lambda one: one.line))
