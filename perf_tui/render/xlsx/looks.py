"""The formats of cells, each made once in a workbook."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

BODY, LABEL = "宋体", "黑体"
SIZE, TITLE_SIZE = 10, 16  # points
WRAPPED = {"valign": "vcenter", "text_wrap": True, "font_size": SIZE}


class Looks:
    """The formats of one workbook."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made = cache(self._make)

    def title(self) -> Format:
        """The title of a sheet."""
        return self._made(font_name=LABEL, font_size=TITLE_SIZE, align="center", valign="vcenter")

    def caption(self) -> Format:
        """A line above a table."""
        return self._made(font_name=LABEL, font_size=SIZE, align="center", valign="vcenter")

    def cell(self, align: str, figure: str, *, label: bool) -> Format:
        """A cell of a table. `figure` is Excel's format of its number, empty for a text."""
        font = LABEL if label else BODY
        shown = {"num_format": figure or "@"}
        return self._made(font_name=font, align=align, border=1, **WRAPPED, **shown)

    def _make(self, **properties: Any) -> Format:
        return self._book.add_format(properties)
