"""The table of indicators: one row each with its levels, target and weight."""

from __future__ import annotations

from collections.abc import Sequence

from perf_tui.core.form import Form, Indicator
from perf_tui.core.numbers.rounding import plain
from perf_tui.showing.glyphs import Glyphs
from perf_tui.showing.indicators import BLANK, goal_words
from perf_tui.tui.drawing.rows import DrawnRow, Piece, RowsInSight, clip, pad, pad_left

NUMBER, GOAL, WEIGHT, LEVELS = 4, 16, 7, 22
WIDE, MIDDLE = 70, 44


def indicator_rows(form: Form, width: int, glyphs: Glyphs) -> Sequence[DrawnRow]:
    """Return a row for every indicator; narrow screens leave out levels, then the target."""
    return RowsInSight(form.indicators, lambda one: _row(form, one, width, glyphs))


def _row(form: Form, one: Indicator, width: int, glyphs: Glyphs) -> DrawnRow:
    own = one.id in form.definition_fields
    room = width - NUMBER - WEIGHT - 2
    room -= (GOAL if width >= MIDDLE else 0) + (LEVELS if width >= WIDE else 0)
    name = clip(glyphs.spell(one.name or BLANK), room - 1)
    pieces = [
        Piece(pad_left(str(one.number), NUMBER), "dim"),
        Piece(f" {pad(name, room)}", "text" if own else "value"),
    ]
    if width >= MIDDLE:
        pieces.append(Piece(pad(clip(glyphs.spell(goal_words(one)), GOAL - 1), GOAL)))
    pieces.append(Piece(pad_left(plain(one.weight) if one.weight else "-", WEIGHT)))
    if width >= WIDE:
        levels = "·".join(filter(None, (one.category, one.subcategory)))
        core = " 核心" if one.core else ""
        pieces.append(Piece(f" {clip(glyphs.spell(levels + core), LEVELS)}", "dim"))
    return tuple(pieces)
