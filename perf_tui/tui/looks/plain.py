"""Filters for terminals that cannot show every character, or should not show colours."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.scrollbar import ScrollBarRender

from perf_tui.showing.glyphs import cell_by_cell


class PlainLines(LineFilter):
    """Replaces characters in typed text that a console may draw two cells wide."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """Return the segments with only characters of a certain width."""
        return [Segment(cell_by_cell(text), style, control) for text, style, control in segments]


class Colourless(LineFilter):
    """Removes all colour but keeps bold, underline and reverse.

    Textual's own filters would still send greys and default colours.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """Return the segments without colours."""
        return [Segment(text, _without_colour(style), control) for text, style, control in segments]


class WholeCells(ScrollBarRender):
    """A scroll bar without block characters, whose width is ambiguous."""

    VERTICAL_BARS = [" "]


def _without_colour(style: Style | None) -> Style | None:
    if style is None:
        return None
    return Style(
        bold=style.bold, underline=style.underline, reverse=style.reverse, link=style.link
    ) + Style.from_meta(style.meta)
