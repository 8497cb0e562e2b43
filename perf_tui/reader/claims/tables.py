"""The rows of the self-evaluation table, wherever it stands in the report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from perf_tui.core.claims.claims import Quote, Stated, TableRowClaim
from perf_tui.reader.claims.outline import ReportLine
from perf_tui.reader.claims.spelling import decimals_of, half

_FIGURE = re.compile(r"\d{1,15}(?:\.\d{1,10})?")
NAMES, WEIGHT, SCORE, NO_SCORE = ("指标名称", "三级指标"), ("权重", "分值"), "得分", ("系数", "率")
SUM = re.compile(r"(?:合|总|小)\s*计|总\s*得?分")
# The name in a row that stands above the indicators of its group.
GROUP = re.compile(r"[一二三\d、.]*[一-鿿]{0,4}(?:产出|效益|满意度|投入|过程|决策|管理)指标")
TOTAL = re.compile(r"(?:自评)?总得?分(?:\(分\))?")


def rows_of(lines: Sequence[ReportLine]) -> Iterator[TableRowClaim]:
    """Yield the rows of indicators and of sums below every head with a name, weight and score."""
    columns: tuple[int, int, int] | None = None
    table = 0
    for line in lines:
        if line.kind == "row":
            cells = _cells(line)
            if head := _columns(cells):
                # A second head in one table is the same head repeated on a new page.
                columns, table = head, table + (columns is None)
            elif columns and max(columns) < len(cells):
                yield from _row(line, cells, columns, table)
        elif line.kind != "blank":
            columns = None


def total_of(lines: Sequence[ReportLine]) -> Stated | None:
    """Return the total that stands in the cell behind its name, or None if no table has one."""
    for line in lines:
        cells = _cells(line) if line.kind == "row" else []
        for name, cell in pairwise(cells):
            if TOTAL.fullmatch(half(name)) and (total := _stated(line, cell)):
                return total
    return None


def _cells(line: ReportLine) -> list[str]:
    return [cell.strip() for cell in line.text.split("\t")]


def _columns(cells: Sequence[str]) -> tuple[int, int, int] | None:
    """Return the columns of name, weight and score, or None if the row is no such head."""
    plain = [half(cell).replace(" ", "") for cell in cells]
    name = next((n for n, cell in enumerate(plain) if cell in NAMES), None)
    weight = next((n for n, cell in enumerate(plain) if any(w in cell for w in WEIGHT)), None)
    score = next((n for n, cell in enumerate(plain) if _is_score(cell)), None)
    if name is None or weight is None or score is None:
        return None
    return name, weight, score


def _is_score(cell: str) -> bool:
    return SCORE in cell and not any(word in cell for word in NO_SCORE)


def _row(
    line: ReportLine, cells: Sequence[str], columns: tuple[int, int, int], table: int
) -> Iterator[TableRowClaim]:
    name, weight, score = (cells[column] for column in columns)
    is_sum = any(SUM.fullmatch(cell) for cell in cells)
    if is_sum or (name and not GROUP.fullmatch(name)):
        stated = _stated(line, weight), _stated(line, score)
        if any(stated):
            yield TableRowClaim(name, *stated, table, is_sum)


def _stated(line: ReportLine, cell: str) -> Stated | None:
    number = half(cell).strip().removesuffix("分")
    if not _FIGURE.fullmatch(number):
        return None
    return Stated(Decimal(number), Quote(line.number, cell), "分", decimals_of(number))
