"""The differences between two versions of a year, place by place."""

from __future__ import annotations

from collections.abc import Iterator

from perf_tui.core.answers.differences import differences
from perf_tui.core.form import Form
from perf_tui.editing.versions import Version
from perf_tui.showing.glyphs import Glyphs
from perf_tui.tui.drawing.rows import DrawnRow, Piece, Role, wrap


def difference_rows(
    form: Form, first: Version, second: Version, width: int, glyphs: Glyphs
) -> list[DrawnRow]:
    """Return rows for every place in which the versions differ, with both texts, each named."""
    rows: list[DrawnRow] = []
    for one in differences(form, first.year, second.year):
        rows.append((Piece(glyphs.spell(one.place), "heading"),))
        rows += _text(first.name, one.before, "dim", width, glyphs)
        rows += _text(second.name, one.after, "value", width, glyphs)
    return rows or [(Piece("两份内容一样"),)]


def _text(name: str, text: str, role: Role, width: int, glyphs: Glyphs) -> Iterator[DrawnRow]:
    lines = wrap(glyphs.spell(f"{name}：{text or '空白'}"), max(2, width - 2))
    return ((Piece(f"  {line}", role),) for line in lines)
