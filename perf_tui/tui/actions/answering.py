"""Answering a warning at the active field: taking its suggestion, or keeping what was typed."""

from __future__ import annotations

from perf_tui.core.findings.finding import CHECKED, Finding
from perf_tui.editing import answering
from perf_tui.tui.screens.main import MainScreen


async def adopt(screen: MainScreen) -> None:
    """Put the suggested text into the warning's field."""
    screen.leave_field()
    finding = answering.adopt(screen.open_year, screen.place())
    await screen.show_field(finding.field)
    said = answering.adopted(screen.open_year, finding)
    screen.announce(f"{said}，撤销用 {screen.key_of['undo']}", "good")


async def accept(screen: MainScreen) -> None:
    """Accept a warning: one with a suggestion at once, any other after asking for the reason.

    A reason given before can be changed, or taken back by blanking it.
    """
    screen.leave_field()
    finding = answering.warning_to_accept(screen.open_year, screen.place())
    if answering.is_question(finding):
        await _keep(screen, finding, CHECKED)
        return
    from perf_tui.tui.screens.reason import ReasonDialog

    async def keep(reason: str) -> None:
        await _keep(screen, finding, reason)

    proposed = answering.proposed_reason(finding)
    about = screen.glyphs.spell(finding.message)
    await screen.ask(ReasonDialog(about, proposed, given=bool(finding.accepted)), keep)


async def _keep(screen: MainScreen, finding: Finding, reason: str) -> None:
    done = answering.accept(screen.open_year, finding, reason)
    screen.refresh_change(screen.open_year.change)
    screen.say(f"{done}，撤销用 {screen.key_of['undo']}", "good")
