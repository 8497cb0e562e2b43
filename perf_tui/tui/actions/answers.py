"""Answering what was found at the field one is in: taking the suggestion, or standing by it."""

from __future__ import annotations

from perf_tui.core.findings import CHECKED, Finding
from perf_tui.tui.screens.main import MainScreen


async def adopt(screen: MainScreen) -> None:
    """Put the suggested text into the field."""
    finding = next((one for one in _open_here(screen) if one.suggestion), None)
    if finding is None:
        screen.say("这一栏没有可采纳的建议")
        return
    screen.desk.adopt(finding)
    await screen.show_field(finding.field)
    screen.say(f"已改为 {finding.suggestion}", "good")


async def accept(screen: MainScreen) -> None:
    """Keep what was typed; a question is answered at once, a warning wants its reason."""
    warnings = [one for one in _open_here(screen) if one.severity == "warning"]
    if not warnings:
        screen.say("这一栏没有要说明的提醒")
        return
    finding = warnings[0]
    if finding.suggestion:
        await _keep(screen, finding, CHECKED)
        return
    from perf_tui.tui.screens.reason import ReasonDialog

    async def keep(reason: str) -> None:
        await _keep(screen, finding, reason)

    await screen.ask(ReasonDialog(screen.marks.spell(finding.message), CHECKED), keep)


async def _keep(screen: MainScreen, finding: Finding, reason: str) -> None:
    screen.desk.accept(finding, reason)
    screen.refresh_change(screen.desk.change)
    screen.say(f"已记下说明，撤销用 {screen.key_of['undo']}", "good")


def _open_here(screen: MainScreen) -> list[Finding]:
    """What still waits for somebody at the field one is in."""
    screen.leave_field()
    here = screen.place()
    return [one for one in screen.desk.change.findings if one.field == here and one.open]
