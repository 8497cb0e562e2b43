"""The office's projects, taken into its overall year."""

from __future__ import annotations

from perf_tui.editing.project_figures import take_projects as take
from perf_tui.tui.screens.main import MainScreen


async def take_projects(screen: MainScreen) -> None:
    """Put what the projects come to into the blank fields, and show the first."""
    screen.leave_field()
    address, taken = take(screen.open_year)
    await screen.show_field(address)
    screen.refresh_change(screen.open_year.change)
    screen.announce(screen.worded(taken), "good")
