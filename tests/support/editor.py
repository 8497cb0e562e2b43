"""The editor without a terminal: Textual's test driver, its screen read as text."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual import events
from textual.drivers.headless_driver import HeadlessDriver
from textual.geometry import Size
from textual.keys import _character_to_key, key_to_character
from textual.pilot import Pilot

from perf_tui.editing.open_year import OpenYear
from perf_tui.showing.glyphs import ASCII, FULL
from perf_tui.store.keeping.opened_file import open_file
from perf_tui.store.user.settings import Settings
from perf_tui.tui.apps.base import BaseApp
from perf_tui.tui.apps.editor import EditorApp
from perf_tui.tui.apps.start import StartApp
from support.samples import township

NO_SETTINGS = Settings()
PATIENCE, FRAME = 30, 1 / 60  # seconds


class Player:
    """A running application: `press` its keys, read its `lines`."""

    def __init__(self, app: BaseApp, pilot: Pilot[int]) -> None:
        self.app, self.pilot = app, pilot

    async def press(self, *keys: str) -> None:
        """Presses keys one after the other, in Textual's names, each at its leisure."""
        for key in keys:
            await self.at_once(key)

    async def at_once(self, *keys: str) -> None:
        """Sends keys without a pause between them, as a fast typist or a slow machine does."""
        for key in keys:
            self.app.post_message(_event(key))
        await self.quiet()

    async def type(self, text: str) -> None:
        """Types a text, all of it at once."""
        await self.at_once(*text)

    async def paste(self, text: str) -> None:
        """Pastes a text as a terminal with bracketed paste does."""
        self.app.post_message(events.Paste(text))
        await self.quiet()

    async def quiet(self) -> None:
        """Waits until everything that was sent has had its effect, on the screen too."""
        try:
            async with asyncio.timeout(PATIENCE):
                await self._settle()
        except TimeoutError:
            if self.app._exception:  # an app that has failed answers nobody
                raise self.app._exception from None
            raise

    async def _settle(self) -> None:
        """Nobody has anything to do when the loop has nobody to call; then a frame is drawn."""
        waiting: deque[object] = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
        while self.app.is_running:
            while waiting:  # noqa: ASYNC110 — there is no event for it
                await asyncio.sleep(0)
            if self.app.screen_stack:
                self.app.screen._on_timer_update()
            if not waiting:
                if not self.app._kept:
                    return
                await asyncio.sleep(FRAME)

    async def resize(self, columns: int, rows: int) -> None:
        """Gives the terminal another size."""
        size = Size(columns, rows)
        assert isinstance(self.app._driver, HeadlessDriver)
        self.app._driver._size = size
        self.app.post_message(events.Resize(size, size))
        await self.quiet()
        self.app._check_resize()  # Textual gathers the sizes of a hundredth of a second
        await self.quiet()

    @property
    def lines(self) -> list[str]:
        """The screen's rows, trailing blanks cut."""
        screen = self.app.screen
        strips = screen._compositor.render_strips(Size(*self.app.size))
        return [strip.text.rstrip() for strip in strips]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def shows(self, words: str) -> bool:
        """Whether words are on the screen, `{save}` in them standing for the key of an action."""
        return words.format_map(self.app.key_of) in self.text

    @property
    def screen(self) -> str:
        """The class of the screen or dialog on top."""
        return type(self.app.screen).__name__


class Editor(Player):
    """A running editor with its open year."""

    def __init__(self, app: EditorApp, pilot: Pilot[int]) -> None:
        super().__init__(app, pilot)
        self.open_year = app.open_year


@asynccontextmanager
async def starting(folder: Path, *, ascii_only: bool = False) -> AsyncIterator[Player]:
    """The start on the years of a folder."""
    app = StartApp(folder, ASCII if ascii_only else FULL)
    async with app.run_test(size=(80, 24)) as pilot:
        player = Player(app, pilot)
        await player.quiet()
        yield player


@asynccontextmanager
async def editing(
    path: Path,
    size: tuple[int, int] = (80, 24),
    *,
    ascii_only: bool = False,
    theme: str = "dark",
    settings: Settings = NO_SETTINGS,
    place: str | None = None,
) -> AsyncIterator[Editor]:
    """The editor on a year's file, left at `place`, on a screen of `size` columns and rows."""
    open_year = OpenYear(open_file(path, township))
    open_year.place = place
    app = EditorApp(open_year, ASCII if ascii_only else FULL, theme, settings)
    try:
        async with app.run_test(size=size) as pilot:
            editor = Editor(app, pilot)
            await editor.quiet()
            yield editor
    finally:
        open_year.keeper.close()


def _event(key: str) -> events.Key:
    if len(key) == 1:
        return events.Key(_character_to_key(key), key)
    return events.Key(key, key_to_character(key))
