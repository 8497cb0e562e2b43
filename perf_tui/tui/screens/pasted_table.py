"""What was understood of a pasted table, before its indicators are added."""

from __future__ import annotations

from collections.abc import Iterator

from textual.binding import Binding

from perf_tui.core.form.models import COMPARATORS
from perf_tui.reader.targets import IndicatorRow, TargetTable
from perf_tui.showing.glyphs import Glyphs
from perf_tui.tui.drawing.rows import DrawnRow, Piece, Role, wrap
from perf_tui.tui.screens.dialog import ReadingDialog


class PastedTableDialog(ReadingDialog):
    """Shows the indicators of a table as they were read. The result is True to add them.

    `source` says where the table comes from: that it was pasted, or the name of its file.
    """

    BINDINGS = [Binding("enter", "take", show=False, priority=True)]
    keys = "Enter 加进指标表  上下键翻看  Esc 不加"
    about = "表格里认出了什么；加进去以后可以逐项改，也可以撤销"

    def __init__(self, table: TargetTable, glyphs: Glyphs, source: str = "粘贴的表格") -> None:
        lines = list(_lines(table))

        def draw(width: int) -> list[DrawnRow]:
            return [
                (Piece(part, role),)
                for words, role in lines
                for part in wrap(glyphs.spell(words), width)
            ]

        super().__init__(f"{source}：{len(table.indicators)} 项指标", draw)

    def action_take(self) -> None:
        """Add them."""
        self.dismiss(True)


def _lines(table: TargetTable) -> Iterator[tuple[str, Role]]:
    yield from ((note, "warning") for note in table.notes)
    yield "　".join(f"{one.heading}→{one.meaning}" for one in table.columns), "dim"
    for number, one in enumerate(table.indicators, 1):
        yield f"{number} {_words(one)}", "text"
        yield from ((f"   {doubt}", "warning") for doubt in one.doubts)
    for left in table.ignored:
        what = "行" if left.kind == "row" else "列"
        yield f"第 {left.number} {what}没有用：{left.reason}（{left.text[:20]}）", "dim"


def _words(one: IndicatorRow) -> str:
    sign = COMPARATORS[one.sign] if one.sign and one.sign != "qualitative" else ""
    goal = f"{sign}{one.target}{one.unit}"
    weight = f"{one.weight} 分" if one.weight else "没有权重"
    reached = f"完成 {one.actual}" if one.actual else ""
    levels = "·".join(filter(None, (one.category, one.subcategory)))
    return "，".join(filter(None, (one.name, goal, reached, weight, levels)))
