"""Typing figures a second time, unseen, to find slips of the first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.binding import Binding
from textual.widget import Widget

from perf_tui.core.double_entry import Pair, typed_again, verdict_on
from perf_tui.core.numbers import Refusal
from perf_tui.core.standing import Standing
from perf_tui.tui.drawing.rows import Piece, Row
from perf_tui.tui.screens.dialog import Dialog
from perf_tui.tui.widgets.line_editor import LineEditor
from perf_tui.tui.widgets.rows import Rows


class DoubleEntryDialog(Dialog[None]):
    """Asks for one figure after the other and shows both where they differ."""

    BINDINGS = [Binding("enter", "compare", show=False, priority=True)]
    keys = "照原件再填一遍，Enter 下一个  Esc 关闭"
    about = "不看前一次，照原件把预算数再填一遍，不一致的会列出来"

    def __init__(self, standing: Standing, addresses: Sequence[str]) -> None:
        super().__init__("双录核对")
        self._standing, self._left = standing, list(addresses)
        self._pairs: list[Pair] = []

    def compose_body(self) -> Iterator[Widget]:
        """What was compared so far, and the line for the next figure."""
        yield Rows(id="compared")
        yield LineEditor(compact=True)

    def on_mount(self) -> None:
        """The line takes the keys."""
        super().on_mount()
        self.set_focus(self.query_one(LineEditor))
        self._show()

    def action_compare(self) -> None:
        """Compare what was typed with what stands in the field."""
        if not self._left:
            self.dismiss(None)
            return
        line = self.query_one(LineEditor)
        pair = typed_again(self._standing, self._left[0], line.value)
        if isinstance(pair, Refusal):
            self.say(pair.message)
            return
        self._pairs.append(pair)
        self._left.pop(0)
        line.load("")
        self._show()

    def _show(self) -> None:
        rows: list[Row] = [
            (Piece(pair.words, "good" if pair.same else "error"),) for pair in self._pairs
        ]
        if self._left:
            label = self._standing.form.fields[self._left[0]].label
            rows.append((Piece(f"{label}：", "active"),))
            self.say_keys()
        else:
            self.say(f"{verdict_on(self._pairs)}  Enter 关闭")
        self.query_one("#compared", Rows).show(rows)
