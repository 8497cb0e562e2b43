"""Exporting the report: which copy, a draft or final, to which file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.widget import Widget

from perf_tui.editing.copies import COPIES, proposed_target, require_ending
from perf_tui.editing.exporting import ExportOrder
from perf_tui.editing.finality import NotFinalError
from perf_tui.editing.refusing import is_taken, usable_path
from perf_tui.tui.drawing.copies import copy_rows, said
from perf_tui.tui.keys.bindings import GO_TO, NEXT_PAGE, binding
from perf_tui.tui.screens.line import LineDialog
from perf_tui.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from perf_tui.render.report import Copy


@dataclass(frozen=True, slots=True)
class CopyChoice:
    """Which copy of the report is wanted, final or a draft, with room for a seal or without."""

    copy: Copy = "internal"
    final: bool = False
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class Exported:
    """The file that was written, and what to say about missing fonts, empty if none are missing."""

    target: Path
    missing: str


class ExportDialog(LineDialog["Exported | NotFinalError"]):
    """Asks for a path in a line. An existing file is overwritten only after a second Enter.

    The arrows choose the copy, and with it the proposed path unless that was edited. `write`
    exports an order and returns what to say about missing fonts; `errors` is the number of errors
    in the year. The result is what was written, or the error that there can be no final copy yet.
    """

    BINDINGS = [
        Binding("up", "turn_copy", show=False, priority=True),
        Binding("down", "turn_copy", show=False, priority=True),
        binding(NEXT_PAGE, "turn_final"),
        binding(GO_TO, "turn_sealed"),
    ]
    keys = "Enter 导出  上下键 换一稿  {next_page} 正式稿、草稿  {go_to} 盖章与否  Esc 关闭"
    about = (
        "文件名的结尾决定写成什么：.docx 是 Word，.md 是 Markdown，.xlsx 是 Excel 的各张表，"
        ".csv 和 .tsv 只有自评表"
    )

    def __init__(
        self, year: Path, write: Callable[[ExportOrder], str], errors: int, *, final: bool
    ) -> None:
        choice = CopyChoice(final=final)
        targets = {copy: str(proposed_target(year, copy)) for copy in COPIES}
        super().__init__("导出报告到", targets[choice.copy])
        self._choice, self._targets = choice, targets
        self._write, self._errors = write, errors
        self._asked: Path | None = None

    def compose_body(self) -> Iterator[Widget]:
        """Yield the line and the choices."""
        yield from super().compose_body()
        yield Rows(id="copies")

    def on_resize(self) -> None:
        """Draw for the present width."""
        self._draw_choice()

    def action_turn_copy(self) -> None:
        """Choose the other copy, on an arrow up or down."""
        other: Copy = "public" if self._choice.copy == "internal" else "internal"
        if self.line.value == self._targets[self._choice.copy]:
            self.propose(self._targets[other])
        self._choose(replace(self._choice, copy=other))

    def action_turn_final(self) -> None:
        """Switch between the draft and the final copy."""
        self._choose(replace(self._choice, final=not self._choice.final))

    def action_turn_sealed(self) -> None:
        """Switch between a signature with room for a seal and one without."""
        self._choose(replace(self._choice, sealed=not self._choice.sealed))

    def accept(self, typed: str) -> None:
        """Write the report and close, or close with why there can be no final copy."""
        target = usable_path(typed)
        refused = self._choice.final and self._errors
        require_ending(target)
        if not refused and is_taken(target) and self._asked != target:
            self._asked = target
            self.say(f"{target.name} 已经有了，再按一次 Enter 就覆盖它")
        else:
            self._write_to(target)

    def _write_to(self, target: Path) -> None:
        choice = self._choice
        order = ExportOrder(
            target, choice.copy, final=choice.final, draft=not choice.final, sealed=choice.sealed
        )
        try:
            self.dismiss(Exported(target, self._write(order)))
        except NotFinalError as refusal:
            self.dismiss(refusal)

    def _choose(self, choice: CopyChoice) -> None:
        self._choice, self._asked = choice, None
        self._draw_choice()
        self.say_keys()

    def _draw_choice(self) -> None:
        width = self.room
        waiting = f"（还有 {self._errors} 处必改）" if self._errors else ""
        kind = "正式稿" if self._choice.final else "草稿，第一页列出还要改的"
        seal = "要盖章，署名处留出印章的位置" if self._choice.sealed else "不盖章"
        self.query_one("#copies", Rows).show(
            [
                *copy_rows(self._choice.copy, width),
                *said(f"定稿与否：{kind}{waiting}", width),
                *said(f"盖章：{seal}", width),
            ]
        )
