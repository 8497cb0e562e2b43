"""The editor's application: one year's file, the first screen, and leaving."""

from __future__ import annotations

import gc
from typing import cast

from perf_tui.store.settings import Settings
from perf_tui.tui.base import DEFAULT_SETTINGS, BaseApp
from perf_tui.tui.desk import Desk
from perf_tui.tui.drawing.marks import FULL, Marks
from perf_tui.tui.ending import save_when_ended
from perf_tui.tui.screens.frame import Frame
from perf_tui.tui.screens.home import HomeScreen


class EvaluationApp(BaseApp):
    """Edits one year's file; the result is the program's exit status."""

    def __init__(
        self,
        desk: Desk,
        marks: Marks = FULL,
        theme: str = "dark",
        settings: Settings = DEFAULT_SETTINGS,
    ) -> None:
        super().__init__(marks, theme, settings)
        self.desk = desk
        self.complaints = (*self.complaints, *filter(None, [desk.notice]))

    def use_marks(self, marks: Marks) -> None:
        """Draw everything anew with these signs."""
        self.marks = marks
        for screen in self.screen_stack:
            if isinstance(screen, Frame):
                screen.marks = marks
                screen.refresh_change(self.desk.change)
            for widget in screen.walk_children(with_self=True):
                widget.refresh()

    def get_default_screen(self) -> HomeScreen:
        """The task list."""
        return HomeScreen(self.desk, self.marks)

    async def on_mount(self) -> None:
        """Where the file was left; over it a notice where the file calls for one."""
        save_when_ended(self, self.desk)
        home = cast(HomeScreen, self.screen)
        await home.show_field(self.desk.place)
        if self.desk.edited_by_hand:
            from perf_tui.tui.screens.notice import edited_by_hand

            await self.push_screen(edited_by_hand(self.desk.path), self._go_on)
        self.screen.call_after_refresh(self._complain)
        self.call_after_refresh(_collect_garbage)

    def _complain(self) -> None:
        if self.complaints and isinstance(self.screen, Frame):
            self.screen.say("；".join(self.complaints), "warning")

    def _go_on(self, _: object) -> None:
        self._complain()
        self.release_keys()


def _collect_garbage() -> None:
    """Collect again, now that the first frame is drawn; what start-up made stays for good."""
    gc.freeze()
    gc.enable()
