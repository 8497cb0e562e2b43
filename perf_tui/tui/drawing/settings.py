"""The settings dialog: colours, glyphs, mouse, the path of the settings file, then the keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from perf_tui.showing.glyphs import Glyphs
from perf_tui.showing.themes import THEME_LABELS
from perf_tui.tui.drawing.rows import DrawnRow, Piece, pad, wrap
from perf_tui.tui.keys.bindings import Action

THEME_ROW, GLYPHS_ROW, MOUSE_ROW = 0, 1, 2
LABEL = 10


def settings_rows(
    theme: str,
    glyphs: Glyphs,
    *,
    mouse: bool,
    actions: Sequence[Action],
    complaints: Sequence[str],
    path: Path,
    width: int,
) -> list[DrawnRow]:
    """Return the rows. The first three, and one for each action at the end, can be changed."""
    drawn_with = "只用宽度一定的符号" if glyphs.plain else "全部"
    return [
        _row("配色", f"{THEME_LABELS[theme]}（{theme}）"),
        _row("符号", drawn_with),
        _row("鼠标", "点选栏目，选中复制要按住 Shift" if mouse else "不用，留给终端选中和复制"),
        (),
        *_rows("设置文件", str(path), width),
        *(row for words in complaints for row in _rows("没有用上", words, width)),
        *_rows("按键", "选一个动作按 Enter，再按要用的键", width),
        *_keys(actions),
    ]


def _row(label: str, words: str) -> DrawnRow:
    return Piece(pad(f" {label}", LABEL), "label"), Piece(words, "value")


def _rows(label: str, words: str, width: int) -> Iterator[DrawnRow]:
    for n, line in enumerate(wrap(words, width - LABEL)):
        yield Piece(pad("" if n else f" {label}", LABEL), "label"), Piece(line)


def _keys(actions: Sequence[Action]) -> Iterator[DrawnRow]:
    for action in actions:
        yield (
            Piece(" " * LABEL),
            Piece(pad(action.label, 12)),
            Piece(pad(action.key_names, 18), "active"),
            Piece(action.name, "dim"),
        )
