"""Choosing a file with a table of targets."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from perf_tui.editing.refusing import RefusedError
from perf_tui.editing.target_files import path_from, read_tables, tables_beside
from perf_tui.reader.targets import FoundTable
from perf_tui.showing.glyphs import Glyphs
from perf_tui.tui.drawing.rows import DrawnRow, Piece
from perf_tui.tui.screens.filtering import FilterDialog
from perf_tui.tui.widgets.choices import ChoiceRows
from perf_tui.tui.widgets.line_editor import LineEditor

NO_FILES = "这个文件夹里没有 Excel、Word 文件，输文件的路径  Enter 读入  Esc 关闭"


class TableFileDialog(FilterDialog[Path]):
    """Lists the files of the year's folder that may hold a table, and takes a path typed in full.

    It stays open, with the reason, until a file could be read. Then `tables` are what it holds.
    """

    keys = "上下键选择，或输文件的路径  Enter 读入  Esc 关闭"
    about = "读 Excel、Word 里的绩效目标表或自评表；先列出与年度文件同一文件夹里的，新的在前"
    nothing = "按 Enter 读这个路径的文件  Esc 关闭"

    def __init__(self, year: Path, glyphs: Glyphs) -> None:
        super().__init__("读入目标表或自评表")
        self._folder, self._files, self._glyphs = year.parent, tables_beside(year), glyphs
        self.tables: Sequence[FoundTable] = ()
        if not self._files:
            self.keys = NO_FILES

    def matching(self, typed: str) -> Sequence[Path]:
        """Return the files whose names contain what was typed."""
        return [one for one in self._files if typed.strip().casefold() in one.name.casefold()]

    def row(self, item: Path) -> DrawnRow:
        """Return the name of a file."""
        return (Piece(f" {self._glyphs.spell(item.name)}"),)

    def narrow(self, typed: str) -> None:
        """Show what matches, or ask for a path if there is nothing to choose from."""
        super().narrow(typed)
        if not typed.strip():
            self.say_keys()

    def action_take(self) -> None:
        """Read the file under the cursor or at the path that was typed."""
        if self._matching:
            self._read(self._matching[self.query_one(ChoiceRows).cursor])
        else:
            self._read_typed(self.query_one(LineEditor).value)

    def _read_typed(self, typed: str) -> None:
        try:
            path = path_from(self._folder, typed)
        except RefusedError as refusal:
            self.say(str(refusal))
        else:
            self._read(path)

    def _read(self, path: Path) -> None:
        """Read a file and close, or say why it cannot be read."""
        try:
            self.tables = read_tables(path)
        except RefusedError as refusal:
            self.say(str(refusal))
        else:
            self.dismiss(path)
