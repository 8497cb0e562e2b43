"""The frame of every main screen: head, score, status line and key bar."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, cast

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widget import Widget

from perf_tui.core.form import Page
from perf_tui.core.session import Change
from perf_tui.editing.open_year import OpenYear
from perf_tui.showing.glyphs import Glyphs
from perf_tui.tui.drawing.frame import head_row, key_row, status_row
from perf_tui.tui.drawing.rows import Role
from perf_tui.tui.drawing.score import score_column, score_strip
from perf_tui.tui.keys.bindings import Action, key_name
from perf_tui.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from perf_tui.tui.apps.base import BaseApp

COLUMN = 32
# Below ten rows a screen shows only what is being worked on.
LOW = [(0, "-low"), (10, "-high")]


class Noting(Protocol):
    """An app that writes what is typed to the journal."""

    def note_soon(self) -> None:
        """Write what was typed to the journal within a moment."""


class Frame(Screen[Page]):
    """A screen about one year, with head and score above its body, and status and keys below.

    `refresh_change` shows a change in its widgets. The result is the page that was open last.
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    VERTICAL_BREAKPOINTS = LOW
    AUTO_FOCUS = ""

    def __init__(self, open_year: OpenYear, glyphs: Glyphs) -> None:
        super().__init__()
        self.open_year, self.glyphs = open_year, glyphs
        self._drawn_for: tuple[object, ...] = ()
        self._said: tuple[str, Role] = ("", "text")

    def compose(self) -> ComposeResult:
        """Yield head and score, the body, status and keys."""
        yield Rows(id="head")
        yield Rows(id="strip")
        with Horizontal(id="middle"):
            yield from self.compose_body()
            yield Rows(id="column")
        yield Rows(id="status")
        yield Rows(id="keys")

    def compose_body(self) -> Iterator[Widget]:
        """Yield the widgets of the screen's own part."""
        raise NotImplementedError

    def on_resize(self) -> None:
        """Draw for the present size now and after the next layout, when it is settled."""
        self._fit()
        self.call_after_refresh(self._fit)

    def on_screen_resume(self) -> None:
        """Draw for the present size, which may have changed behind a dialog without a layout."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        sizes = self.app.size, self.query_one("#body").size
        if sizes != self._drawn_for:
            self._drawn_for = sizes
            self.refresh_change(self.open_year.change)
            self._show_said()

    def refresh_change(self, change: Change) -> None:
        """Show the year after a change, and have it written to the journal soon."""
        cast(Noting, self.app).note_soon()
        width = self.app.size.width
        self._rows("head").show(
            [head_row(change.evaluation, self.open_year.dirty, width, self.glyphs)]
        )
        self._rows("strip").show([score_strip(change.evaluation, width)])
        if self.has_class("-wide"):
            self._rows("column").show(score_column(change.evaluation, COLUMN - 2, self.glyphs))
        self._rows("keys").show([key_row(width, self.actions)])

    @property
    def actions(self) -> Sequence[Action]:
        """All actions with their keys in force."""
        return cast("BaseApp", self.app).actions

    @property
    def key_of(self) -> Mapping[str, str]:
        """The name of each action → its key in force, as texts name it."""
        return cast("BaseApp", self.app).key_of

    def say(self, words: str, role: Role = "text") -> None:
        """Show a message on the status line until the next edit."""
        self._said = words, role
        self._show_said()

    def _show_said(self) -> None:
        words, role = self._said
        self._rows("status").show([status_row(self.glyphs.spell(words), self.app.size.width, role)])

    def no_effect(self, key: str) -> None:
        """Say that a key has no effect here."""
        self.say(f"{key_name(key)} 在这里不起作用，按 {self.key_of['guidance']} 看有哪些按键")

    def _rows(self, name: str) -> Rows:
        return self.query_one(f"#{name}", Rows)
