"""What stands between the drawn rows and a terminal that cannot or shall not show everything."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.scrollbar import ScrollBarRender

from perf_tui.showing.glyphs import cell_by_cell


class PlainLines(LineFilter):
    """Puts stand-ins for typed text that a console would draw double."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The same segments in characters of one certain width."""
        return [Segment(cell_by_cell(text), style, control) for text, style, control in segments]


class Colourless(LineFilter):
    """Leaves bold, underlined, reversed; Textual's own filters send greys and default colours."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The same segments without any colour."""
        return [Segment(text, _without_colour(style), control) for text, style, control in segments]


class WholeCells(ScrollBarRender):
    """A scroll bar without the block characters, whose width is ambiguous."""

    VERTICAL_BARS = [" "]


def _without_colour(style: Style | None) -> Style | None:
    if style is None:
        return None
    return Style(
        bold=style.bold, underline=style.underline, reverse=style.reverse, link=style.link
    ) + Style.from_meta(style.meta)
