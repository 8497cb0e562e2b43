"""The main screens' common base: running actions, opening dialogs, showing a place."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, TypeVar

from perf_tui.core.form import Page
from perf_tui.editing.refusing import RefusedError, Sentence
from perf_tui.tui.drawing.rows import Role
from perf_tui.tui.keys.bindings import ACTIONS, bindings
from perf_tui.tui.keys.vocabulary import ways
from perf_tui.tui.keys.waiting import app_of
from perf_tui.tui.screens.frame import Frame

if TYPE_CHECKING:
    from perf_tui.tui.screens.dialog import Dialog

Answer = TypeVar("Answer")


class MainScreen(Frame):
    """A screen on which the actions of `keys.ACTIONS` work and any place can be shown."""

    BINDINGS = bindings(ACTIONS)

    async def show_page(self, page: Page, address: str | None = None) -> None:
        """Show a page at the field with `address`, or at its first field."""
        raise NotImplementedError

    async def turn(self, step: int) -> None:
        """Go to the next page (1) or the previous one (-1)."""
        raise NotImplementedError

    def place(self) -> str | None:
        """Return the address of the active field, or None on the task list."""
        return None

    def open_page(self) -> Page | None:
        """Return the open page, or None on the task list."""
        return None

    def text_to_copy(self) -> str:
        """Return the selection or else the text of the active field, empty on the task list."""
        return ""

    def places(self) -> Sequence[str]:
        """Return the addresses of all fields of the open page."""
        return ()

    def leave_field(self) -> None:
        """Finish typing in the active field, if there is one."""

    async def show_field(self, address: str | None) -> None:
        """Show a field on its page, or the first page if the form has it no more.

        None shows nothing new, nor does a field that stands on no page.
        """
        form = self.open_year.form
        if address is None:
            return
        if page := form.home_of.get(address):
            await self.show_page(page, address)
        elif address not in form.fields:
            await self.show_page(form.pages[0])

    def worded(self, sentence: Sentence | RefusedError) -> str:
        """A sentence with the keys by which things are done."""
        return sentence.worded(ways(self.key_of))

    def refuse(self, refusal: RefusedError) -> None:
        """Say why something cannot be done."""
        self.announce(self.worded(refusal), "warning")

    def announce(self, words: str, role: Role = "text") -> None:
        """Show a message on the top screen, because a page may have opened over this one."""
        top = self.app.screen
        (top if isinstance(top, MainScreen) else self).say(words, role)

    async def ask(
        self,
        dialog: Dialog[Answer],
        then: Callable[[Answer], Awaitable[None]] | None = None,
    ) -> None:
        """Open a dialog and call `then` with its result, unless that is None.

        Keys typed after the answer wait until `then` is done.
        """

        async def answered(answer: Answer | None) -> None:
            if then is not None and answer is not None:
                await self._do(then(answer))
            app_of(self).release_keys()

        await self.app.push_screen(dialog, answered)

    async def ask_whatever(
        self, dialog: Dialog[Answer], then: Callable[[Answer | None], Awaitable[None]]
    ) -> None:
        """Open a dialog and call `then` with its result, even if that is None."""

        async def answered(answer: Answer | None) -> None:
            await self._do(then(answer))
            app_of(self).release_keys()

        await self.app.push_screen(dialog, answered)

    async def action_run(self, subject: str, name: str) -> None:
        """Do an action: the function `name` in the module `subject` of `actions`."""
        await self._do(getattr(import_module(f"perf_tui.tui.actions.{subject}"), name)(self))

    async def leave(self) -> None:
        """Leave the program."""
        await self.action_run("saving", "leave")

    async def _do(self, work: Awaitable[None]) -> None:
        """Wait until it is done, or say why it cannot be."""
        try:
            await work
        except RefusedError as refusal:
            self.refuse(refusal)
