"""What the keys do on every main screen; the screens themselves add how they walk."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from perf_tui.core.form import Page
from perf_tui.core.session import Change
from perf_tui.store.atomic import SHARED, write_atomically
from perf_tui.store.errors import SaveError
from perf_tui.tui.keys import ACTIONS, bindings
from perf_tui.tui.screens.frame import Frame
from perf_tui.tui.waiting import keeper

if TYPE_CHECKING:
    from perf_tui.tui.screens.dialog import Dialog

Answer = TypeVar("Answer")


class MainScreen(Frame):
    """A main screen with the actions of `keys.ACTIONS`. Dialogs are loaded when they are opened."""

    BINDINGS = bindings(ACTIONS)

    async def show_page(self, page: Page, address: str | None = None) -> None:
        """Show a page, at its first field or at an address."""
        raise NotImplementedError

    async def action_turn(self, step: int) -> None:
        """Go to the next or previous page."""
        raise NotImplementedError

    def place(self) -> str | None:
        """The address of the field being typed in."""
        return None

    def leave_field(self) -> None:
        """End the field being typed in, if there is one."""

    async def show_field(self, address: str | None) -> None:
        """Show a field on the page where it belongs."""
        if address is not None:
            await self.show_page(self.desk.form.home_of[address], address)

    async def ask(
        self,
        dialog: Dialog[Answer],
        then: Callable[[Answer], Awaitable[None]] | None = None,
    ) -> None:
        """Open a dialog; what is typed after its answer waits until `then` is done."""

        async def answered(answer: Answer | None) -> None:
            if then is not None and answer is not None:
                await then(answer)
            keeper(self).release_keys()

        await self.app.push_screen(dialog, answered)

    async def action_save(self) -> None:
        """Write the file."""
        self.leave_field()
        try:
            self.desk.save()
        except SaveError as error:
            self.say(str(error), "error")
        else:
            self.refresh_change(self.desk.change)
            self.say(f"已保存到 {self.desk.path.name}", "good")

    async def action_undo(self) -> None:
        """Take the last edit back and show where it was."""
        await self._show_step(self.desk.session.undo(), "没有可撤销的了")

    async def action_redo(self) -> None:
        """Do the edit again that was taken back."""
        await self._show_step(self.desk.session.redo(), "没有可重做的了")

    async def _show_step(self, change: Change | None, nothing: str) -> None:
        if change is None:
            self.say(nothing)
            return
        self.refresh_change(change)
        if change.field in self.desk.form.fields:
            await self.show_field(change.field)

    async def action_next_problem(self, step: int) -> None:
        """Go to the next or previous problem or blank of the whole year."""
        self.leave_field()
        self.desk.judge_all()
        address = self.desk.next_problem(self.place(), step)
        if address is None:
            self.say("没有缺漏，也没有问题", "good")
        else:
            await self.show_field(address)

    async def action_check(self) -> None:
        """List everything that was found."""
        from perf_tui.tui.screens.findings import FindingsDialog

        self.leave_field()
        self.desk.judge_all()
        change = self.desk.change
        self.refresh_change(change)
        dialog = FindingsDialog(change, self.marks)

        async def go(index: int) -> None:
            await self.show_field(dialog.listed[index].places[0])

        await self.ask(dialog, go)

    async def action_go_to(self) -> None:
        """Ask for a page and go there."""
        from perf_tui.tui.screens.go_to import GoToDialog

        await self.ask(GoToDialog(self.desk.form, self.marks), self.show_page)

    async def action_working(self) -> None:
        """Show how the total comes about."""
        from perf_tui.tui.drawing.working import working_rows
        from perf_tui.tui.screens.dialog import ReadingDialog

        standing = self.desk.change.standing
        await self.ask(
            ReadingDialog("总分怎么算", lambda width: working_rows(standing, width, self.marks))
        )

    async def action_guidance(self) -> None:
        """Show what this place is about and what the keys do."""
        from perf_tui.tui.drawing.guidance import guidance_rows
        from perf_tui.tui.screens.dialog import ReadingDialog

        form, address = self.desk.form, self.place()
        await self.ask(
            ReadingDialog("说明", lambda width: guidance_rows(form, address, width, self.marks))
        )

    async def action_preview(self) -> None:
        """Show the report as it will print."""
        from perf_tui.render.report import build_report
        from perf_tui.tui.drawing.document import document_rows
        from perf_tui.tui.screens.dialog import ReadingDialog

        self.leave_field()
        document = build_report(self.desk.change.standing)
        await self.ask(
            ReadingDialog("报告预览", lambda width: document_rows(document, width, self.marks))
        )

    async def action_export(self) -> None:
        """Ask where to and write the report."""
        from perf_tui.tui.screens.export import ExportDialog

        self.leave_field()

        async def tell(target: Path) -> None:
            self.say(f"已导出到 {target}", "good")

        proposed = self.desk.path.with_suffix(".docx")
        await self.ask(ExportDialog(proposed, self._write_report), tell)

    def _write_report(self, target: Path) -> None:
        from perf_tui.render.writers import report_bytes

        report = report_bytes(self.desk.change.standing, target.suffix)
        write_atomically(target, report, SHARED)
