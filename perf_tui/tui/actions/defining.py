"""The table of indicators, and the scheme by which they are scored."""

from __future__ import annotations

from perf_tui.tui.keys.waiting import app_of
from perf_tui.tui.screens.main import MainScreen


async def indicators(screen: MainScreen) -> None:
    """Show the table in which the year's indicators are defined."""
    from perf_tui.tui.screens.indicators import IndicatorsScreen

    screen.leave_field()
    if isinstance(screen, IndicatorsScreen):
        return

    def come_back(_: object) -> None:
        screen.refresh_change(screen.open_year.change)
        app_of(screen).release_keys()

    await screen.app.push_screen(IndicatorsScreen(screen.open_year, screen.glyphs), come_back)


async def scheme(screen: MainScreen) -> None:
    """Show the page on which the scheme is changed for this year."""
    screen.leave_field()
    await screen.show_page(screen.open_year.form.scheme_page)
