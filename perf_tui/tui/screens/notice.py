"""A notice before the editor opens: something about the file that the user should know."""

from __future__ import annotations

from perf_tui.tui.drawing.rows import Piece, wrap
from perf_tui.tui.screens.dialog import ReadingDialog


class NoticeDialog(ReadingDialog):
    """A few sentences, closed by Enter."""

    keys = "Enter 继续"

    def __init__(self, title: str, words: str) -> None:
        self.words = words
        super().__init__(title, lambda width: [(Piece(line),) for line in wrap(words, width)])
