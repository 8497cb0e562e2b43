"""Finishing a year: reviewing every value, making it final, typing the budget twice."""

from __future__ import annotations

from perf_tui.editing import finality
from perf_tui.tui.screens.main import MainScreen


async def review(screen: MainScreen) -> None:
    """Show every value, weight, score and accepted warning, and make the year final from there."""
    from perf_tui.tui.screens.review import ReviewDialog

    async def conclude(_: bool) -> None:
        if await _is_ready(screen):
            await _make_final(screen)

    await screen.ask(ReviewDialog(screen.open_year.change, screen.glyphs), conclude)


async def finish(screen: MainScreen) -> None:
    """Show the review, from which the year is made final; open a final year for a reason."""
    screen.leave_field()
    if await _is_ready(screen):
        await review(screen)


async def _is_ready(screen: MainScreen) -> bool:
    """Whether the year can be made final as it is.

    If not, list the errors, or ask for the reason to open a final year again.
    """
    if screen.open_year.session.year.locked:
        await _reopen(screen)
        return False
    try:
        finality.require_ready(screen.open_year)
    except finality.NotFinalError:
        await refuse(screen, "定稿")
        return False
    return True


async def _make_final(screen: MainScreen) -> None:
    finality.make_final(screen.open_year)
    await screen.action_run("saving", "save")
    if screen.open_year.dirty:
        return  # saving has said why it failed
    screen.say(screen.worded(finality.FINISHED), "good")


async def enter_twice(screen: MainScreen) -> None:
    """Let the user type the budget figures a second time without seeing the first."""
    from perf_tui.tui.screens.rekeying import RekeyingDialog

    screen.leave_field()
    await screen.ask(RekeyingDialog(screen.open_year.change.evaluation))


async def refuse(screen: MainScreen, what: str) -> None:
    """List the errors that prevent `what`, and go to the one that is chosen."""
    from perf_tui.tui.actions.problems import choose_from
    from perf_tui.tui.screens.findings import hindrances

    screen.refresh_change(screen.open_year.change)
    await choose_from(screen, hindrances(screen.open_year.change, screen.glyphs, what))


async def _reopen(screen: MainScreen) -> None:
    from perf_tui.tui.screens.reason import ReasonDialog

    finality.require_reopenable(screen.open_year)

    async def unlock(reason: str) -> None:
        finality.reopen(screen.open_year, reason)
        screen.refresh_change(screen.open_year.change)
        screen.say(finality.REOPENED, "good")

    about = "这个年度已经定稿。为什么要重新打开？"
    await screen.ask(ReasonDialog(about, ""), unlock)
