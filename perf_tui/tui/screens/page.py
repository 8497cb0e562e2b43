"""The screen for one page of the form: an indicator, the budget, a section."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from textual import on
from textual.binding import Binding
from textual.containers import Vertical
from textual.widget import Widget

from perf_tui.core.form import Page
from perf_tui.core.numbers import hides_something
from perf_tui.core.session import Change
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.refusing import RefusedError
from perf_tui.showing.blocks import page_title
from perf_tui.showing.glyphs import Glyphs
from perf_tui.tui.drawing.page import TALLEST_EDITOR, PageLayout, PageView, lay_out_page
from perf_tui.tui.drawing.rows import Piece, clip
from perf_tui.tui.keys.waiting import app_of
from perf_tui.tui.screens.main import MainScreen
from perf_tui.tui.widgets.form_view import FormView
from perf_tui.tui.widgets.pasting import STRIPPED, Stripped
from perf_tui.tui.widgets.rows import Rows

LEAST_WIDTH = 10
HIDING = "本栏里有看不见的字符，改动本栏时去掉"


class PageScreen(MainScreen):
    """Shows one page and walks its fields; `show_page` replaces the page.

    The result is the page that was open last.
    """

    BINDINGS = [
        Binding("enter", "accept", show=False, priority=True),
        Binding("up", "step(-1)", show=False, priority=True),
        Binding("down", "step(1)", show=False, priority=True),
        Binding("tab", "move(1)", show=False, priority=True),
        Binding("shift+tab", "move(-1)", show=False, priority=True),
        Binding("escape", "home", show=False, priority=True),
    ]

    def __init__(
        self, open_year: OpenYear, glyphs: Glyphs, page: Page, address: str | None = None
    ) -> None:
        super().__init__(open_year, glyphs)
        self.page = page
        self.active = address or page.addresses[0]

    def compose_body(self) -> Iterator[Widget]:
        """Yield the page's title and its fields."""
        with Vertical(id="body"):
            yield Rows(id="title")
            yield FormView(self.take_text)

    async def on_mount(self) -> None:
        """Open the active field, with the cursor where it was when the file was left."""
        cursor = self.open_year.cursor
        await self.edit(self.active)
        self.query_one(FormView).go_to(cursor)

    async def show_page(self, page: Page, address: str | None = None) -> None:
        """Replace the page by another, at the field with `address` or at its first field."""
        self._leave()
        await self._open(page, address)

    async def show_field(self, address: str | None) -> None:
        """Show a field, on this page if it belongs there."""
        form = self.open_year.form
        if (
            address in self.page.addresses
            and address in form.fields
            and self.page in (*form.pages, *form.definitions)
        ):
            self._leave()
            await self.edit(address)
        else:
            await super().show_field(address)

    async def edit(self, address: str) -> None:
        """Put the editor on a field, and clear the message about the previous one."""
        self.say("")
        self.active = self.open_year.place = address
        self.refresh_change(self.open_year.change)
        text = self.open_year.session.year.text(address)
        await self.query_one(FormView).edit(self.open_year.form.fields[address], text)
        if hides_something(text):
            self.say(HIDING, "warning")

    def leave_field(self) -> None:
        """Settle and judge the active field, and show what follows from it."""
        self._leave()
        self.refresh_change(self.open_year.change)

    def place(self) -> str:
        """Return the address of the active field."""
        return self.active

    def open_page(self) -> Page:
        """Return the page on the screen."""
        return self.page

    def text_to_copy(self) -> str:
        """Return the selection, or else the text of the active field."""
        return self.query_one(FormView).text_to_copy()

    def places(self) -> Sequence[str]:
        """Return the addresses of the page."""
        return self.page.addresses

    def refresh_change(self, change: Change) -> None:
        """Redraw the title and the fields too."""
        if self.active not in change.evaluation.form.home_of:  # its indicator was taken back
            self._go_home()
            return
        self._follow()
        super().refresh_change(change)
        title = clip(self.glyphs.spell(page_title(change.evaluation, self.page)), self._width())
        self.query_one("#title", Rows).show([(Piece(f" {title}", "heading"),)])
        self.query_one(FormView).draw(self._page_layout(), self.active)

    def take_text(self, text: str) -> None:
        """Put the text of the active field into the session, and show what follows from it."""
        kept = self.open_year.session.year.text(self.active)
        if text == kept:
            return
        self.say("")
        try:
            self.refresh_change(self.open_year.type(self.active, text))
        except RefusedError as refusal:
            self.query_one(FormView).restore(kept)
            self.refresh_change(self.open_year.change)
            self.refuse(refusal)

    @on(Stripped)
    def tell_stripped(self) -> None:
        """Say that invisible characters were removed from pasted text."""
        self.say(STRIPPED, "warning")

    @on(FormView.Pointed)
    async def go_where_pointed(self, event: FormView.Pointed) -> None:
        """Go to the clicked field."""
        if event.address != self.active:
            await self.show_field(event.address)

    async def action_accept(self) -> None:
        """Go to the next field or the next page, or start a new line in a passage, on Enter.

        In a field taken over from last year, a passage too, Enter confirms it and goes on.
        """
        if not self.open_year.confirm(self.active) and self.query_one(FormView).enter():
            self.open_year.session.pause()
        else:
            self._leave()
            await self._walk(1 + self._passed_over())

    def _passed_over(self) -> int:
        """Return how many fields right below are seldom filled, empty and without findings."""
        shown = self._shown()
        ahead = shown[shown.index(self.active) + 1 :]
        asked = {place for finding in self.open_year.change.findings for place in finding.places}
        fields, year = self.open_year.form.fields, self.open_year.session.year

        def passed(at: str) -> bool:
            filled = bool(year.text(at)) and self.page.kind != "definition"
            return fields[at].seldom and at not in asked and not filled

        return sum(1 for _ in takewhile(passed, ahead))

    async def action_step(self, step: int) -> None:
        """Move a line up or down within a passage, or else to the neighbouring field."""
        if not self.query_one(FormView).step(step):
            await self.action_move(step)

    async def action_move(self, step: int) -> None:
        """Go to the next field (1) or the previous one (-1), after the last to the next page."""
        self._leave()
        await self._walk(step)

    async def turn(self, step: int) -> None:
        """Go to the next page (1) or the previous one (-1), or to the task list past the ends."""
        self._leave()
        await self._turn(step)

    async def action_home(self) -> None:
        """Go back to the task list."""
        self._leave()
        self._go_home()

    # The methods below but `_leave` start once a field has been left, and redraw at most once.

    def _leave(self) -> None:
        self.open_year.cursor = self.query_one(FormView).cursor_within()
        self.open_year.leave(self.active)
        self._follow()

    def _follow(self) -> None:
        """Go on with the page of a definition as it is now: what is typed changes its fields."""
        if self.page.kind == "definition":
            self.page = self.open_year.form.home_of.get(self.active, self.page)

    async def _walk(self, step: int) -> None:
        shown = self._shown()
        place = shown.index(self.active) + step
        if 0 <= place < len(shown):
            await self.edit(shown[place])
        elif step > 0 and self.page.kind == "definition":
            self._go_home()
        elif step > 0:
            await self._turn(1)
        else:
            self.refresh_change(self.open_year.change)
            self.say(f"已是本页第一栏，{self.key_of['previous_page']} 到前一项")

    async def _turn(self, step: int) -> None:
        form = self.open_year.form
        if self.page == form.scheme_page:  # neither before nor behind another page
            self._go_home()
            return
        pages = form.definitions if self.page.kind == "definition" else form.pages
        place = pages.index(self.page) + step
        if 0 <= place < len(pages):
            await self._open(pages[place])
        else:
            self._go_home()

    async def _open(self, page: Page, address: str | None = None) -> None:
        self.page = page
        self.query_one(FormView).scroll_home(animate=False)
        await self.edit(address or page.addresses[0])

    def _go_home(self) -> None:
        app_of(self).hold_keys()
        self.dismiss(self.page)

    def _shown(self) -> list[str]:
        """Return the addresses of the fields now on the page, in walking order."""
        fields, texts = self.open_year.form.fields, self.open_year.session.year.texts
        return [at for at in self.page.addresses if at == self.active or fields[at].asked(texts)]

    def _page_layout(self) -> PageLayout:
        tallest = max(1, min(TALLEST_EDITOR, self.query_one(FormView).size.height - 2))
        view = PageView(
            self.open_year.change,
            self.page,
            self.active,
            self.open_year.shown,
            self._width(),
            self.glyphs,
            self.key_of,
            tallest,
        )
        return lay_out_page(view)

    def _width(self) -> int:
        return max(LEAST_WIDTH, self.query_one(FormView).size.width - 1)
