"""Copying what was typed."""

from __future__ import annotations

from perf_tui.tui.screens.main import MainScreen


async def copy(screen: MainScreen) -> None:
    """Copy the selection or the field being typed in."""
    if text := screen.text_to_copy():
        screen.app.copy_to_clipboard(text)
        screen.say("已复制", "good")
    else:
        screen.say("这里没有可复制的内容")
