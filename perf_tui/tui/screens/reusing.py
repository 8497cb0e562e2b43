"""Choosing a figure that is typed elsewhere for the measure of an indicator."""

from __future__ import annotations

from collections.abc import Sequence

from perf_tui.core.form import Form
from perf_tui.editing.reusing import Reusable, reusable
from perf_tui.showing.glyphs import Glyphs
from perf_tui.tui.drawing.rows import DrawnRow, Piece, clip, pad
from perf_tui.tui.screens.filtering import FilterDialog

LABEL, UNIT = 32, 10


class ReusingDialog(FilterDialog[Reusable]):
    """Lists the facts of the other pages with their units. The result is the one to use."""

    keys = "输名称里的字或拼音首字母  上下键选择  Enter 选用  Esc 关闭"
    about = "别处已经要填的数，选用了就只在那里填一次，几处一起算"
    nothing = "别处没有这样的数，按 Esc 回去写名称，在本项里填"

    def __init__(self, form: Form, glyphs: Glyphs, address: str) -> None:
        super().__init__("选用已有的数")
        self._form, self._glyphs, self._address = form, glyphs, address

    def matching(self, typed: str) -> Sequence[Reusable]:
        """Return the facts with the typed text in label, page or initials."""
        return reusable(self._form, self._address, typed)

    def row(self, item: Reusable) -> DrawnRow:
        """Return a fact's label, its unit and the page where it is typed."""
        return (
            Piece(f" {pad(clip(self._glyphs.spell(item.label), LABEL - 1), LABEL)}"),
            Piece(pad(item.unit, UNIT), "dim"),
            Piece(self._glyphs.spell(item.source), "dim"),
        )
