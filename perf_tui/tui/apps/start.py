"""The start of the program: choosing the year's file to open."""

from __future__ import annotations

from pathlib import Path

from textual import on

from perf_tui.showing.glyphs import ASCII, FULL, Glyphs
from perf_tui.showing.themes import THEMES
from perf_tui.store.forms.finding import find_sets, newest
from perf_tui.store.user.settings import Settings, read_settings
from perf_tui.store.years.listing import years_in
from perf_tui.tui.apps.base import DEFAULT_SETTINGS, BaseApp
from perf_tui.tui.apps.ending import no_ending_yet
from perf_tui.tui.drawing.start import StartEntry, entries_of
from perf_tui.tui.screens.start import StartScreen


class StartApp(BaseApp):
    """Shows the years of a folder. `chosen` is the file to open, or None if the user left."""

    def __init__(
        self,
        folder: Path,
        glyphs: Glyphs = FULL,
        theme: str = "dark",
        settings: Settings = DEFAULT_SETTINGS,
    ) -> None:
        super().__init__(glyphs, theme, settings)
        self.folder = folder
        self.chosen: Path | None = None

    @on(StartScreen.Chosen)
    def open_chosen(self, event: StartScreen.Chosen) -> None:
        """Exit, so that the editor can open the file."""
        self.chosen = event.path
        self.exit(0)

    def get_default_screen(self) -> StartScreen:
        """Return the list of years."""
        return StartScreen(self.folder, self._read_entries)

    def _read_entries(self) -> list[StartEntry]:
        listing = list(years_in(self.folder))
        readable = any(one.evaluation for one in listing)
        sets = newest(find_sets(self.folder)).items()
        offered = {name: one for name, one in sets if not (readable and one.for_project)}
        return entries_of(listing, offered)


def run_start(folder: Path, *, ascii_only: bool = False, theme: str | None = None) -> Path | int:
    """Return the file that the user chooses or begins in `folder`, or else the exit status.

    `ascii_only` and `theme` override the settings. An error that ended the program is raised.
    """
    settings = read_settings(THEMES)
    glyphs = ASCII if ascii_only or settings.ascii_only else FULL
    app = StartApp(folder, glyphs, theme or settings.theme or "dark", settings)
    with no_ending_yet():
        status = app.run(mouse=app.mouse)
    if app.failure is not None:
        raise app.failure
    return status or app.chosen or 0
