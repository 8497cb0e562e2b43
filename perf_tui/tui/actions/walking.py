"""Going from page to page."""

from __future__ import annotations

from perf_tui.tui.screens.main import MainScreen


async def next_page(screen: MainScreen) -> None:
    """Go to the next page."""
    await screen.turn(1)


async def previous_page(screen: MainScreen) -> None:
    """Go to the page before."""
    await screen.turn(-1)


async def go_to(screen: MainScreen, typed: str = "") -> None:
    """Ask for a page or a field and go there, at once where what was typed already says it all."""
    from perf_tui.editing.goals import Goal, goals, picked
    from perf_tui.tui.screens.go_to import GoToDialog

    screen.leave_field()
    form, texts = screen.desk.form, screen.desk.session.year.texts

    async def go(goal: Goal) -> None:
        await screen.show_page(goal.page, goal.address)

    goal = picked(goals(form, texts, typed), typed, at_once=True)
    if goal is None:
        await screen.ask(GoToDialog(form, screen.glyphs, texts, typed), go)
    else:
        await go(goal)
