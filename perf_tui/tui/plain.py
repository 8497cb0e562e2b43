"""The last sieve before a console that draws ambiguous characters double."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from perf_tui.tui.drawing.marks import cell_by_cell


class PlainLines(LineFilter):
    """Puts stand-ins for whatever else is drawn: typed text, Textual's own scroll bars."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The same segments in characters of one certain width."""
        return [Segment(cell_by_cell(text), style, control) for text, style, control in segments]
