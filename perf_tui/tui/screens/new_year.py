"""Beginning a new year: asking for the name of its file, and writing it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual.widget import Widget

from perf_tui.editing.beginning import begin, path_for, year_in
from perf_tui.store.years.year_file import ENDING
from perf_tui.tui.drawing.rows import Piece, wrap
from perf_tui.tui.drawing.start import Beginning
from perf_tui.tui.screens.line import LineDialog
from perf_tui.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from perf_tui.tui.apps.base import BaseApp


class NewYearDialog(LineDialog[Path]):
    """Asks for a file name in a line. The result is the path of the new file, or None after Esc."""

    keys = "Enter 新建  Esc 不建，返回"

    def __init__(self, folder: Path, beginning: Beginning, this_year: int) -> None:
        year = beginning.year
        super().__init__(
            f"新建 {year} 年度，存成文件" if year else "新建空白年度，文件名里写上年份",
            proposed_name(beginning, this_year),
        )
        self._folder, self._beginning = folder, beginning

    def compose_body(self) -> Iterator[Widget]:
        """Yield what is said of the form set, and the line with a proposed name."""
        yield Rows(id="about")
        yield from super().compose_body()

    def on_resize(self) -> None:
        """Draw for the present width."""
        super().on_resize()
        rows, beginning = self.query_one("#about", Rows), self._beginning
        told = (beginning.title, beginning.about, beginning.basis and f"依据：{beginning.basis}")
        lines = (line for each in told for line in wrap(each, rows.size.width - 1) if each)
        rows.show([(Piece(self._spelled(line), "dim"),) for line in lines])

    def _spelled(self, line: str) -> str:
        return cast("BaseApp", self.app).glyphs.spell(line)

    def accept(self, typed: str) -> None:
        """Write the file of this name."""
        path = path_for(self._folder, typed)
        self._begin(path)
        self.dismiss(path)

    def _begin(self, path: Path) -> None:
        beginning = self._beginning
        before = (
            (beginning.path, beginning.last.year) if beginning.last and beginning.path else None
        )
        number = beginning.year or year_in(path.stem)
        begin(path, number, before, form=beginning.form, own_scheme=beginning.own_scheme)


def proposed_name(beginning: Beginning, this_year: int) -> str:
    """Return the name of last year's file with the next year in it.

    For a blank year the name is the year before `this_year`, which is over by now.
    """
    if beginning.path is None or beginning.year is None:
        return f"{this_year - 1}{ENDING}"
    stem, year = beginning.path.stem, str(beginning.year)
    before = str(beginning.year - 1)
    return (stem.replace(before, year) if before in stem else f"{stem}-{year}") + ENDING
