"""Writing a passage in one's own words."""

from __future__ import annotations

from perf_tui.core.rewriting import first_draft, why_no_draft
from perf_tui.tui.screens.main import MainScreen


async def rewrite(screen: MainScreen) -> None:
    """Put the generated sentence into the empty field for own words, to be edited there."""
    screen.leave_field()
    standing, address = screen.desk.change.standing, screen.place()
    refusal = _refusal(screen, address)
    if address is None or refusal:
        screen.say(refusal, "warning")
        return
    screen.desk.session.put(address, first_draft(standing, address))
    await screen.show_field(address)
    screen.say("已放入自动生成的文字，在上面改；清空就恢复自动生成")


def _refusal(screen: MainScreen, address: str | None) -> str:
    """Why nothing can be rewritten at an address and what to do; "" if it can."""
    how = f"按 {screen.key_of['rewrite']}"
    return screen.refusal or why_no_draft(screen.desk.change.standing, address, how)
