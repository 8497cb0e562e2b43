"""Head, status line and key bar of the main screens."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len

from perf_tui.core.standing import Standing
from perf_tui.tui.drawing.marks import Marks
from perf_tui.tui.drawing.rows import Piece, Role, Row, clip, pad, width_of
from perf_tui.tui.keys import DEFAULTS, Action

SAVED, UNSAVED, FINAL = "已保存", "未保存", "已定稿"


def head_row(standing: Standing, dirty: bool, width: int, marks: Marks) -> Row:
    """Unit and year at the left, whether everything is in the file at the right."""
    state = UNSAVED if dirty else FINAL if standing.year.locked else SAVED
    room = width - len(state) * 2 - 2
    title = clip(marks.spell(f" {standing.unit} {standing.year.year}年度绩效自评"), room)
    return Piece(pad(title, room), "bar"), Piece(f" {state} ", "warning" if dirty else "bar")


def status_row(words: str, width: int, role: Role, then: str = "") -> Row:
    """One line of talk, cut to the screen; what comes `then` stays, the last words give way."""
    while then and words and cell_len(f" {words}  {then}") > width:
        words = words.rpartition("  ")[0]
    return (Piece(clip(f" {'  '.join(filter(None, (words, then)))}", width), role),)


def key_row(width: int, actions: Iterable[Action] = DEFAULTS) -> Row:
    """As many keys as fit, key and word."""
    row: Row = ()
    for action in actions:
        pieces = (Piece(f" {action.key_label}", "active"), Piece(f"{action.label}", "text"))
        if action.in_bar and width_of(row + pieces) <= width:
            row += pieces
    return row
