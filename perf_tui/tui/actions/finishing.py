"""The finish: every value on one page, making the year final, typing the budget twice."""

from __future__ import annotations

from perf_tui.editing import finality
from perf_tui.tui.screens.main import MainScreen


async def review(screen: MainScreen) -> None:
    """Show every value, weight, score and accepted warning; from there it is made final."""
    from perf_tui.tui.screens.review import ReviewDialog

    async def conclude(_: bool) -> None:
        if await _is_ready(screen):
            await _make_final(screen)

    await screen.ask(ReviewDialog(screen.desk.change, screen.glyphs), conclude)


async def finish(screen: MainScreen) -> None:
    """Have everything looked at and make the year final, or open a final one for a reason."""
    screen.leave_field()
    if await _is_ready(screen):
        await review(screen)


async def _is_ready(screen: MainScreen) -> bool:
    """Whether it can be made final as it is; else says why, or asks why to open it again."""
    if screen.desk.session.year.locked:
        await _reopen(screen)
        return False
    try:
        finality.require_ready(screen.desk)
    except finality.NotFinalError:
        await refuse(screen, "定稿")
        return False
    return True


async def _make_final(screen: MainScreen) -> None:
    finality.make_final(screen.desk)
    await screen.action_run("saving", "save")
    if screen.desk.dirty:
        return  # saving has said why it failed
    screen.say(screen.worded(finality.FINISHED), "good")


async def enter_twice(screen: MainScreen) -> None:
    """Type the budget figures a second time without seeing the first."""
    from perf_tui.tui.screens.double_entry import DoubleEntryDialog

    screen.leave_field()
    await screen.ask(DoubleEntryDialog(screen.desk.change.standing))


async def refuse(screen: MainScreen, what: str) -> None:
    """List what has to be settled before `what` can be done; Enter goes there."""
    from perf_tui.tui.actions.problems import choose_from
    from perf_tui.tui.screens.findings import hindrances

    screen.refresh_change(screen.desk.change)
    await choose_from(screen, hindrances(screen.desk.change, screen.glyphs, what))


async def _reopen(screen: MainScreen) -> None:
    from perf_tui.tui.screens.reason import ReasonDialog

    finality.require_reopenable(screen.desk)

    async def unlock(reason: str) -> None:
        finality.reopen(screen.desk, reason)
        screen.refresh_change(screen.desk.change)
        screen.say(finality.REOPENED, "good")

    about = "这个年度已经定稿。为什么要重新打开？"
    await screen.ask(ReasonDialog(about, ""), unlock)
