"""The question whether to leave although the file could not be saved."""

from __future__ import annotations

from collections.abc import Iterator

from textual.widget import Widget

from perf_tui.tui.drawing.rows import Piece, wrap
from perf_tui.tui.screens.dialog import Dialog
from perf_tui.tui.widgets.rows import Rows
from perf_tui.tui.widgets.scroll import Scroll


class UnsavedDialog(Dialog[bool]):
    """Shows why saving failed. The result is True if the user leaves all the same, None after Esc.

    `noted` says that everything typed is in the journal, so that leaving loses nothing.
    """

    def __init__(self, trouble: str, *, noted: bool) -> None:
        super().__init__("没有保存成功")
        self._trouble = trouble
        go = "离开，填的内容记在文件旁边，下次打开时取回" if noted else "放弃未保存的内容并离开"
        self.keys = f"Esc 返回，按 {{save}} 可以另存到别处  再按 {{leave}} {go}"

    def compose_body(self) -> Iterator[Widget]:
        """Yield the reason in a scrolling part."""
        with Scroll(classes="dialog-body"):
            yield Rows(id="trouble")

    def on_mount(self) -> None:
        """Focus the scrolling part."""
        super().on_mount()
        self.set_focus(self.query_one(Scroll))

    def on_resize(self) -> None:
        """Draw for the present width."""
        rows = self.query_one("#trouble", Rows)
        rows.show([(Piece(line, "error"),) for line in wrap(self._trouble, rows.size.width - 1)])

    async def leave(self) -> None:
        """Close with True: leaving a second time means to leave without saving."""
        self.dismiss(True)
