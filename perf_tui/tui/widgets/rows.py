"""A widget that shows drawn rows and repaints only those that changed.

The look of each role is a component style of the app, such as `rows--dim`. If it belonged to the
widget, Textual would compute it for each of the dozen widgets of every screen that is opened.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from perf_tui.tui.drawing.rows import ROLES, DrawnRow, Role, in_line

Look: TypeAlias = Role | Literal["cursor"]
LOOKS = {f"rows--{role}" for role in (*ROLES, "cursor")}


class Rows(Widget):
    """Shows rows. Its height is their number."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 — Textual's own name
        super().__init__(id=id)
        self._rows: Sequence[DrawnRow] = ()
        self._painted: dict[int, DrawnRow] = {}
        self._styles: dict[Look, Style] = {}

    def show(self, rows: Sequence[DrawnRow]) -> None:
        """Replace the rows. Those that were never in sight are not asked for."""
        before, self._rows = self._rows, rows
        if len(before) != len(rows):
            self.styles.height = len(rows)
            self._painted.clear()
            self.refresh()
            return
        for y, painted in self._painted.items():
            if painted != rows[y]:
                self.refresh(Region(0, y, self.size.width, 1))

    def render_line(self, y: int) -> Strip:
        """Return one row in the styles of the theme."""
        row: DrawnRow = ()
        if y < len(self._rows):
            row = self._painted[y] = self._rows[y]
        # Control characters must not reach the terminal, even in text that was not cut or wrapped.
        segments = [Segment(in_line(text), self._style(role)) for text, role in row]
        return Strip(segments).adjust_cell_length(self.size.width, self._style("text"))

    def notify_style_update(self) -> None:
        """Forget the styles of the previous theme."""
        super().notify_style_update()
        self._styles.clear()

    def _style(self, role: Look) -> Style:
        # Looking the style up for every piece would take a third of the time of a paint.
        if role not in self._styles:
            own = self.app.get_component_styles(f"rows--{role}").partial_rich_style
            self._styles[role] = self.rich_style + own
        return self._styles[role]
