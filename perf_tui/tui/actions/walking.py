"""Going from page to page."""

from __future__ import annotations

from perf_tui.tui.screens.main import MainScreen


async def next_page(screen: MainScreen) -> None:
    """Go to the next page."""
    await screen.turn(1)


async def previous_page(screen: MainScreen) -> None:
    """Go to the page before."""
    await screen.turn(-1)


async def go_to(screen: MainScreen) -> None:
    """Ask for a page and go there."""
    from perf_tui.tui.screens.go_to import GoToDialog

    await screen.ask(GoToDialog(screen.desk.form, screen.marks), screen.show_page)
