"""The comparison of years: a table, and below it the course of the figure under the cursor."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.binding import Binding
from textual.widget import Widget

from perf_tui.core.evaluation.comparison import Comparison
from perf_tui.showing.glyphs import Glyphs
from perf_tui.tui.drawing.comparison import (
    bar_rows,
    change_rows,
    comparison_rows,
    comparison_title,
    head_row,
)
from perf_tui.tui.drawing.rows import Piece
from perf_tui.tui.keys.waiting import app_of
from perf_tui.tui.screens.dialog import Dialog, ReadingDialog
from perf_tui.tui.widgets.choices import ChoiceRows, ChoiceScroll
from perf_tui.tui.widgets.rows import Rows


class ComparisonDialog(Dialog[None]):
    """Shows several years side by side. The arrow keys choose the figure whose course is drawn.

    There is no result.
    """

    BINDINGS = [
        Binding("enter", "close", show=False, priority=True),
        Binding("space", "changes", show=False),
    ]
    keys = "上下键选一项，看它历年的走势  空格 看指标的变化  Enter 或 Esc 关闭"
    about = "各年的完成值和得分并排，末列是比上年的增减"

    def __init__(self, comparison: Comparison, glyphs: Glyphs) -> None:
        super().__init__("历年对比")
        self._comparison, self._glyphs = comparison, glyphs

    def compose_body(self) -> Iterator[Widget]:
        """Yield the column headings, the table and the course."""
        yield Rows(id="comparison-head")
        with ChoiceScroll(id="comparison-table"):
            yield ChoiceRows()
        yield Rows(id="comparison-course")

    def on_mount(self) -> None:
        """Focus the table, and let the course follow its cursor."""
        super().on_mount()
        choices = self.query_one(ChoiceRows)
        self.set_focus(choices)
        self.watch(choices, "cursor", self.draw_course, init=False)

    def on_resize(self) -> None:
        """Draw for the present width."""
        width, comparison = self._width(), self._comparison
        title = Piece(f"{comparison_title(comparison, width)}", "heading")
        self.query_one("#dialog-title", Rows).show([(title,)])
        self.query_one("#comparison-head", Rows).show([head_row(comparison, width)])
        self.query_one(ChoiceRows).show(comparison_rows(comparison, width, self._glyphs))
        self.draw_course()

    def draw_course(self) -> None:
        """Draw the course of the figure under the cursor."""
        place = self.query_one(ChoiceRows).cursor
        rows = bar_rows(self._comparison, place, self._width(), self._glyphs)
        self.query_one("#comparison-course", Rows).show(rows)

    def action_changes(self) -> None:
        """Show what became of the indicators from year to year."""
        comparison, glyphs = self._comparison, self._glyphs
        draw = partial(change_rows, comparison, glyphs=glyphs)
        self.app.push_screen(ReadingDialog("今年与上年的指标", draw), self._go_on)

    def _go_on(self, _: object) -> None:
        app_of(self).release_keys()

    def _width(self) -> int:
        return self.query_one(ChoiceScroll).size.width - 1
