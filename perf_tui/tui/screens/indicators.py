"""The table of indicators: which there are, in which order, with which targets and weights."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from textual import on
from textual.binding import Binding
from textual.widget import Widget

from perf_tui.core.form import Page
from perf_tui.core.form.own import OWN
from perf_tui.core.session import Change
from perf_tui.editing import defining, merging, weighing
from perf_tui.editing.refusing import RefusedError, Sentence
from perf_tui.reader.targets import TargetTable
from perf_tui.tui.drawing.indicators import indicator_rows
from perf_tui.tui.drawing.rows import Piece, clip
from perf_tui.tui.keys.waiting import app_of
from perf_tui.tui.screens.main import MainScreen
from perf_tui.tui.widgets.choices import ChoiceRows, ChoiceScroll

NONE_YET = "还没有指标：Insert 加一项，粘贴 Excel、Word 里的目标表，或 {read_table} 读文件"
NO_PAGE = "指标表前后没有别的页，按 Esc 回任务清单"
KEYS = "Enter改 Ins加 {pick}库 Del删 Ctrl+W复制 Shift+上下移 Ctrl+U分摊 {read_table}读入"


class IndicatorsScreen(MainScreen):
    """Lists the indicators of the year. Enter opens the definition of the one under the cursor.

    A table of targets that is pasted is read, and shown before its indicators are added.
    """

    BINDINGS = [
        Binding("enter", "change", show=False, priority=True),
        Binding("insert,ctrl+a", "add", show=False),
        Binding("delete,ctrl+x", "remove", show=False),
        Binding("ctrl+w", "copy_row", show=False),
        Binding("shift+up", "shift(-1)", show=False),
        Binding("shift+down", "shift(1)", show=False),
        Binding("ctrl+u", "share", show=False),
        Binding("escape", "back", show=False, priority=True),
    ]

    def compose_body(self) -> Iterator[Widget]:
        """Yield the list."""
        with ChoiceScroll(id="body"):
            yield ChoiceRows(id="tasks")

    def on_mount(self) -> None:
        """Focus the list."""
        self.set_focus(self._rows_of_choices)

    @property
    def _rows_of_choices(self) -> ChoiceRows:
        return self.query_one(ChoiceRows)

    @property
    def _here(self) -> str | None:
        """The id of the indicator under the cursor, or None if there are none."""
        indicators = self.open_year.form.indicators
        return indicators[self._rows_of_choices.cursor].id if indicators else None

    def refresh_change(self, change: Change) -> None:
        """Redraw the list too, and what its weights add up to."""
        super().refresh_change(change)
        form, width = change.evaluation.form, self.query_one("#body").size.width - 1
        self._rows_of_choices.show(indicator_rows(form, width, self.glyphs))
        keys = clip(f" {KEYS.format_map(self.key_of)}", self.app.size.width)
        self._rows("keys").show([(Piece(keys, "bar"),)])
        self._rows_of_choices.cursor = min(
            self._rows_of_choices.cursor, max(0, len(form.indicators) - 1)
        )

    def on_screen_resume(self) -> None:
        """Say what the weights add up to whenever the table comes to the front."""
        super().on_screen_resume()
        self.call_after_refresh(self._sum_up)

    def _sum_up(self) -> None:
        form = self.open_year.form
        self.say(weighing.points_words(form) if form.indicators else self._none_yet)

    @property
    def _none_yet(self) -> str:
        return NONE_YET.format_map(self.key_of)

    async def show_page(self, page: Page, address: str | None = None) -> None:
        """Open a page over the table. On return the cursor is on its indicator."""
        from perf_tui.tui.screens.page import PageScreen

        screen = PageScreen(self.open_year, self.glyphs, page, address)
        await self.app.push_screen(screen, self._come_back)

    async def show_field(self, address: str | None) -> None:
        """Stay on the table for what is taken back or done again, with the cursor on it."""
        table, _, rest = (address or "").partition(".")
        if table != OWN:
            await super().show_field(address)
            return
        ids = [one.id for one in self.open_year.form.indicators]
        ident = rest.partition(".")[0]
        self.refresh_change(self.open_year.change)
        if ident in ids:
            self._rows_of_choices.cursor = ids.index(ident)

    async def turn(self, step: int) -> None:  # noqa: ARG002 — neither way leads anywhere
        """Say that the table is no page of the report, so that none comes before or after it."""
        self.say(NO_PAGE, "warning")

    async def pick(self) -> None:
        """Add indicators of the library below the cursor, which is on the last of them then."""
        from perf_tui.tui.screens.library import LibraryDialog

        dialog = LibraryDialog(self.open_year, self.glyphs, self._here)

        async def show(_: object) -> None:
            self._go_to(dialog.after or "")

        await self.ask_whatever(dialog, show)

    def _come_back(self, page: Page | None) -> None:
        ident = page.id.rpartition(".")[2] if page else ""
        defining.forget_unchanged(self.open_year, ident)
        self._go_to(ident)
        app_of(self).release_keys()

    def _go_to(self, ident: str) -> None:
        self.refresh_change(self.open_year.change)
        ids = [one.id for one in self.open_year.form.indicators]
        if ident in ids:
            self._rows_of_choices.cursor = ids.index(ident)
        self._sum_up()

    async def action_change(self) -> None:
        """Open the definition of the indicator under the cursor, to be changed for this year."""
        if ident := self._here:
            await self._define(lambda: defining.change(self.open_year, ident))
        else:
            await self.action_add()

    async def action_add(self) -> None:
        """Add an indicator below the cursor and open its definition."""
        await self._define(lambda: defining.add(self.open_year, self._here))

    async def action_copy_row(self) -> None:
        """Add one like the indicator under the cursor and open its definition."""
        if ident := self._here:
            await self._define(lambda: defining.copy(self.open_year, ident))
        else:
            self.say(self._none_yet)

    async def action_remove(self) -> None:
        """Take the indicator under the cursor out."""
        if ident := self._here:
            self._act(lambda: defining.remove(self.open_year, ident))
        else:
            self.say(self._none_yet)

    async def action_shift(self, step: int) -> None:
        """Move the indicator under the cursor up (-1) or down (1)."""
        ident = self._here
        if ident is None:
            self.say(self._none_yet)
            return

        def move() -> None:
            defining.move(self.open_year, ident, step)
            self._rows_of_choices.cursor += step

        self._act(move)

    async def action_share(self) -> None:
        """Share the points that are left out to the indicators without a weight."""
        self._act(lambda: weighing.share_out(self.open_year))

    async def paste(self, text: str) -> None:
        """Read a pasted table of targets and show what was understood."""
        from perf_tui.reader.targets import read_pasted

        await self.offer(read_pasted(text), "粘贴的表格")

    async def offer(self, table: TargetTable, source: str) -> None:
        """Show what was understood of a table, and add its indicators if the user says so."""
        from perf_tui.editing.target_files import checked
        from perf_tui.tui.screens.pasted_table import PastedTableDialog

        if table.refusal:
            self.say(table.refusal, "warning")
            return
        sure = checked(self.open_year, table)

        async def take(merge: merging.Merge) -> None:
            self._act(lambda: merging.take_merge(self.open_year, merge))
            # The table, come to the front again, says what the weights add up to before that.
            self.call_after_refresh(self.call_after_refresh, self.say, *self._said)

        merge = merging.laid_over(self.open_year, sure.indicators)
        await self.ask(PastedTableDialog(sure, merge, self.glyphs, source), take)

    def action_back(self) -> None:
        """Go back to the task list."""
        app_of(self).hold_keys()
        self.dismiss(None)

    async def _define(self, begin: Callable[[], str]) -> None:
        try:
            address = begin()
        except RefusedError as refusal:
            self.say(self.worded(refusal.sentence), "warning")
        else:
            await super().show_field(address)

    def _act(self, act: Callable[[], Sentence | None]) -> None:
        try:
            done = act()
        except RefusedError as refusal:
            self.say(self.worded(refusal.sentence), "warning")
            return
        self.refresh_change(self.open_year.change)
        self._sum_up()
        if done:
            self.say(self.worded(done), "good")

    @on(ChoiceRows.Chosen)
    async def open_clicked(self) -> None:
        """Open the clicked indicator."""
        await self.action_change()
