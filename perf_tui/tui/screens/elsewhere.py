"""Save under another name, and go on there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from textual.binding import Binding
from textual.widget import Widget

from perf_tui.editing.desk import Desk
from perf_tui.store.errors import SaveError
from perf_tui.tui.screens.dialog import Dialog
from perf_tui.tui.widgets.line_editor import LineEditor


class ElsewhereDialog(Dialog[bool]):
    """A line with the path; what is there already is never overwritten."""

    BINDINGS = [Binding("enter", "save", show=False, priority=True)]
    keys = "Enter 另存，以后就填那一份  Esc 关闭"

    def __init__(self, desk: Desk) -> None:
        super().__init__("另存为")
        self._desk = desk

    def compose_body(self) -> Iterator[Widget]:
        """The line."""
        path = self._desk.path
        proposed = path.with_name(f"{path.stem}-另存{path.suffix}")
        yield LineEditor(str(proposed), compact=True, select_on_focus=False)

    def on_mount(self) -> None:
        """The line takes the keys."""
        super().on_mount()
        self.set_focus(self.query_one(LineEditor))

    def action_save(self) -> None:
        """Write there, or say what stands in the way."""
        typed = self.query_one(LineEditor).value.strip()
        try:
            self._desk.save_elsewhere(Path(typed).expanduser())
        except (OSError, RuntimeError, ValueError):
            self.say("这个路径用不了，换一个")
        except SaveError as error:
            self.say(str(error))
        else:
            self.dismiss(True)
