"""Ask which copy of the report goes where, and write it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.widget import Widget

from perf_tui.render.writers import WRITERS
from perf_tui.store.errors import SaveError
from perf_tui.tui.drawing.rows import Piece, Row, wrap
from perf_tui.tui.screens.dialog import FRAME, WIDEST, Dialog
from perf_tui.tui.widgets.line_editor import LineEditor
from perf_tui.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from perf_tui.render.report import Copy

COPIES: dict[Copy, tuple[str, str]] = {
    "internal": ("内部稿", "报财政和存档，内容齐全"),
    "public": ("公开稿", "不含联系人、佐证存放处、核对事项说明和得分计算过程"),
}


class ExportDialog(Dialog[Path]):
    """A line with the proposed path; an existing file is overwritten after a second Enter.

    The arrows choose the copy, and with it the proposed path as long as that stands untouched.
    """

    BINDINGS = [
        Binding("enter", "export", show=False, priority=True),
        Binding("up", "turn", show=False, priority=True),
        Binding("down", "turn", show=False, priority=True),
    ]
    keys = "Enter 导出（.docx 或 .md）  上下键换内部稿、公开稿  Esc 关闭"

    def __init__(self, proposed: Path, write: Callable[[Path, Copy], None]) -> None:
        super().__init__("导出报告到")
        self._copy: Copy = "internal"
        public = proposed.with_name(f"{proposed.stem}-公开稿{proposed.suffix}")
        self._proposed = {"internal": str(proposed), "public": str(public)}
        self._write = write
        self._asked: Path | None = None

    def compose_body(self) -> Iterator[Widget]:
        """The line, and the copies."""
        yield LineEditor(self._proposed[self._copy], compact=True, select_on_focus=False)
        yield Rows(id="copies")

    def on_mount(self) -> None:
        """The line takes the keys."""
        super().on_mount()
        self.set_focus(self.query_one(LineEditor))

    def on_resize(self) -> None:
        """Draw for the width there is."""
        self._draw_copies()

    def action_turn(self) -> None:
        """Up or down: the other copy."""
        line, before = self.query_one(LineEditor), self._proposed[self._copy]
        self._copy = "public" if self._copy == "internal" else "internal"
        if line.value == before:
            line.value = self._proposed[self._copy]
            line.cursor_position = len(line.value)
        self._draw_copies()
        self.tell(self.keys)

    def action_export(self) -> None:
        """Write, or say what stands in the way."""
        target = self.query_one(LineEditor).value.strip()
        try:
            self._export_to(Path(target).expanduser())
        except (OSError, RuntimeError, ValueError, SaveError) as error:
            told = str(error) if isinstance(error, SaveError) else "这个路径用不了，换一个"
            self.tell(told)

    def _export_to(self, target: Path) -> None:
        if target.suffix.lower() not in WRITERS:
            self.tell("文件名的结尾写成 .docx 或 .md，再按 Enter")
            return
        if target.exists() and self._asked != target:
            self._asked = target
            self.tell(f"{target.name} 已经有了，再按一次 Enter 就覆盖它")
            return
        self._write(target, self._copy)
        self.dismiss(target)

    def _draw_copies(self) -> None:
        width = min(WIDEST, self.app.size.width) - FRAME
        rows: list[Row] = []
        for copy, (name, about) in COPIES.items():
            chosen = copy == self._copy
            words = f"{'>' if chosen else ' '} {name}：{about}"
            rows += [
                (Piece(f" {line}", "active" if chosen else "dim"),) for line in wrap(words, width)
            ]
        self.query_one("#copies", Rows).show(rows)
