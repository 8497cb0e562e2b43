"""Undoing edits and redoing them, across fields and pages."""

from __future__ import annotations

from perf_tui.editing import undoing
from perf_tui.tui.screens.main import MainScreen


async def undo(screen: MainScreen) -> None:
    """Undo the last edit and show where it was."""
    await _show(screen, undoing.undo(screen.open_year))


async def redo(screen: MainScreen) -> None:
    """Redo the edit that was undone last and show where it is."""
    await _show(screen, undoing.redo(screen.open_year))


async def _show(screen: MainScreen, undone: undoing.Undone) -> None:
    await screen.show_field(undone.place)
    screen.refresh_change(screen.open_year.change)
    screen.announce(undone.words, "good")
