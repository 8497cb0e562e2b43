"""Writing a passage in one's own words."""

from __future__ import annotations

from perf_tui.core.rewriting import first_draft, why_no_draft
from perf_tui.tui.screens.main import MainScreen

HOW = "按 Ctrl+R"


async def rewrite(screen: MainScreen) -> None:
    """Put the generated sentence into the empty field for own words, to be edited there."""
    screen.leave_field()
    standing, address = screen.desk.change.standing, screen.place()
    refusal = screen.desk.refusal or why_no_draft(standing, address, HOW)
    if address is None or refusal:
        screen.say(refusal, "warning")
        return
    screen.desk.session.put(address, first_draft(standing, address))
    await screen.show_field(address)
    screen.say("已放入自动生成的文字，在上面改；清空就恢复自动生成")
