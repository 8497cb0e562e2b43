"""Exporting the tables of an office's year in one go: which copy, and to which file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.widget import Widget

from perf_tui.editing.exporting_all import AllOrder, Years, export_all, targets_of, told_of
from perf_tui.editing.judging import judged_beside
from perf_tui.editing.refusing import is_taken, usable_path
from perf_tui.store.years.office import OfficeYear
from perf_tui.tui.drawing.copies import copy_rows, said
from perf_tui.tui.keys.bindings import NEXT_PAGE, binding
from perf_tui.tui.screens.line import LineDialog
from perf_tui.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from perf_tui.render.report import Copy

KINDS = {
    ".docx": "合成一个 Word 文件，前面有目录，一张表一页",
    ".xlsx": "合成一个 Excel 文件，前面有目录，一张表一个工作表",
    "": "每个文件各导出一份 Word 报告，放在文件夹里",
}


class ExportAllDialog(LineDialog[str]):
    """Asks for a path in a line. Existing files are overwritten only after a second Enter.

    The arrows choose the copy, and a key what is written. The result is what was done, in words,
    or None after Esc.
    """

    BINDINGS = [
        Binding("up", "turn_copy", show=False, priority=True),
        Binding("down", "turn_copy", show=False, priority=True),
        binding(NEXT_PAGE, "turn_kind"),
    ]
    keys = "Enter 导出  上下键 换一稿  {next_page} Word、Excel、各一份  Esc 关闭"
    about = "已定稿的出正式稿，还有必改的标明草稿；文件名的结尾决定写成什么，没有结尾的是文件夹"

    def __init__(self, folder: Path, office: OfficeYear) -> None:
        stem = str(folder / f"{office.year}年度自评表")
        title = f"导出 {office.year} 年度的全部自评表（{len(office.files)} 张）到"
        super().__init__(title, f"{stem}.docx")
        self._stem = stem
        self._years: Years = [
            (one.path, judged_beside(one.path, one.evaluation))
            for one in office.files
            if one.evaluation
        ]
        self._copy: Copy = "internal"
        self._asked: AllOrder | None = None

    def compose_body(self) -> Iterator[Widget]:
        """Yield the line and the choices."""
        yield from super().compose_body()
        yield Rows(id="copies")

    def on_resize(self) -> None:
        """Draw for the present width."""
        self._draw_choice()

    def action_turn_copy(self) -> None:
        """Choose the other copy, on an arrow up or down."""
        self._copy = "public" if self._copy == "internal" else "internal"
        self._draw_choice()
        self.say_keys()

    def action_turn_kind(self) -> None:
        """Propose the next kind of file."""
        kinds, ending = list(KINDS), self._order.target.suffix.lower()
        place = kinds.index(ending) if ending in kinds else -1
        self.propose(f"{self._stem}{kinds[(place + 1) % len(kinds)]}")
        self._draw_choice()
        self.say_keys()

    @property
    def _order(self) -> AllOrder:
        target = usable_path(self.line.value)
        return AllOrder(target, self._copy, each=target.suffix == "")

    def accept(self, _: str) -> None:
        """Write everything and close."""
        order = self._order
        there = [one for one in targets_of(self._years, order) if is_taken(one)]
        if there and self._asked != order:
            self._asked = order
            more = f"等 {len(there)} 个文件" if len(there) > 1 else ""
            self.say(f"{there[0].name} {more}已经有了，再按一次 Enter 就覆盖")
            return
        missing = export_all(self._years, order)
        self.dismiss("；".join(filter(None, (missing, told_of(self._years, order)))))

    def _draw_choice(self) -> None:
        kind = KINDS.get(Path(self.line.value).suffix.lower(), "")
        rows = [*copy_rows(self._copy, self.room), *said(kind, self.room)]
        self.query_one("#copies", Rows).show(rows)
