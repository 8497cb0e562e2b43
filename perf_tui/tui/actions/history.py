"""Taking edits back, across fields and pages."""

from __future__ import annotations

from perf_tui.core.session import Change
from perf_tui.tui.screens.main import MainScreen


async def undo(screen: MainScreen) -> None:
    """Take the last edit back and show where it was."""
    await _show(screen, screen.desk.session.undo(), "已撤销", "没有可撤销的了")


async def redo(screen: MainScreen) -> None:
    """Do the edit again that was taken back."""
    await _show(screen, screen.desk.session.redo(), "已重做", "没有可重做的了")


async def _show(screen: MainScreen, change: Change | None, done: str, nothing: str) -> None:
    if change is None:
        screen.say(nothing)
        return
    screen.refresh_change(change)
    if change.field in screen.desk.form.fields:
        await screen.show_field(change.field)
    screen.say(done)
