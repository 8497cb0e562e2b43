"""The indicators that stand in the tables of a report, a table being lines with tabs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import islice

from perf_tui.core.claims.claims import Quote
from perf_tui.core.claims.strays import GAP
from perf_tui.reader.claims.outline import ReportLine, outlined
from perf_tui.reader.indicators.result import Difference
from perf_tui.reader.targets import UNKNOWN, IndicatorRow, read_targets
from perf_tui.reader.targets.cells import group_level, named, tidy
from perf_tui.reader.targets.headings import known
from perf_tui.reader.targets.result import TargetTable
from perf_tui.reader.targets.rows import BARE, NAMELESS, TOO_LONG

MOST_TABLES = 50
LOST = (NAMELESS, TOO_LONG)  # why a row with something in it is no indicator
_COMPARED = {"target": "指标值", "weight": "权重"}


@dataclass(frozen=True, slots=True)
class TableIndicators:
    """The rows of all tables, numbered by their lines, and what is to be told about them."""

    rows: tuple[IndicatorRow, ...]
    differences: tuple[Difference, ...]
    unread: tuple[Quote, ...]


def indicators_in_tables(texts: Sequence[str]) -> TableIndicators:
    """Return the indicators of every table with a head that names them.

    One that a later table tells again, as the criteria for scoring do, is completed from there.
    """
    found: dict[str, IndicatorRow] = {}
    differences: list[Difference] = []
    unread: list[Quote] = []
    for table in _read(texts):
        rows = [row for row in table.indicators if _says_something(row)]
        differences += (Difference(quote(texts, row), one) for row in rows for one in _doubts(row))
        unread += _lost(table, texts)
        earlier = dict(found)
        for row in rows:
            first = earlier.get(row.name)
            if first is None:
                found[f"{row.name}\n{row.row}" if row.name in found else row.name] = row
            else:
                differences += _differences(first, row, texts)
                found[row.name] = _completed(first, row)
    return TableIndicators(tuple(found.values()), tuple(differences), tuple(unread))


def quote(texts: Sequence[str], row: IndicatorRow) -> Quote:
    """Quote the name of a row from its line, or the whole line if it is spelled otherwise there."""
    line = texts[row.row - 1]
    return Quote(row.row, row.name) if row.name in line else _line(texts, row.row)


def _line(texts: Sequence[str], number: int) -> Quote:
    return Quote(number, texts[number - 1].strip())


def _lost(table: TargetTable, texts: Sequence[str]) -> Iterator[Quote]:
    """Yield the rows that may have been indicators, and the headings that nobody knows."""
    for one in table.ignored:
        if one.reason in LOST:
            yield _line(texts, one.number)
        elif one.reason == UNKNOWN:
            heads = range(table.indicators[0].row - 1, 0, -1) if table.indicators else ()
            found = (number for number in heads if one.text in texts[number - 1])
            yield from (Quote(number, one.text) for number in islice(found, 1))


def _read(texts: Sequence[str]) -> Iterator[TargetTable]:
    """Yield what was read of each table, its rows numbered by the lines of the report."""
    headed = (table for table in _tables(texts) if _has_heading(table))
    for table in islice(headed, MOST_TABLES):
        above: list[list[str]] = [[]] * (table[0].number - 1)
        yield read_targets([*above, *(GAP.sub("", line.text).split("\t") for line in table)])


def _has_heading(table: Sequence[ReportLine]) -> bool:
    return any(known(tidy(cell)) for line in table for cell in line.text.split("\t"))


def _tables(texts: Sequence[str]) -> Iterator[list[ReportLine]]:
    """Yield the lines of each table. Other lines end it unless they can be a row of one cell."""
    table: list[ReportLine] = []
    between: list[ReportLine] = []
    for line in outlined(texts):
        if line.kind == "row":
            if between and _width(line) != _width(table[-1]):
                yield table
                table, between = [], []
            table += [*between, line]
            between = []
        elif table and (line.kind == "blank" or group_level(named(line.text.strip())[0])):
            between.append(line)
        elif table:
            yield table
            table, between = [], []
    if table:
        yield table


def _width(line: ReportLine) -> int:
    return line.text.count("\t")


def _says_something(row: IndicatorRow) -> bool:
    """Whether a row has more than a name, and so belongs to no list of documents or the like."""
    return any((row.target, row.adjusted, row.actual, row.weight, row.group_weight, row.score))


def _doubts(row: IndicatorRow) -> Iterator[str]:
    return (doubt for doubt in row.doubts if doubt != BARE)


def _differences(
    first: IndicatorRow, again: IndicatorRow, texts: Sequence[str]
) -> Iterator[Difference]:
    for key, label in _COMPARED.items():
        before, after = getattr(first, key), getattr(again, key)
        if before and after and before != after:
            said = f"{first.name}的{label}前面的表（第 {first.row} 行）是 {before}，这里是 {after}"
            yield Difference(quote(texts, again), f"{said}，按前面的")


def _completed(first: IndicatorRow, again: IndicatorRow) -> IndicatorRow:
    """Return the first row, with what only the later one says."""
    names = (one.name for one in fields(IndicatorRow))
    return IndicatorRow(**{name: getattr(first, name) or getattr(again, name) for name in names})
