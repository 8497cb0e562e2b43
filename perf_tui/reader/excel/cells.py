"""The cells of a sheet while it is read, in bounds that no table of targets reaches."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from perf_tui.reader.table import Table, TallCell
from perf_tui.reader.text import ReportError

MOST_ROWS, MOST_COLUMNS = 10_000, 200
TOO_MANY = f"超过 {MOST_ROWS} 行，不像一张指标表，只把指标表另存成一个文件再用"
TRUTH = {"1": "是", "0": "否"}


class Cells:
    """Takes in cells and those that are tall. Rows and columns count from 1.

    What stands in a column beyond any table is left out.
    """

    def __init__(self) -> None:
        self._cells: dict[int, dict[int, str]] = {}
        self._tall: list[TallCell] = []

    def put(self, row: int, column: int, text: str) -> None:
        """Take in a cell. Raises ReportError for one that lies too far down."""
        if not text.strip() or column > MOST_COLUMNS:
            return
        if row > MOST_ROWS:
            raise ReportError(TOO_MANY)
        self._cells.setdefault(row, {})[column] = text

    def add_tall(self, column: int, first: int, last: int) -> None:
        """Take in a tall cell, of which the text stands in its first row and column."""
        if first < last <= MOST_ROWS:
            self._tall.append(TallCell(column, first, last))

    def table(self, name: str) -> Table:
        """Return what was taken in, from the first row and column on."""
        rows = (self._cells.get(row, {}) for row in range(1, max(self._cells, default=0) + 1))
        return Table(name, tuple(map(_dense, rows)), tuple(self._tall))


def usable(sheets: Iterable[Callable[[], Table]]) -> tuple[Table, ...]:
    """Return the sheets that can be read. Raises the ReportError of the last if none can."""
    found: list[Table] = []
    refusal: ReportError | None = None
    for read in sheets:
        try:
            found.append(read())
        except ReportError as error:
            refusal = error
    if refusal and not found:
        raise refusal
    return tuple(found)


def _dense(cells: dict[int, str]) -> tuple[str, ...]:
    return tuple(cells.get(column, "") for column in range(1, max(cells, default=0) + 1))
