"""Copying to the clipboard."""

from __future__ import annotations

from perf_tui.tui.screens.main import MainScreen


async def copy(screen: MainScreen) -> None:
    """Copy the selection, or the text of the active field if nothing is selected."""
    if text := screen.text_to_copy():
        screen.app.copy_to_clipboard(text)
        screen.say("已复制", "good")
    else:
        screen.say("这里没有可复制的内容")
