"""Last year's file and answers: taking answers over, choosing the file, comparing the years."""

from __future__ import annotations

from perf_tui.editing import last_year
from perf_tui.tui.screens.main import MainScreen


async def take(screen: MainScreen) -> None:
    """Take last year's answer over into the active field."""
    screen.leave_field()
    address = screen.place()
    taken = last_year.take(screen.open_year, address)
    await screen.show_field(address)
    screen.say(screen.worded(taken))


async def take_page(screen: MainScreen) -> None:
    """Take last year's answers over into every blank field of the page."""
    screen.leave_field()
    address = screen.place()
    taken = last_year.take_page(screen.open_year, address, screen.places())
    await screen.show_field(address)
    screen.say(screen.worded(taken))


async def choose(screen: MainScreen) -> None:
    """Let the user choose which file is last year's."""
    from perf_tui.tui.screens.earlier_years import LastYearDialog

    screen.leave_field()
    found = last_year.files_to_choose(screen.open_year)

    async def look_back(index: int) -> None:
        done = last_year.choose(screen.open_year, *found[index])
        screen.refresh_change(screen.open_year.change)
        screen.say(done, "good")

    await screen.ask(LastYearDialog(found, screen.glyphs), look_back)


async def compare(screen: MainScreen) -> None:
    """Show this year beside those before it."""
    from perf_tui.tui.screens.comparison import ComparisonDialog

    screen.leave_field()
    await screen.ask(ComparisonDialog(last_year.compare(screen.open_year), screen.glyphs))
