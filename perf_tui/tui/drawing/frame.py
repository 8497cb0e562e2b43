"""Head, status line and key bar of the main screens."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.showing.glyphs import Glyphs
from perf_tui.tui.drawing.rows import DrawnRow, Piece, Role, clip, pad, width_of
from perf_tui.tui.keys.bindings import DEFAULTS, Action

SAVED, UNSAVED, FINAL = "已保存", "未保存", "已定稿"


def head_row(evaluation: Evaluation, dirty: bool, width: int, glyphs: Glyphs) -> DrawnRow:
    """Return the head: unit and year on the left, the state of the file on the right."""
    state = UNSAVED if dirty else FINAL if evaluation.year.locked else SAVED
    room = width - len(state) * 2 - 2
    title = clip(glyphs.spell(f" {evaluation.full_name} {evaluation.year.year}年度绩效自评"), room)
    return Piece(pad(title, room), "bar"), Piece(f" {state} ", "warning" if dirty else "bar")


def status_row(words: str, width: int, role: Role) -> DrawnRow:
    """Return a message as one row, cut to `width` cells."""
    return (Piece(clip(f" {words}", width), role),)


# What a narrow key bar leaves out, in this order: the most easily found without it first.
SPARED = ("previous_page", "next_page", "go_to", "preview", "export", "check", "save")


def key_row(width: int, actions: Iterable[Action] = DEFAULTS) -> DrawnRow:
    """Return the key bar: keys and labels of the actions that belong there, as far as they fit."""
    shown = [action for action in actions if action.in_bar]
    spared = [action for name in SPARED for action in shown if action.name == name]
    while spared and width_of(_keys(shown)) > width:
        shown.remove(spared.pop(0))
    row = _keys(shown)
    while width_of(row) > width:
        row = row[:-2]
    return row


def _keys(actions: Iterable[Action]) -> DrawnRow:
    pairs = ((Piece(f" {one.key_label}", "active"), Piece(one.label, "text")) for one in actions)
    return tuple(chain.from_iterable(pairs))
