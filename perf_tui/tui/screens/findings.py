"""The list of everything that was found; Enter goes to the place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.binding import Binding
from textual.widget import Widget

from perf_tui.core.findings import Finding
from perf_tui.core.session import Change
from perf_tui.tui.drawing.findings import finding_row, findings_title
from perf_tui.tui.drawing.marks import Marks
from perf_tui.tui.drawing.rows import Piece, wrap
from perf_tui.tui.screens.dialog import ChoosingDialog
from perf_tui.tui.widgets.choices import ChoiceRows
from perf_tui.tui.widgets.rows import Rows


class FindingsDialog(ChoosingDialog):
    """Findings in the order of the form; the result is the index into `listed`, or `EVERYTHING`."""

    BINDINGS = [Binding("f5", "review", show=False, priority=True)]
    EVERYTHING = -1
    keys = "上下键选择  Enter 前往  F5 核对全部内容  Esc 关闭"

    def __init__(self, change: Change, marks: Marks) -> None:
        self.listed: Sequence[Finding] = [one for one in change.findings if one.places]
        form, self._marks = change.standing.form, marks
        super().__init__(
            findings_title(self.listed),
            lambda width: [finding_row(form, one, width, marks) for one in self.listed],
        )

    def compose_body(self) -> Iterator[Widget]:
        """The list, and in full what the row under the cursor says."""
        yield from super().compose_body()
        yield Rows(id="sentence")

    def on_mount(self) -> None:
        """The sentence follows the cursor."""
        super().on_mount()
        self.watch(self.query_one(ChoiceRows), "cursor", self.draw_sentence, init=False)

    def on_resize(self) -> None:
        """Draw for the width there is."""
        super().on_resize()
        self.draw_sentence()

    def draw_sentence(self) -> None:
        """What is wrong and what to do, in the words that stand beside the field."""
        if self.listed:
            words = self._marks.spell(self.listed[self.query_one(ChoiceRows).cursor].sentence)
            rows = self.query_one("#sentence", Rows)
            rows.show([(Piece(line, "label"),) for line in wrap(words, rows.size.width - 1)])
            self.call_after_refresh(self.fit)

    def action_review(self) -> None:
        """F5 once more: every value on one page."""
        self.dismiss(self.EVERYTHING)
