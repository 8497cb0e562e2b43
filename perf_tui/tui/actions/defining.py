"""The table of indicators, what is taken into it from lists, and the scheme of their scores."""

from __future__ import annotations

from perf_tui.editing.reusing import Reusable, reusable, reuse
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


async def pick(screen: MainScreen) -> None:
    """Take indicators from the library, or a figure that is typed elsewhere for a measure."""
    from perf_tui.tui.screens.indicators import IndicatorsScreen
    from perf_tui.tui.screens.reusing import ReusingDialog

    screen.leave_field()
    if isinstance(screen, IndicatorsScreen):
        await screen.pick()
        return
    address = screen.place() or ""
    reusable(screen.open_year.form, address)  # refuses if the field takes none

    async def take(one: Reusable) -> None:
        said = screen.worded(reuse(screen.open_year, address, one))
        await screen.show_field(address)
        screen.say(said, "good")

    await screen.ask(ReusingDialog(screen.open_year.form, screen.glyphs, address), take)
