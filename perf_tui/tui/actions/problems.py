"""Finding what is wrong or still blank, and going there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perf_tui.editing import problems
from perf_tui.tui.screens.main import MainScreen

if TYPE_CHECKING:
    from perf_tui.tui.screens.findings import FindingsDialog


async def check(screen: MainScreen) -> None:
    """List all findings. The cursor starts at the one last chosen."""
    from perf_tui.tui.screens.findings import FindingsDialog

    screen.leave_field()
    screen.open_year.show_all()
    screen.refresh_change(screen.open_year.change)
    change, checked = screen.open_year.change, screen.open_year.checked
    await choose_from(screen, FindingsDialog(change, screen.glyphs, checked=checked))


async def choose_from(screen: MainScreen, dialog: FindingsDialog) -> None:
    """Show a list of findings and go to the one that is chosen, or to the review."""

    async def go(index: int) -> None:
        if index == dialog.EVERYTHING:
            await screen.action_run("finishing", "review")
            return
        screen.open_year.checked = dialog.listed[index]
        await screen.show_field(dialog.target)
        screen.announce(f"{screen.key_of['check']} 回到检查结果的这一条")

    await screen.ask(dialog, go)


async def next_problem(screen: MainScreen) -> None:
    """Go to the next problem or blank of the whole year."""
    await _go(screen, 1)


async def previous_problem(screen: MainScreen) -> None:
    """Go to the previous problem or blank of the whole year."""
    await _go(screen, -1)


async def _go(screen: MainScreen, step: int) -> None:
    """Go to the next (1) or previous (-1) problem, past the end if need be, and say so."""
    screen.leave_field()
    found = problems.next_problem(screen.open_year, screen.place(), step)
    if found is None:
        screen.say(screen.worded(problems.nothing_left(screen.open_year)), "good")
        return
    await screen.show_field(found.address)
    screen.announce(found.words)
