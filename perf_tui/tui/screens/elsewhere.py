"""Saving under another name, and continuing with that file."""

from __future__ import annotations

from collections.abc import Iterator

from textual.binding import Binding
from textual.widget import Widget

from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.refusing import RefusedError
from perf_tui.editing.saving import proposed_elsewhere, save_elsewhere
from perf_tui.store.errors import SaveError
from perf_tui.tui.keys.vocabulary import ways
from perf_tui.tui.screens.dialog import Dialog
from perf_tui.tui.widgets.line_editor import LineEditor


class ElsewhereDialog(Dialog[bool]):
    """Asks for a path in a line. An existing file is never overwritten.

    The result is True once the file is saved there.
    """

    BINDINGS = [Binding("enter", "save", show=False, priority=True)]
    keys = "Enter 另存，以后就填那一份  Esc 关闭"

    def __init__(self, open_year: OpenYear) -> None:
        super().__init__("另存为")
        self._open_year = open_year

    def compose_body(self) -> Iterator[Widget]:
        """The line."""
        proposed = str(proposed_elsewhere(self._open_year))
        yield LineEditor(proposed, compact=True, select_on_focus=False)

    def on_mount(self) -> None:
        """Focus the line."""
        super().on_mount()
        self.set_focus(self.query_one(LineEditor))

    def action_save(self) -> None:
        """Write there, or say what stands in the way."""
        try:
            save_elsewhere(self._open_year, self.query_one(LineEditor).value)
        except RefusedError as refusal:
            self.say(refusal.worded(ways(self.key_of)))
        except SaveError as error:
            self.say(str(error))
        else:
            self.dismiss(True)
