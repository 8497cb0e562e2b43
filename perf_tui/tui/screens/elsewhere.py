"""Saving under another name, and continuing with that file."""

from __future__ import annotations

from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.saving import proposed_elsewhere, save_elsewhere
from perf_tui.tui.screens.line import LineDialog


class ElsewhereDialog(LineDialog[bool]):
    """Asks for a path in a line. An existing file is never overwritten.

    The result is True once the file is saved there.
    """

    keys = "Enter 另存，以后就填那一份  Esc 关闭"

    def __init__(self, open_year: OpenYear) -> None:
        super().__init__("另存为", str(proposed_elsewhere(open_year)))
        self._open_year = open_year

    def accept(self, typed: str) -> None:
        """Write there."""
        save_elsewhere(self._open_year, typed)
        self.dismiss(True)
