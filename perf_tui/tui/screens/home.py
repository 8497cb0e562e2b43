"""The task list: every page of the year with its status."""

from __future__ import annotations

from collections.abc import Iterator

from textual import on
from textual.binding import Binding
from textual.widget import Widget

from perf_tui.core.form import Page
from perf_tui.core.session import Change
from perf_tui.tui.drawing.tasks import next_step, task_rows, task_summary
from perf_tui.tui.keys.waiting import app_of
from perf_tui.tui.screens.main import MainScreen
from perf_tui.tui.widgets.choices import ChoiceRows, ChoiceScroll


class HomeScreen(MainScreen):
    """Shows every page of the year with its status. Enter opens the page under the cursor."""

    BINDINGS = [Binding("enter", "open", show=False, priority=True)]

    _summary = ""

    def compose_body(self) -> Iterator[Widget]:
        """Yield the list."""
        with ChoiceScroll(id="body"):
            yield ChoiceRows(id="tasks")

    def on_mount(self) -> None:
        """Focus the list."""
        self.set_focus(self.query_one(ChoiceRows))

    def refresh_change(self, change: Change) -> None:
        """Redraw the list too."""
        super().refresh_change(change)
        width = self.query_one("#body").size.width - 1
        self.query_one(ChoiceRows).show(task_rows(change, width, self.glyphs))
        self._summarise(change)

    def _summarise(self, change: Change) -> None:
        """Show the summary if it has changed; an unchanged one must not replace a message."""
        step = next_step(change).format_map(self.key_of)
        summary = task_summary(change, step, self.app.size.width - 1)
        if summary != self._summary:
            self._summary = summary
            self.say(summary)

    async def action_open(self) -> None:
        """Open the page under the cursor, on Enter."""
        await self.turn(1)

    @on(ChoiceRows.Chosen)
    async def open_clicked(self, event: ChoiceRows.Chosen) -> None:
        """Open the clicked page. The second click of a double click is ignored."""
        if self.is_current:
            await self.show_page(self.open_year.form.pages[event.index])

    async def search(self, typed: str) -> None:
        """Go to the page that the typed text means, asking which one if there are several."""
        from perf_tui.tui.actions.walking import go_to

        await go_to(self, typed)

    async def show_page(self, page: Page, address: str | None = None) -> None:
        """Open a page over the task list. On return the cursor is on the page open last."""
        from perf_tui.tui.screens.page import PageScreen  # not needed for the first frame

        screen = PageScreen(self.open_year, self.glyphs, page, address)
        await self.app.push_screen(screen, self._come_back)

    async def turn(self, step: int) -> None:
        """Open the page under the cursor (1) or the one before it (-1)."""
        pages, cursor = self.open_year.form.pages, self.query_one(ChoiceRows).cursor
        await self.show_page(pages[max(0, cursor - (step < 0))])

    def _come_back(self, page: Page | None) -> None:
        if page in self.open_year.form.pages:
            self.query_one(ChoiceRows).cursor = self.open_year.form.pages.index(page)
        self.open_year.place, self.open_year.cursor, self._summary = None, None, ""
        self.refresh_change(self.open_year.change)
        app_of(self).release_keys()
