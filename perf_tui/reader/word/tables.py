"""The tables of a Word file as rows of cells."""

from __future__ import annotations

from dataclasses import dataclass, field

from perf_tui.reader.kinds import SAVE_AS, Wanted
from perf_tui.reader.parts.xml import Attributes, Path, value, whole
from perf_tui.reader.table import Place, Table, tall_cells
from perf_tui.reader.word import read_body
from perf_tui.reader.word.body import WIDEST, Body
from perf_tui.reader.word.counting import Counting

WANTED = Wanted("Word", "一张指标表", SAVE_AS)


def word_tables(content: bytes) -> tuple[Table, ...]:
    """Return the tables of a .docx. Raises ReportError for a file that cannot be used.

    A table in a cell of another one comes behind it, and its text stands in that cell, too.
    """
    grids = read_body(content, _TableBody, WANTED).grids
    return tuple(
        Table(f"第 {number} 张表", tuple(grid.rows), tuple(tall_cells(grid.going_on)), paged=True)
        for number, grid in enumerate(grids, 1)
    )


@dataclass(slots=True)
class _Grid:
    """The rows of a table so far, and the cells that are merged with those above them."""

    rows: list[tuple[str, ...]] = field(default_factory=list)
    going_on: list[Place] = field(default_factory=list)


class _TableBody(Body):
    """Takes in the text of a Word file and keeps its tables."""

    def __init__(self, counting: Counting) -> None:
        super().__init__(counting)
        self.grids: list[_Grid] = []
        self.open: list[_Grid] = []

    def start(self, path: Path, attributes: Attributes) -> bool | None:
        match path:
            case [*_, "tbl"]:
                self.grids.append(_Grid())
                self.open.append(self.grids[-1])
            case [*_, "tc", "tcPr", "vMerge"] if value(attributes, "val") != "restart":
                self._go_on()
            case [*_, "tr", "trPr", "gridBefore"]:
                before = min(whole(value(attributes, "val"), 0), WIDEST)
                self.places[-1].put(*[""] * before)
        return super().start(path, attributes)

    def end(self, path: Path) -> None:
        match path:
            case [*_, "tbl"]:
                self.open.pop()
            case [*_, "tr"] if self.open and not self.places[-1].gone:
                self.open[-1].rows.append(tuple(self.places[-1].take()))
        super().end(path)

    def _go_on(self) -> None:
        """Note that a cell is merged with the one above it."""
        if self.open:
            row, column = len(self.open[-1].rows) + 1, len(self.places[-2].lines) + 1
            self.open[-1].going_on.append((row, column))

    def join_cell(self, lines: list[str]) -> str:
        """Return the text of a cell, whose lines stay apart."""
        return "\n".join(lines)
