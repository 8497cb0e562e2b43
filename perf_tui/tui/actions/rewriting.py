"""Writing a passage in one's own words."""

from __future__ import annotations

from perf_tui.editing.rewriting import rewrite as begin_own_words
from perf_tui.tui.screens.main import MainScreen


async def rewrite(screen: MainScreen) -> None:
    """Put the generated sentence into the empty passage, to be edited there."""
    screen.leave_field()
    await screen.show_field(begin_own_words(screen.open_year, screen.place()))
    screen.say("已放入自动生成的文字，在上面改；清空就恢复自动生成")
