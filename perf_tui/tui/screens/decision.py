"""A question in a few sentences, with its answers to choose from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.containers import VerticalScroll
from textual.widget import Widget

from perf_tui.tui.drawing.rows import Piece, clip, wrap
from perf_tui.tui.screens.dialog import ChoosingDialog
from perf_tui.tui.widgets.rows import Rows


class DecisionDialog(ChoosingDialog):
    """Shows sentences and below them choices, one per row.

    The result is the index of the choice, or None after Esc.
    """

    keys = "上下键选择  Enter 确定"

    def __init__(self, title: str, words: str, choices: Sequence[str]) -> None:
        super().__init__(title, lambda width: [(Piece(clip(choice, width)),) for choice in choices])
        self._words = words

    def compose_body(self) -> Iterator[Widget]:
        """Yield the sentences, then the choices."""
        with VerticalScroll(classes="decision-words", can_focus=False):
            yield Rows(id="words")
        yield from super().compose_body()

    def on_resize(self) -> None:
        """Draw for the present width."""
        super().on_resize()
        rows = self.query_one("#words", Rows)
        lines = wrap(self._words, max(10, rows.size.width - 1))
        rows.show([(Piece(line),) for line in lines])
