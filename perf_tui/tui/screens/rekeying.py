"""Typing figures a second time without seeing the first, to find typing errors."""

from __future__ import annotations

from collections.abc import Iterator

from textual.binding import Binding
from textual.widget import Widget

from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.editing.refusing import RefusedError
from perf_tui.editing.rekeying import Rekeying
from perf_tui.tui.drawing.rows import DrawnRow, Piece
from perf_tui.tui.keys.vocabulary import ways
from perf_tui.tui.screens.dialog import Dialog
from perf_tui.tui.widgets.line_editor import LineEditor
from perf_tui.tui.widgets.rows import Rows


class RekeyingDialog(Dialog[None]):
    """Asks for one figure after another and shows which of them differ. There is no result."""

    BINDINGS = [Binding("enter", "compare", show=False, priority=True)]
    keys = "照原件再填一遍，Enter 下一个  Esc 关闭"
    about = "不看前一次，照原件把预算数再填一遍，不一致的会列出来"

    def __init__(self, evaluation: Evaluation) -> None:
        super().__init__("双录核对")
        self._typing = Rekeying(evaluation)

    def compose_body(self) -> Iterator[Widget]:
        """Yield what was compared so far, and the line for the next figure."""
        yield Rows(id="compared")
        yield LineEditor(compact=True)

    def on_mount(self) -> None:
        """Focus the line."""
        super().on_mount()
        self.set_focus(self.query_one(LineEditor))
        self._show()

    def action_compare(self) -> None:
        """Compare what was typed with what stands in the field."""
        if self._typing.field is None:
            self.dismiss(None)
            return
        line = self.query_one(LineEditor)
        try:
            self._typing.type(line.value)
        except RefusedError as refusal:
            self.say(refusal.worded(ways(self.key_of)))
            return
        line.load("")
        self._show()

    def _show(self) -> None:
        rows: list[DrawnRow] = [
            (Piece(pair.words, "good" if pair.same else "error"),) for pair in self._typing.pairs
        ]
        if field := self._typing.field:
            rows.append((Piece(f"{field.label}：", "active"),))
            self.say_keys()
        else:
            self.query_one(LineEditor).styles.height = 0  # out of sight; it still takes Enter
            self.say(f"{self._typing.verdict}  Enter 关闭")
        self.query_one("#compared", Rows).show(rows)
