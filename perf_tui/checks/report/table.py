"""Rules on the self-evaluation table: by itself, and compared with the text."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from perf_tui.core.claims.claims import Claims, IndicatorClaim, Stated, TableRowClaim
from perf_tui.core.findings.report_finding import ReportFinding, others
from perf_tui.core.form import Scheme
from perf_tui.core.numbers.rounding import plain

ALIKE = "改成一致"


def rows_above_weight(claims: Claims, _: Scheme) -> Iterator[ReportFinding]:
    """Find rows whose score is above their weight, which the finance side refuses."""
    for row in _indicators(claims):
        if row.score and row.weight and row.score.value > row.weight.value:
            score, weight = plain(row.score.value), plain(row.weight.value)
            yield ReportFinding(
                "score-exceeds-weight",
                "error",
                f"自评表“{row.name}”得 {score} 分，超过了权重 {weight} 分",
                "核对得分和权重，改正其中一处",
                row.score.at,
            )


def table_beside_text(claims: Claims, _: Scheme) -> Iterator[ReportFinding]:
    """Find weights, scores and totals that differ between the table and the text."""
    items = {_bare(item.name): item for item in claims.items}
    for row in _indicators(claims):
        if item := items.get(_bare(row.name)):
            yield from _differing(f"“{item.name}”的权重", row.weight, item.weight, item)
            yield from _differing(f"“{item.name}”的得分", row.score, item.score, item)
    yield from _differing("总分", claims.table_total, claims.total)


def rows_add_up(claims: Claims, scheme: Scheme) -> Iterator[ReportFinding]:
    """Find tables whose weights do not add up to what the scheme sets, or whose sum is wrong.

    A table with several rows of sums has sums of groups, which are left alone.
    """
    for _, table in groupby(claims.rows, key=lambda row: row.table):
        every = list(table)
        sums, rows = [row for row in every if row.is_sum], [row for row in every if not row.is_sum]
        yield from _weights_of(rows, scheme)
        if len(sums) == 1:
            yield from _sum_of(rows, sums[0])


def _weights_of(rows: list[TableRowClaim], scheme: Scheme) -> Iterator[ReportFinding]:
    weights = [row.weight for row in rows if row.weight]
    total, whole = _total(weights), scheme.indicator_weights
    if weights and total not in (whole, whole - scheme.execution_weight):
        yield ReportFinding(
            "weights-sum",
            "error",
            f"自评表各项权重合计 {plain(total)} 分，不是 {plain(whole)} 分",
            "核对各项权重",
            weights[0].at,
            related=others(weights[0].at, [weight.at.line for weight in weights]),
        )


def _sum_of(rows: list[TableRowClaim], stated: TableRowClaim) -> Iterator[ReportFinding]:
    scores = _total([row.score for row in rows if row.score])
    weights = _total([row.weight for row in rows if row.weight])
    # If the weights do not add up, the sum counts a row that is no indicator: the execution rate.
    alike = stated.weight is None or stated.weight.value == weights
    if stated.score and alike and stated.score.value != scores:
        yield ReportFinding(
            "sum-mismatch",
            "error",
            f"自评表得分合计写的是 {plain(stated.score.value)}，各行加起来是 {plain(scores)}",
            "核对各行得分和合计",
            stated.score.at,
        )


def _differing(
    words: str, here: Stated | None, there: Stated | None, item: IndicatorClaim | None = None
) -> Iterator[ReportFinding]:
    if here and there and here.value != there.value:
        yield ReportFinding(
            "table-differs",
            "error",
            f"{words}自评表里是 {plain(here.value)}，正文里是 {plain(there.value)}",
            ALIKE,
            here.at,
            item.number if item else None,
            others(here.at, [there.at.line]),
        )


def _indicators(claims: Claims) -> list[TableRowClaim]:
    return [row for row in claims.rows if not row.is_sum]


def _total(stated: list[Stated]) -> Decimal:
    return sum((one.value for one in stated), Decimal(0))


def _bare(name: str) -> str:
    """Return a name without its number and spaces, with half-width brackets."""
    alike = name.translate(str.maketrans("（）", "()")).replace(" ", "")
    return alike.lstrip("0123456789.、")


TABLE_RULES = (rows_above_weight, table_beside_text, rows_add_up)
