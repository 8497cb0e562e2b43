"""Ask where the report goes, which copy and whether it is final, and write it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from textual.binding import Binding
from textual.widget import Widget

from perf_tui.render.report import Copy
from perf_tui.render.writers import ENDINGS, WRITERS
from perf_tui.store.errors import SaveError
from perf_tui.tui.drawing.rows import Piece
from perf_tui.tui.screens.dialog import Dialog
from perf_tui.tui.widgets.line_editor import LineEditor
from perf_tui.tui.widgets.rows import Rows

COPIES: dict[Copy, str] = {"internal": "内部稿", "public": "公开稿"}


@dataclass(frozen=True, slots=True)
class Choice:
    """Which report it is to be."""

    copy: Copy = "internal"
    final: bool = False


class ExportDialog(Dialog[Path]):
    """A line with the proposed path; an existing file is overwritten after a second Enter.

    The result is what was written, or `REFUSED` for a final copy while `errors` stand.
    """

    BINDINGS = [
        Binding("enter", "export", show=False, priority=True),
        Binding("f3", "turn_copy", show=False, priority=True),
        Binding("f4", "turn_final", show=False, priority=True),
    ]
    REFUSED = Path()
    keys = "Enter 导出  F3 内部稿或公开稿  F4 草稿或正式稿  Esc 关闭"

    def __init__(
        self, proposed: Path, write: Callable[[Path, Choice], None], errors: int, *, final: bool
    ) -> None:
        super().__init__("导出报告到")
        self._proposed, self._write, self._errors = proposed, write, errors
        self._choice = Choice(final=final)
        self._asked: Path | None = None

    def compose_body(self) -> Iterator[Widget]:
        """The line, and what will be written."""
        yield LineEditor(str(self._proposed), compact=True, select_on_focus=False)
        yield Rows(id="export-choice")

    def on_mount(self) -> None:
        """The line takes the keys."""
        super().on_mount()
        self._choose(self._choice)
        self.set_focus(self.query_one(LineEditor))

    def action_turn_copy(self) -> None:
        """The other copy."""
        other: Copy = "public" if self._choice.copy == "internal" else "internal"
        self._choose(replace(self._choice, copy=other))

    def action_turn_final(self) -> None:
        """A draft instead of the final copy, or the other way round."""
        self._choose(replace(self._choice, final=not self._choice.final))

    def action_export(self) -> None:
        """Write, or say what stands in the way."""
        target = self.query_one(LineEditor).value.strip()
        try:
            self._export_to(Path(target).expanduser())
        except (OSError, RuntimeError, ValueError, SaveError) as error:
            told = str(error) if isinstance(error, SaveError) else "这个路径用不了，换一个"
            self.tell(told)

    def _choose(self, choice: Choice) -> None:
        self._choice, self._asked = choice, None
        told = f" {COPIES[choice.copy]}，{'正式稿' if choice.final else '草稿'}"
        waiting = f"（还有 {self._errors} 处必改）" if self._errors else ""
        self.query_one("#export-choice", Rows).show([(Piece(told + waiting),)])
        self.tell(self.keys)

    def _export_to(self, target: Path) -> None:
        if target.suffix.lower() not in WRITERS:
            self.tell(f"文件名的结尾写成 {ENDINGS} 中的一个，再按 Enter")
        elif self._choice.final and self._errors:
            self.dismiss(self.REFUSED)
        elif target.exists() and self._asked != target:
            self._asked = target
            self.tell(f"{target.name} 已经有了，再按一次 Enter 就覆盖它")
        else:
            self._write(target, self._choice)
            self.dismiss(target)
