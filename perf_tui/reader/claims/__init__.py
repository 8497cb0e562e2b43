"""Everything a report claims, from its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from perf_tui.core.claims.claims import Claims, IndicatorClaim, Stated
from perf_tui.reader.claims.budget import executions_in
from perf_tui.reader.claims.closing import end_of_text, signature_of, unit_of, year_of
from perf_tui.reader.claims.figures import counts_in
from perf_tui.reader.claims.items import items_of
from perf_tui.reader.claims.outline import ReportLine, outlined, parts_of
from perf_tui.reader.claims.tables import rows_of, total_of
from perf_tui.reader.claims.verdict import grade_in, total_in


def claims_of(texts: Sequence[str]) -> Claims:
    """Return what the lines of a report claim. What they do not say is None or empty."""
    lines = tuple(outlined(texts))
    items = items_of(lines)
    around = _around(lines, items)
    grade, grade_at = grade_in(around) or grade_in(lines) or ("", None)
    signature, dated, day = signature_of(lines)
    return Claims(
        lines=tuple(texts),
        year=year_of(lines),
        unit=unit_of(lines),
        parts=tuple(parts_of(lines[: end_of_text(lines) - 1])),
        lists=tuple(_lists(around)),
        executions=tuple(executions_in(lines)),
        items=items,
        rows=tuple(rows_of(lines)),
        table_total=total_of(lines),
        total=total_in(around) or total_in(lines),
        grade=grade,
        grade_at=grade_at,
        signature=signature,
        dated=dated,
        day=day,
        item_at={quote.line: item for item in items for quote in item.body},
        counts_in={line.number: counts for line in lines if (counts := tuple(counts_in(line)))},
    )


def _around(lines: Sequence[ReportLine], items: Sequence[IndicatorClaim]) -> list[ReportLine]:
    """Return the lines of text that belong to no indicator, without those of tables."""
    theirs = {quote.line for item in items for quote in item.body}
    return [line for line in lines if line.number not in theirs and line.kind != "row"]


def _lists(lines: Sequence[ReportLine]) -> Iterator[tuple[Stated, ...]]:
    """Yield the printed numbers of every numbered list, which a heading of any kind ends."""
    numbers: dict[str, list[Stated]] = {}
    for line in lines:
        if line.kind == "numbered" and line.printed is not None:
            numbers.setdefault(line.style, []).append(Stated(Decimal(line.printed), line.quote))
        elif line.kind in ("chapter", "section"):
            yield from map(tuple, numbers.values())
            numbers = {}
    yield from map(tuple, numbers.values())
