"""Choosing among all actions, and the settings."""

from __future__ import annotations

from perf_tui.tui.keys.bindings import Action
from perf_tui.tui.screens.main import MainScreen


async def palette(screen: MainScreen) -> None:
    """Find an action by its name and do it."""
    from perf_tui.tui.screens.palette import PaletteDialog

    async def run(action: Action) -> None:
        await screen.action_run(action.subject, action.name)

    await screen.ask(PaletteDialog(screen.actions, screen.glyphs), run)


async def settings(screen: MainScreen) -> None:
    """Show the settings."""
    from perf_tui.tui.screens.settings import SettingsDialog

    await screen.ask(SettingsDialog())
