"""Asking for a reason."""

from __future__ import annotations

from collections.abc import Iterator

from textual.binding import Binding
from textual.widget import Widget

from perf_tui.tui.drawing.rows import Piece, wrap
from perf_tui.tui.screens.dialog import Dialog
from perf_tui.tui.widgets.line_editor import LineEditor
from perf_tui.tui.widgets.rows import Rows


class ReasonDialog(Dialog[str]):
    """Asks for a reason in a line with a proposed one. The result is the reason.

    `about` says what the reason is for. A reason `given` before can be taken back by clearing the
    line, and the result is then an empty string.
    """

    BINDINGS = [Binding("enter", "take", show=False, priority=True)]
    keys = "写明理由，Enter 记下；只是核对过就直接按 Enter  Esc 关闭"
    about = "提醒属实才要说明，理由印进报告；只是核对过就不改“经核对无误”，它不印"

    def __init__(self, about: str, proposed: str, *, given: bool = False) -> None:
        super().__init__("修改说明" if given else "说明理由")
        self._about, self._proposed, self._given = about, proposed, given
        if given:
            self.keys = "改好按 Enter 记下，清空再按 Enter 收回说明  Esc 关闭"

    def compose_body(self) -> Iterator[Widget]:
        """Yield what the reason is for, and the line."""
        yield Rows(id="about")
        yield LineEditor(compact=True)

    def on_mount(self) -> None:
        """Focus the line with the proposed reason."""
        super().on_mount()
        line = self.query_one(LineEditor)
        line.load(self._proposed)
        self.set_focus(line)

    def on_resize(self) -> None:
        """Draw for the present width."""
        rows = self.query_one("#about", Rows)
        rows.show([(Piece(line),) for line in wrap(self._about, rows.size.width - 1)])

    def action_take(self) -> None:
        """Close with the reason, or say that it is still missing, on Enter."""
        reason = self.query_one(LineEditor).value.strip()
        if reason or self._given:
            self.dismiss(reason)
        else:
            self.say("理由还空着，写上再按 Enter  Esc 关闭")
