"""Finding what is wrong or still blank, and going there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perf_tui.tui.screens.main import MainScreen

if TYPE_CHECKING:
    from perf_tui.tui.screens.findings import FindingsDialog


async def check(screen: MainScreen) -> None:
    """List everything that was found."""
    from perf_tui.tui.screens.findings import FindingsDialog

    _judge_all(screen)
    await choose_from(screen, FindingsDialog(screen.desk.change, screen.marks))


async def choose_from(screen: MainScreen, dialog: FindingsDialog) -> None:
    """Show a list of findings and go where the user wants."""

    async def go(index: int) -> None:
        if index == dialog.EVERYTHING:
            await screen.action_run("finishing", "review")
            return
        await screen.show_field(dialog.listed[index].places[0])

    await screen.ask(dialog, go)


async def next_problem(screen: MainScreen) -> None:
    """Go to the next problem or blank of the whole year."""
    await _go(screen, 1)


async def previous_problem(screen: MainScreen) -> None:
    """Go to the one before."""
    await _go(screen, -1)


async def _go(screen: MainScreen, step: int) -> None:
    _judge_all(screen)
    address = screen.desk.next_problem(screen.place(), step)
    if address is None:
        screen.say("没有缺漏，也没有问题", "good")
    else:
        await screen.show_field(address)


def _judge_all(screen: MainScreen) -> None:
    screen.leave_field()
    screen.desk.judge_all()
    screen.refresh_change(screen.desk.change)
