"""The copies of a report to choose from, as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perf_tui.editing.copies import COPIES
from perf_tui.tui.drawing.rows import DrawnRow, Piece, wrap

if TYPE_CHECKING:
    from perf_tui.render.report import Copy


def copy_rows(chosen: Copy, width: int) -> list[DrawnRow]:
    """Return the copies with what each is for, the chosen one marked, in rows of `width` cells."""
    rows: list[DrawnRow] = []
    for copy, (name, about) in COPIES.items():
        words = f"{'>' if copy == chosen else ' '} {name}：{about}"
        rows += [
            (Piece(line, "active" if copy == chosen else "dim"),) for line in wrap(words, width)
        ]
    return rows


def said(words: str, width: int) -> list[DrawnRow]:
    """Return what is chosen besides the copy, as rows below these."""
    return [(Piece(line, "active"),) for line in wrap(f"  {words}", width)]
