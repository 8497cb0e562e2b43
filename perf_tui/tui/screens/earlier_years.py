"""Choosing the file of the year before."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from perf_tui.showing.glyphs import Glyphs
from perf_tui.store.years.earlier_years import PROJECT_NAME
from perf_tui.store.years.year_file import YearFile
from perf_tui.tui.drawing.rows import DrawnRow, Piece, clip, pad
from perf_tui.tui.screens.dialog import ChoosingDialog

NAME = 30


class LastYearDialog(ChoosingDialog):
    """Lists files of earlier years. The result is the index into `found`, or None after Esc."""

    keys = "上下键选择  Enter 选用  Esc 关闭"
    about = "选上年的自评文件，填写时逐栏对照"

    def __init__(self, found: Sequence[tuple[Path, YearFile]], glyphs: Glyphs) -> None:
        super().__init__(
            "选上年的文件", lambda width: [_row(path, file, width, glyphs) for path, file in found]
        )


def _row(path: Path, file: YearFile, width: int, glyphs: Glyphs) -> DrawnRow:
    """Return a row with year, file name, and the project or else the unit."""
    unit = file.year.text(PROJECT_NAME) or file.year.text("unit.name")
    return (
        Piece(f" {file.year.year} ", "value"),
        Piece(pad(clip(glyphs.spell(path.name), NAME - 1), NAME)),
        Piece(clip(glyphs.spell(unit), max(0, width - NAME - 6)), "dim"),
    )
