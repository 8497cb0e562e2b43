"""A notice about a file that the user should read before going on."""

from __future__ import annotations

from perf_tui.tui.drawing.rows import Piece, wrap
from perf_tui.tui.screens.dialog import ReadingDialog


class NoticeDialog(ReadingDialog):
    """Shows a few sentences. Enter closes it, without a result."""

    keys = "Enter 继续"

    def __init__(self, title: str, words: str) -> None:
        self.words = words
        super().__init__(title, lambda width: [(Piece(line),) for line in wrap(words, width)])
