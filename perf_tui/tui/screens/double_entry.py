"""Typing figures a second time, unseen, to find slips of the first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.binding import Binding
from textual.widget import Widget

from perf_tui.core.numbers import Number, Refusal, format_number
from perf_tui.core.readings import read_field
from perf_tui.core.standing import Standing
from perf_tui.tui.drawing.rows import Piece, Role, Row
from perf_tui.tui.screens.dialog import Dialog
from perf_tui.tui.widgets.line_editor import LineEditor
from perf_tui.tui.widgets.rows import Rows


class DoubleEntryDialog(Dialog[None]):
    """Asks for one figure after the other and shows both where they differ."""

    BINDINGS = [Binding("enter", "compare", show=False, priority=True)]
    keys = "照原件再填一遍，Enter 下一个  Esc 关闭"

    def __init__(self, standing: Standing, addresses: Sequence[str]) -> None:
        super().__init__("双录核对")
        self._standing, self._left = standing, list(addresses)
        self._compared: list[Row] = []
        self._differs = 0

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
        field = self._standing.form.fields[self._left[0]]
        second = read_field(field, line.value)
        if isinstance(second, Refusal):
            self.tell(second.message)
            return
        first = self._standing.readings.by_address[field.address]
        self._compared.append(_compared(field.label, first, second))
        self._differs += first != second
        self._left.pop(0)
        line.load("")
        self._show()

    def _show(self) -> None:
        if self._left:
            label = self._standing.form.fields[self._left[0]].label
            rows = [*self._compared, (Piece(f"{label}：", "active"),)]
            self.tell(self.keys)
        else:
            rows = self._compared
            verdict = "有不一致的，照原件改正" if self._differs else "两次填的都一致"
            self.tell(f"{verdict}  Enter 关闭")
        self.query_one("#compared", Rows).show(rows)


def _compared(label: str, first: object, second: object) -> Row:
    role: Role = "good" if first == second else "error"
    if first == second:
        return (Piece(f"{label}：{_shown(first)}，两次一致", role),)
    return (Piece(f"{label}：第一次 {_shown(first)}，第二次 {_shown(second)}", role),)


def _shown(value: object) -> str:
    return format_number(value) if isinstance(value, Number) else "空白"
