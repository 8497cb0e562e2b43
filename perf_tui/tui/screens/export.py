"""Ask where the report goes, and write it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from textual.binding import Binding
from textual.widget import Widget

from perf_tui.render.writers import WRITERS
from perf_tui.store.errors import SaveError
from perf_tui.tui.screens.dialog import Dialog
from perf_tui.tui.widgets.line_editor import LineEditor


class ExportDialog(Dialog[Path]):
    """A line with the proposed path; an existing file is overwritten after a second Enter."""

    BINDINGS = [Binding("enter", "export", show=False, priority=True)]
    keys = "Enter 导出（.docx 或 .md）  Esc 关闭"

    def __init__(self, proposed: Path, write: Callable[[Path], None]) -> None:
        super().__init__("导出报告到")
        self._proposed, self._write = proposed, write
        self._asked: Path | None = None

    def compose_body(self) -> Iterator[Widget]:
        """The line."""
        yield LineEditor(str(self._proposed), compact=True, select_on_focus=False)

    def on_mount(self) -> None:
        """The line takes the keys."""
        super().on_mount()
        self.set_focus(self.query_one(LineEditor))

    def action_export(self) -> None:
        """Write, or say what stands in the way."""
        target = self.query_one(LineEditor).value.strip()
        try:
            self._export_to(Path(target).expanduser())
        except (OSError, RuntimeError, ValueError, SaveError) as error:
            told = str(error) if isinstance(error, SaveError) else "这个路径用不了，换一个"
            self.say(told)

    def _export_to(self, target: Path) -> None:
        if target.suffix.lower() not in WRITERS:
            self.say("文件名的结尾写成 .docx 或 .md，再按 Enter")
            return
        if target.exists() and self._asked != target:
            self._asked = target
            self.say(f"{target.name} 已经有了，再按一次 Enter 就覆盖它")
            return
        self._write(target)
        self.dismiss(target)
