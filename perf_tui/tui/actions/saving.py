"""Saving the year's file, and leaving the program."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

from perf_tui.editing import saving
from perf_tui.editing.deciding import Choice, Matter
from perf_tui.store.errors import ChangedError, SaveError
from perf_tui.tui.screens.main import MainScreen

Done = Callable[[], Awaitable[None]]


async def save(screen: MainScreen, then: Done | None = None) -> None:
    """Save the file and say where, then call `then`."""

    async def done() -> None:
        screen.refresh_change(screen.open_year.change)
        screen.say(f"已保存到 {screen.open_year.path.name}", "good")
        if then is not None:
            await then()

    screen.leave_field()
    await _write(screen, partial(saving.save, screen.open_year), done)


async def leave(screen: MainScreen) -> None:
    """Save what is unsaved and leave; ask what to do if it cannot be saved."""

    async def done() -> None:
        screen.app.exit(0)

    screen.leave_field()
    try:
        saving.save_rest(screen.open_year)
    except ChangedError as error:
        await _ask(screen, saving.unsaved(screen.open_year, error), done)
    except SaveError as error:
        from perf_tui.tui.screens.unsaved import UnsavedDialog

        async def leave_anyway(_: bool) -> None:
            _try_again(screen)

        await screen.ask(
            UnsavedDialog(str(error), noted=not screen.open_year.unnoted), leave_anyway
        )
    else:
        screen.app.exit(0)


def _try_again(screen: MainScreen) -> None:
    """Leave in any case, after another attempt to save, because the fault may be gone by now."""
    try:
        saving.save_rest(screen.open_year)
    except SaveError:
        screen.app.exit(2)
    else:
        screen.app.exit(0)


async def _write(screen: MainScreen, write: Callable[[], object], done: Done) -> None:
    """Call `write`, then `done`. If saving fails, let the user choose what to do instead."""
    try:
        write()
    except SaveError as error:
        await _ask(screen, saving.unsaved(screen.open_year, error), done)
    else:
        await done()


async def _ask(screen: MainScreen, matter: Matter, done: Done) -> None:
    from perf_tui.tui.screens.deciding import decision

    async def answer(index: int) -> None:
        await _follow(screen, matter, matter.choices[index], done)

    screen.say(saving.UNSAVED, "error")
    await screen.ask(decision(matter), answer)


async def _follow(screen: MainScreen, matter: Matter, choice: Choice, done: Done) -> None:
    """Do what was chosen. A look at two versions is followed by the same question."""
    from perf_tui.tui.screens.deciding import look
    from perf_tui.tui.screens.elsewhere import ElsewhereDialog

    async def again(_: object) -> None:
        await _ask(screen, matter, done)

    async def go_on(_: bool) -> None:
        await done()

    if choice.look:
        await screen.ask_whatever(look(choice.look, screen.open_year.form, screen.glyphs), again)
    elif choice.elsewhere:
        await screen.ask(ElsewhereDialog(screen.open_year), go_on)
    elif choice.do:
        await _write(screen, choice.do, done)
