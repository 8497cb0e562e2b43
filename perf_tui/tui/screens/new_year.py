"""Beginning a new year: asking for the name of its file, and writing it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from textual.binding import Binding
from textual.widget import Widget

from perf_tui.store.errors import SaveError
from perf_tui.store.years.beginning import DEFAULT_FORM, begin_year
from perf_tui.store.years.year_file import FIRST_YEAR, LAST_YEAR
from perf_tui.tui.drawing.start import Beginning
from perf_tui.tui.screens.dialog import Dialog
from perf_tui.tui.widgets.line_editor import LineEditor

ENDING = ".toml"
DIGITS = re.compile(r"(?<!\d)\d{4}(?!\d)")


class NewYearDialog(Dialog[Path]):
    """Asks for a file name in a line. The result is the path of the new file, or None after Esc."""

    BINDINGS = [Binding("enter", "begin", show=False, priority=True)]
    keys = "Enter 新建  Esc 不建，返回"

    def __init__(self, folder: Path, beginning: Beginning, this_year: int) -> None:
        year = beginning.year
        super().__init__(
            f"新建 {year} 年度，存成文件" if year else "新建空白年度，文件名里写上年份"
        )
        self._folder, self._beginning = folder, beginning
        self._proposed = proposed_name(beginning, this_year)

    def compose_body(self) -> Iterator[Widget]:
        """Yield the line with a proposed name."""
        yield LineEditor(self._proposed, compact=True, select_on_focus=False)

    def on_mount(self) -> None:
        """Focus the line."""
        super().on_mount()
        self.set_focus(self.query_one(LineEditor))

    def action_begin(self) -> None:
        """Write the file and close, or say why that cannot be done."""
        name = self.query_one(LineEditor).value.strip()
        try:
            self._begin(self._folder / (name if name.endswith(ENDING) else name + ENDING))
        except SaveError as error:
            self.say(str(error))
        except (OSError, ValueError):
            self.say("这个文件名用不了，换一个")

    def _begin(self, path: Path) -> None:
        year = self._beginning.year or year_in(path.stem)
        if year is None:
            self.say(f"文件名里写上自评的年份，如 2024{ENDING}")
            return
        if path.exists():
            self.say(f"{path.name} 已经有了，换一个文件名")
            return
        last = self._beginning.last
        before = (self._beginning.path, last.year) if last and self._beginning.path else None
        begin_year(path, year, last.year.form if last else DEFAULT_FORM, before)
        self.dismiss(path)


def proposed_name(beginning: Beginning, this_year: int) -> str:
    """Return the name of last year's file with the next year in it.

    For a blank year the name is the year before `this_year`, which is over by now.
    """
    if beginning.path is None or beginning.year is None:
        return f"{this_year - 1}{ENDING}"
    stem, year = beginning.path.stem, str(beginning.year)
    before = str(beginning.year - 1)
    return (stem.replace(before, year) if before in stem else f"{stem}-{year}") + ENDING


def year_in(name: str) -> int | None:
    """Return the first possible year in a file's name, or None."""
    years = [int(digits) for digits in DIGITS.findall(name)]
    return next((year for year in years if FIRST_YEAR <= year <= LAST_YEAR), None)
