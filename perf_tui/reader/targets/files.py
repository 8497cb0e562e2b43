"""Tables of targets in files of Excel and Word, and in texts. The caller brings the bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from perf_tui.reader.table import Table, TallCell
from perf_tui.reader.targets import NO_HEAD, NO_INDICATOR, read_pasted, read_targets
from perf_tui.reader.targets.cells import is_table_total
from perf_tui.reader.targets.kinds import reader_of
from perf_tui.reader.targets.result import FoundTable
from perf_tui.reader.targets.shape import Row, heads_of
from perf_tui.reader.text import ReportError

MOST_BYTES = 32 * 2**20  # of a Word file with its pictures
MOST_PLAIN = 8 * 2**20
Decode = Callable[[bytes], str]

NO_TABLE = "里面没有表格，换成有指标表的文件"
IN_FILES = {
    NO_HEAD: "没有认出指标表：表头里要有「三级指标」或「指标名称」，旁边有「指标值」「分值」等列",
    NO_INDICATOR: "表头下面没有指标，换一个文件",
}


def found_in(content: bytes, decode: Decode) -> tuple[FoundTable, ...]:
    """Return the tables of targets in a file, in their order, each with an indicator at least.

    `decode` returns the text of a plain file. Raises ReportError for a file without such a table,
    and whatever `decode` raises.
    """
    read = reader_of(content)
    if read is None:
        if len(content) > MOST_PLAIN:
            raise ReportError(f"超过 {MOST_PLAIN // 2**20} MiB，不像一张指标表，换一个文件")
        tables = [FoundTable("", read_pasted(decode(content)))]
    else:
        tables = [_found(table) for table in joined(read(content))]
    return _usable(tables)


def _found(table: Table) -> FoundTable:
    return FoundTable(table.name, read_targets(table.rows, table.tall))


def _usable(tables: Sequence[FoundTable]) -> tuple[FoundTable, ...]:
    good = tuple(one for one in tables if not one.table.refusal)
    if good:
        return good
    refusals = {one.table.refusal for one in tables}
    words = next(iter(refusals - {NO_HEAD} or refusals), NO_TABLE)
    raise ReportError(IN_FILES.get(words, words))


def joined(tables: Sequence[Table]) -> Iterator[Table]:
    """Yield the tables, with those that only go on from the one before joined to it.

    A table that is broken at the end of a page goes on as wide as before, without a head or with
    the same one, as long as it was not added up.
    """
    parts: list[Table] = []
    for table in tables:
        if parts and not _goes_on(parts, table):
            yield _one(parts)
            parts = []
        parts.append(table)
    if parts:
        yield _one(parts)


def _goes_on(parts: Sequence[Table], table: Table) -> bool:
    first = parts[0]
    if not first.paged or table.width != first.width:
        return False
    if any(is_table_total(row) for part in parts for row in part.rows):
        return False
    head, own = next(heads_of(first.rows), None), next(heads_of(table.rows), None)
    return head is not None and (own is None or (own.first == 1 and own.words == head.words))


def _one(parts: Sequence[Table]) -> Table:
    if len(parts) == 1:
        return parts[0]
    rows: list[Row] = []
    tall: list[TallCell] = []
    for part in parts:
        tall += (
            one._replace(first=one.first + len(rows), last=one.last + len(rows))
            for one in part.tall
        )
        rows += part.rows
    return Table(parts[0].name, tuple(map(tuple, rows)), tuple(tall))
