"""A notice before the editor opens: something about the file that the user should know."""

from __future__ import annotations

from pathlib import Path

from perf_tui.tui.drawing.rows import Piece, wrap
from perf_tui.tui.screens.dialog import ReadingDialog


class NoticeDialog(ReadingDialog):
    """A few sentences, closed by Enter."""

    keys = "Enter 继续"

    def __init__(self, title: str, words: str) -> None:
        self.words = words
        super().__init__(title, lambda width: [(Piece(line),) for line in wrap(words, width)])


def edited_by_hand(path: Path) -> NoticeDialog:
    """The file was changed outside the program."""
    return NoticeDialog(
        "文件在程序之外改过",
        f"{path.name} 的校验和与内容不符：它在本程序之外改过，或者拷贝时受了损。\n"
        "按 Enter 打开后逐项核对，保存时会写入新的校验和。",
    )
