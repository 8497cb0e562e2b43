"""The start screen: choosing a year's file, or beginning a new one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

from perf_tui.editing.projects import begin_next
from perf_tui.store.errors import SaveError
from perf_tui.store.years.listing import ListedYear
from perf_tui.store.years.office import OfficeYear
from perf_tui.tui.drawing.frame import key_row, status_row
from perf_tui.tui.drawing.rows import DrawnRow, Piece, width_of, wrap
from perf_tui.tui.drawing.start import (
    BEGINNING,
    Beginning,
    ProjectBeginning,
    about,
    columns_row,
    head_row,
    office_of,
    start_rows,
)
from perf_tui.tui.keys.bindings import COPY, EXPORT, GUIDANCE, LEAVE, binding, key_name
from perf_tui.tui.keys.waiting import app_of
from perf_tui.tui.widgets.choices import ChoiceRows, ChoiceScroll
from perf_tui.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from perf_tui.tui.apps.base import BaseApp
    from perf_tui.tui.drawing.start import StartEntry


class StartScreen(Screen[None]):
    """Shows the years of a folder, and those that can be begun. It posts `Chosen`.

    `read_entries` reads the folder, again after something was written into it.
    """

    @dataclass
    class Chosen(Message):
        """The file at `path` is to be opened."""

        path: Path

    AUTO_FOCUS = ""
    BINDINGS = [
        Binding("enter", "take", show=False, priority=True),
        binding(GUIDANCE, "guidance"),
        binding(COPY, "copy"),
        binding(EXPORT, "export"),
    ]

    def __init__(self, folder: Path, read_entries: Callable[[], Sequence[StartEntry]]) -> None:
        super().__init__()
        self._folder, self._read_entries = folder, read_entries
        self._entries = read_entries()

    @property
    def _host(self) -> BaseApp:
        return cast("BaseApp", self.app)

    @property
    def _entry(self) -> StartEntry:
        return self._entries[self.query_one(ChoiceRows).cursor]

    def compose(self) -> ComposeResult:
        """Yield the head, the list, what Enter does, and the keys."""
        yield Rows(id="head")
        yield Rows(id="columns")
        yield from self._compose_list()
        yield Rows(id="status")
        yield Rows(id="keys")

    def _compose_list(self) -> Iterator[Widget]:
        with ChoiceScroll(id="body"):
            yield ChoiceRows(id="years")

    def on_mount(self) -> None:
        """Focus the list, and let the status line follow its cursor."""
        rows = self.query_one(ChoiceRows)
        self.set_focus(rows)
        self.watch(rows, "cursor", self._tell_about, init=False)

    def on_resize(self) -> None:
        """Draw for the present width."""
        width, glyphs = self.app.size.width, self._host.glyphs
        self._show("head", head_row(self._folder.resolve(), width, glyphs))
        self._show("columns", columns_row(width - 1))
        self.query_one(ChoiceRows).show(start_rows(self._entries, width - 1, glyphs))
        names = {one.name for one in (GUIDANCE, EXPORT, LEAVE)}
        in_force = [one for one in self._host.actions if one.name in names]
        take = Piece(" Enter", "active"), Piece("选用")
        self._show("keys", (*take, *key_row(width - width_of(take), in_force)))
        self._tell_about()

    def say(self, words: str) -> None:
        """Show a message on the line above the keys."""
        spelled = self._host.glyphs.spell(words)
        self._show("status", status_row(spelled, self.app.size.width, "text"))

    def no_effect(self, key: str) -> None:
        """Say that a key has no effect here."""
        self.say(f"{key_name(key)} 在这里不起作用，上下键选择，Enter 选用")

    def action_copy(self) -> None:
        """Say that there is nothing to copy. Textual's own action would say nothing."""
        self.say("这里没有可复制的内容")

    async def action_take(self) -> None:
        """Open or begin the year under the cursor, or say in full why it cannot be opened."""
        entry = self._entry
        if isinstance(entry, Beginning):
            await self._begin(entry)
        elif isinstance(entry, ProjectBeginning):
            await self._begin_projects(entry)
        elif isinstance(entry, OfficeYear):
            await self.action_export()
        elif entry.evaluation:
            self._choose(entry.path)
        else:
            from perf_tui.tui.screens.notice import NoticeDialog

            dialog = NoticeDialog(f"{entry.path.name} {entry.state}", entry.trouble)
            await self.app.push_screen(dialog, self._go_on)

    @on(ChoiceRows.Chosen)
    async def take_clicked(self) -> None:
        """Take the clicked row, on which the cursor already is."""
        await self.action_take()

    async def action_guidance(self) -> None:
        """Show how a year is done."""
        from perf_tui.tui.drawing.guidance import steps
        from perf_tui.tui.screens.dialog import ReadingDialog

        glyphs, words = self._host.glyphs, [*BEGINNING, *steps(self._host.actions)[1:]]

        def draw(width: int) -> list[DrawnRow]:
            return [(Piece(line),) for each in words for line in wrap(glyphs.spell(each), width)]

        await self.app.push_screen(ReadingDialog("怎样做一年的自评", draw), self._go_on)

    async def action_export(self) -> None:
        """Export all tables of the office's year under the cursor in one go."""
        office = office_of(self._entry, self._entries)
        if office is None:
            self.say("先移到要导出的那一年，再按导出的键")
            self._go_on(None)
            return
        from perf_tui.tui.screens.export_all import ExportAllDialog

        await self.app.push_screen(ExportAllDialog(self._folder, office), self._tell)

    async def leave(self) -> None:
        """Leave the program without a choice."""
        self.app.exit(0)

    async def _begin(self, beginning: Beginning) -> None:
        from perf_tui.tui.screens.new_year import NewYearDialog

        dialog = NewYearDialog(self._folder, beginning, datetime.now().astimezone().year)
        await self.app.push_screen(dialog, self._begun)

    async def _begin_projects(self, beginning: ProjectBeginning) -> None:
        from perf_tui.tui.screens.new_project import NewProjectDialog, NextProjectsDialog

        if beginning.last:
            dialog = NextProjectsDialog(beginning, self._host.glyphs)
            await self.app.push_screen(dialog, partial(self._begin_next, beginning.last))
        else:
            await self.app.push_screen(NewProjectDialog(self._folder, beginning), self._begun)

    def _begin_next(self, last: Sequence[ListedYear], index: int | None) -> None:
        """Begin all projects that go on, or one of them, and stay on the list."""
        words = ""
        if index is not None:
            wanted = last if index == 0 else last[index - 1 : index]
            try:
                words = f"已新建 {len(begin_next(wanted))} 个项目"
            except SaveError as error:
                words = str(error)
            self._entries = self._read_entries()
            self.on_resize()
        self._tell(words)

    def _tell(self, words: str | None) -> None:
        if words:
            self.say(words)
        self._go_on(None)

    def _begun(self, path: Path | None) -> None:
        if path is not None:
            self._choose(path)
        else:
            self._go_on(None)

    def _choose(self, path: Path) -> None:
        app_of(self).hold_keys()
        self.post_message(self.Chosen(path))

    def _go_on(self, _: object) -> None:
        app_of(self).release_keys()

    def _tell_about(self) -> None:
        self.say(about(self._entry))

    def _show(self, name: str, row: DrawnRow) -> None:
        self.query_one(f"#{name}", Rows).show([row])
