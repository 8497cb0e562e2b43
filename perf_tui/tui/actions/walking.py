"""Going from page to page."""

from __future__ import annotations

from perf_tui.tui.screens.main import MainScreen


async def next_page(screen: MainScreen) -> None:
    """Go to the next page."""
    await screen.turn(1)


async def previous_page(screen: MainScreen) -> None:
    """Go to the previous page."""
    await screen.turn(-1)


async def go_to(screen: MainScreen, typed: str = "") -> None:
    """Ask for a page or a field and go there, at once if `typed` already says which."""
    from perf_tui.editing.jump_targets import JumpTarget, jump_targets, picked
    from perf_tui.tui.screens.go_to import GoToDialog

    screen.leave_field()
    form, texts = screen.open_year.form, screen.open_year.session.year.texts

    async def go(target: JumpTarget) -> None:
        await screen.show_page(target.page, target.address)

    target = picked(jump_targets(form, texts, typed), typed, at_once=True)
    if target is None:
        await screen.ask(GoToDialog(form, screen.glyphs, texts, typed), go)
    else:
        await go(target)
