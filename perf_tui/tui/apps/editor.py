"""The editor's application: one year's file, the first screen, and leaving."""

from __future__ import annotations

import asyncio
import gc
from contextlib import suppress
from typing import cast

from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.saving import save_rest
from perf_tui.showing.glyphs import FULL, Glyphs
from perf_tui.store.keeping.securing import secure
from perf_tui.store.user.places import remember_opened
from perf_tui.store.user.settings import Settings
from perf_tui.tui.apps.base import DEFAULT_SETTINGS, BaseApp
from perf_tui.tui.screens.frame import Frame
from perf_tui.tui.screens.home import HomeScreen

# Seconds. Writing at every key would be slow on a file system that flushes every write.
MOMENT = 0.3


class EditorApp(BaseApp):
    """The editor of one year's file. Its result is the program's exit status.

    `news` is shown once, after the questions that opening the file raised are settled.
    """

    def __init__(
        self,
        open_year: OpenYear,
        glyphs: Glyphs = FULL,
        theme: str = "dark",
        settings: Settings = DEFAULT_SETTINGS,
    ) -> None:
        super().__init__(glyphs, theme, settings)
        self.open_year = open_year
        self._noting: asyncio.TimerHandle | None = None
        self.news = [*self.complaints, *filter(None, [open_year.notice])]

    def use_glyphs(self, glyphs: Glyphs) -> None:
        """Redraw everything with these glyphs."""
        self.glyphs = glyphs
        for screen in self.screen_stack:
            if isinstance(screen, Frame):
                screen.glyphs = glyphs
                screen.refresh_change(self.open_year.change)
            for widget in screen.walk_children(with_self=True):
                widget.refresh()

    def get_default_screen(self) -> HomeScreen:
        """Return the task list."""
        return HomeScreen(self.open_year, self.glyphs)

    async def on_mount(self) -> None:
        """Open the field where the file was last left, and settle what opening calls for."""
        home = cast(HomeScreen, self.screen)
        await home.show_field(self.open_year.place)
        self._settle_opening()
        self.screen.call_after_refresh(self._tell_news)
        self.call_after_refresh(_collect_garbage)
        self.call_after_refresh(remember_opened, self.open_year.path)

    def _tell_news(self) -> None:
        if self.news and isinstance(self.screen, Frame):
            self.screen.say("；".join(self.news), "warning")

    def _settle_opening(self) -> None:
        """Show the notices and questions about the opened file. Keys typed meanwhile wait."""
        opened = self.open_year.opened
        if opened.sound:
            return
        from perf_tui.tui.apps.opening import settle_opening

        self.hold_keys()

        async def settle() -> None:
            self.news += filter(None, [await settle_opening(self, self.open_year)])
            self._tell_news()
            self.release_keys()

        self.run_worker(settle())

    def rescue(self) -> None:
        """Save what was typed if the program is ended from outside; after a bug, only secure it."""
        super().rescue()
        if self.failure is None:
            with suppress(BaseException):  # where the file cannot be written, the journal can
                save_rest(self.open_year)
        with suppress(BaseException):
            secure(self.open_year.keeper, self.open_year.session.year)

    def give_back(self) -> None:
        """Release the file, so that other programs can open it."""
        with suppress(BaseException):
            self.open_year.keeper.close()

    def note_soon(self) -> None:
        """Write what was typed to the journal within a moment, rather than at every key."""
        open_year = self.open_year
        if self._noting is None and (open_year.unnoted or open_year.keeper.trouble):
            self._noting = asyncio.get_running_loop().call_later(MOMENT, self._note)

    def _note(self) -> None:
        self._noting = None
        self.open_year.note()
        trouble, self.open_year.keeper.trouble = self.open_year.keeper.trouble, ""
        if trouble and isinstance(self.screen, Frame):
            self.screen.say(trouble, "error")


def _collect_garbage() -> None:
    """Turn garbage collection on again after the first frame, without the objects of start-up."""
    gc.freeze()
    gc.enable()
