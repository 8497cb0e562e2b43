"""Go to a page by its number, its name or the initials of its pinyin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual import on
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widget import Widget

from perf_tui.core.form import Form, Page
from perf_tui.core.form.pages import matching_pages
from perf_tui.tui.drawing.marks import Marks
from perf_tui.tui.drawing.rows import Piece, Row, pad, pad_left
from perf_tui.tui.screens.dialog import Dialog
from perf_tui.tui.widgets.choices import ChoiceRows
from perf_tui.tui.widgets.line_editor import LineEditor


class GoToDialog(Dialog[Page]):
    """A line to type in over the pages that match it; Enter takes the first or chosen one."""

    BINDINGS = [
        Binding("enter", "take", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
    ]
    keys = "输序号、名称或拼音首字母  上下键选择  Enter 前往  Esc 关闭"

    def __init__(self, form: Form, marks: Marks) -> None:
        super().__init__("转到")
        self._form, self._marks = form, marks
        self._matching: Sequence[Page] = form.pages

    def compose_body(self) -> Iterator[Widget]:
        """The line and the list."""
        yield LineEditor(compact=True)
        with VerticalScroll(classes="dialog-body", can_focus=False):
            yield ChoiceRows()

    def on_mount(self) -> None:
        """The line takes the keys, the list follows it."""
        super().on_mount()
        line = self.query_one(LineEditor)
        self.set_focus(line)
        self.watch(line, "value", self.narrow)

    def narrow(self, typed: str) -> None:
        """Show the pages that match what was typed."""
        self._matching = matching_pages(self._form.pages, typed)
        choices = self.query_one(ChoiceRows)
        choices.show([_row(page, self._marks) for page in self._matching])
        choices.cursor = 0
        self.tell(self.keys if self._matching else "没有这样的项，换个词试试  Esc 关闭")

    def action_take(self) -> None:
        """Enter takes the row under the cursor."""
        if self._matching:
            self.dismiss(self._matching[self.query_one(ChoiceRows).cursor])

    @on(ChoiceRows.Chosen)
    def take_clicked(self, event: ChoiceRows.Chosen) -> None:
        """A click on a row takes it."""
        self.dismiss(self._matching[event.index])

    def action_move(self, step: int) -> None:
        """The arrows move in the list while the line keeps the focus."""
        self.query_one(ChoiceRows).move(step)


def _row(page: Page, marks: Marks) -> Row:
    number = pad_left(str(page.number or ""), 3)
    return Piece(f"{number} ", "dim"), Piece(pad(marks.spell(page.title), 44)), _initials(page)


def _initials(page: Page) -> Piece:
    return Piece(page.initials, "dim")
