"""Picking indicators from the library, by field of work or by a few typed characters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from textual.widget import Widget

from perf_tui.core.form.library import LibraryIndicator
from perf_tui.editing import picking
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.refusing import RefusedError
from perf_tui.showing.glyphs import Glyphs
from perf_tui.showing.indicators import about_common, goal_words
from perf_tui.tui.drawing.rows import DrawnRow, Piece, clip, pad, wrap
from perf_tui.tui.keys.vocabulary import ways
from perf_tui.tui.screens.filtering import FilterDialog
from perf_tui.tui.widgets.choices import ChoiceRows
from perf_tui.tui.widgets.line_editor import LineEditor
from perf_tui.tui.widgets.rows import Rows

NAME, GOAL, MARK = 42, 14, 3
ABOUT = 6  # rows about the one under the cursor


class Area(NamedTuple):
    """A field of work with the number of its indicators."""

    name: str
    size: int


class LibraryDialog(FilterDialog[Area | LibraryIndicator]):
    """Lists the fields of work, then the indicators of one or those that match what is typed.

    Enter adds the indicator under the cursor behind the one with the id `after` and stays, so that
    several can be taken. `after` is the one added last in the end.
    """

    keys = "上下键选择  Enter 加进指标表  Esc 完成"
    opening = "输指标里的字或拼音首字母，或选一个领域  Enter 打开  Esc 关闭"
    about = "常用的指标，连同算法、佐证和数据出处一起加进指标表；指标值照批复的改，权重自己定"
    nothing = "指标库里没有这样的，换个词试试  Esc 关闭"

    def __init__(self, open_year: OpenYear, glyphs: Glyphs, after: str | None) -> None:
        super().__init__("指标库")
        self._open_year, self._glyphs = open_year, glyphs
        self.after = after
        self._areas = [Area(name, size) for name, size in picking.areas().items()]

    @property
    def _keys(self) -> str:
        listed = any(isinstance(one, LibraryIndicator) for one in self._matching)
        return self.keys if listed else self.opening

    def compose_body(self) -> Iterator[Widget]:
        """Yield the line, the list and the rows about the one under the cursor."""
        yield from super().compose_body()
        yield Rows(id="library-about")

    def on_mount(self) -> None:
        """Let these rows follow the cursor."""
        super().on_mount()
        self.watch(self.query_one(ChoiceRows), "cursor", self._tell_about)

    def matching(self, typed: str) -> Sequence[Area | LibraryIndicator]:
        """Return the fields of work as long as nothing is typed, else the indicators."""
        return picking.found(typed) if typed.strip() else self._areas

    def narrow(self, typed: str) -> None:
        """Show what matches, and what is to be known of the first of them."""
        super().narrow(typed)
        self._tell_about()

    def row(self, item: Area | LibraryIndicator) -> DrawnRow:
        """Return a field of work, or an indicator with its usual target."""
        if isinstance(item, Area):
            return Piece(pad(f" {item.name}", NAME)), Piece(f"{item.size} 项", "dim")
        there = "有" if picking.is_there(self._open_year, item) else ""
        name = clip(self._glyphs.spell(item.name), NAME - 2)
        return (
            Piece(pad(f" {there}", MARK + 1), "good"),
            Piece(pad(name, NAME)),
            Piece(pad(self._glyphs.spell(goal_words(item)), GOAL)),
            Piece(item.area, "dim"),
        )

    def action_take(self) -> None:
        """Open the field of work under the cursor, or add the indicator, on Enter."""
        choices = self.query_one(ChoiceRows)
        item = self._matching[choices.cursor] if self._matching else None
        if item is None:
            super().action_take()
        elif isinstance(item, Area):
            line = self.query_one(LineEditor)
            line.value = item.name
            line.cursor_position = len(item.name)
        else:
            self._add(item)
            choices.show([self.row(one) for one in self._matching])

    def _add(self, item: LibraryIndicator) -> None:
        try:
            self.after, said = picking.pick(self._open_year, item, self.after)
        except RefusedError as refusal:
            said = refusal.sentence
        self.say(f"{said.worded(ways(self.key_of))}  {self._keys}")

    def _tell_about(self) -> None:
        cursor = self.query_one(ChoiceRows).cursor
        item = self._matching[cursor] if cursor < len(self._matching) else None
        lines = about_common(item) if isinstance(item, LibraryIndicator) else ()
        width = self.room - 2
        rows = [part for line in lines for part in wrap(self._glyphs.spell(line), width)]
        rows += [""] * (ABOUT - len(rows) if rows else 0)
        self.query_one("#library-about", Rows).show([(Piece(f" {row}", "dim"),) for row in rows])
        self.call_after_refresh(self.fit)
