"""Answering what was found at the field one is in: taking the suggestion, or standing by it."""

from __future__ import annotations

from perf_tui.core.findings import CHECKED, Finding
from perf_tui.tui.screens.main import MainScreen


async def adopt(screen: MainScreen) -> None:
    """Put the suggested text into the field."""
    finding = next((one for one in _warnings_here(screen) if one.open and one.suggestion), None)
    if screen.desk.session.locked:
        screen.say_locked()
        return
    if finding is None:
        screen.say("这一栏没有可采纳的建议")
        return
    screen.desk.adopt(finding)
    await screen.show_field(finding.field)
    screen.announce(f"已改为 {finding.suggestion}，撤销用 {screen.key_of['undo']}", "good")


async def accept(screen: MainScreen) -> None:
    """Keep what was typed: a question is answered at once, a warning wants its reason.

    A reason given before can be changed, and taken back by blanking it.
    """
    warnings = _warnings_here(screen)
    if screen.desk.session.locked:
        screen.say_locked()
        return
    if not warnings:
        screen.say("这一栏没有要说明的提醒")
        return
    finding = warnings[0]
    if finding.open and finding.suggestion:
        await _keep(screen, finding, CHECKED)
        return
    from perf_tui.tui.screens.reason import ReasonDialog

    async def keep(reason: str) -> None:
        await _keep(screen, finding, reason)

    proposed = finding.accepted or finding.lapsed or CHECKED
    about = screen.glyphs.spell(finding.message)
    await screen.ask(ReasonDialog(about, proposed, given=bool(finding.accepted)), keep)


async def _keep(screen: MainScreen, finding: Finding, reason: str) -> None:
    screen.desk.accept(finding, reason)
    screen.refresh_change(screen.desk.change)
    done = "已记下说明" if reason else "已收回说明"
    screen.say(f"{done}，撤销用 {screen.key_of['undo']}", "good")


def _warnings_here(screen: MainScreen) -> list[Finding]:
    """The warnings at the field one is in: the one gone to from the list first, then open ones,
    of these the questions that one key answers.

    An open one is met at every field that takes part, an accepted one only where it is told.
    """
    screen.leave_field()
    here, checked = screen.place(), screen.desk.checked
    warnings = [
        one
        for one in screen.desk.change.findings
        if one.severity == "warning" and (one.field == here or (one.open and here in one.places))
    ]
    gone_to = checked.key if checked else ""
    return sorted(
        warnings,
        key=lambda one: (one.key != gone_to, not one.open, one.field != here, not one.suggestion),
    )
