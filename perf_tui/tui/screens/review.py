"""The review of every value of a year, from which the year is made final."""

from __future__ import annotations

from perf_tui.core.session import Change
from perf_tui.showing.glyphs import Glyphs
from perf_tui.tui.drawing.review import review_rows
from perf_tui.tui.keys.bindings import FINISH, binding
from perf_tui.tui.screens.dialog import ReadingDialog


class ReviewDialog(ReadingDialog):
    """Shows every value of the year. The result is True if the year is to be made final.

    If it is final already, True means that it is to be opened again.
    """

    BINDINGS = [binding(FINISH, "finish")]
    keys = "上下键翻看  {finish} 定稿  Enter 或 Esc 关闭"
    about = "照原件逐项核对；定稿以后只能看，要改先写明理由"

    def __init__(self, change: Change, glyphs: Glyphs) -> None:
        super().__init__("核对全部内容", lambda width: review_rows(change, width, glyphs))
        if change.evaluation.year.locked:
            self.keys = "上下键翻看  {finish} 重新打开  Enter 或 Esc 关闭"

    def action_finish(self) -> None:
        """Close with True, because everything has been looked at."""
        self.dismiss(True)
