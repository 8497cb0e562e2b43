"""The application: styles, the first screen, and leaving."""

from __future__ import annotations

import gc
from collections.abc import Sequence

from textual.binding import Binding
from textual.filter import LineFilter
from textual.theme import Theme

from perf_tui.tui.desk import Desk
from perf_tui.tui.drawing.marks import FULL, Marks
from perf_tui.tui.keys import LEAVE
from perf_tui.tui.plain import PlainLines
from perf_tui.tui.screens.home import HomeScreen
from perf_tui.tui.screens.main import Leavable
from perf_tui.tui.themes import THEMES
from perf_tui.tui.waiting import PatientApp

CONTRAST = Theme(
    "contrast",
    primary="#ffffff",
    accent="#00ffff",
    success="#00ff00",
    warning="#ffff00",
    error="#ff8080",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000080",
    dark=True,
)
STYLES = ("tokens", "frame", "form", "dialogs")


class EvaluationApp(PatientApp):
    """Edits one year's file; the result is the program's exit status."""

    CSS_PATH = [f"styles/{name}.tcss" for name in STYLES]
    BINDINGS = [Binding(LEAVE.keys, "leave", LEAVE.label, show=False, priority=True)]
    ENABLE_COMMAND_PALETTE = False
    TITLE = "绩效自评"

    def __init__(self, desk: Desk, marks: Marks = FULL, theme: str = "dark") -> None:
        super().__init__()
        self.desk, self.marks = desk, marks
        self._sieve = [PlainLines()] if marks.plain else []
        self.animation_level = "none"
        self.register_theme(CONTRAST)
        self.theme = THEMES[theme]

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own filters, and ours where the console needs it."""
        return [*super().get_line_filters(), *self._sieve]

    def get_default_screen(self) -> HomeScreen:
        """The task list."""
        return HomeScreen(self.desk, self.marks)

    async def on_mount(self) -> None:
        """A notice over the task list where the file calls for one."""
        if self.desk.edited_by_hand:
            from perf_tui.tui.screens.notice import edited_by_hand

            await self.push_screen(edited_by_hand(self.desk.path), self._go_on)
        self.call_after_refresh(_collect_garbage)

    async def action_leave(self) -> None:
        """Every screen and dialog knows how to leave the program."""
        if isinstance(self.screen, Leavable):
            await self.screen.leave()

    def _go_on(self, _: object) -> None:
        self.release_keys()


def _collect_garbage() -> None:
    """Collect again, now that the first frame is drawn; what start-up made stays for good."""
    gc.freeze()
    gc.enable()
