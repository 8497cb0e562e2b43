"""The finish: every value on one page, making the year final, typing the budget twice."""

from __future__ import annotations

from perf_tui.tui.screens.main import MainScreen

FINISHED = "已定稿并保存，只能看；按 {export} 导出报告，要修改再按 {finish}"


async def review(screen: MainScreen) -> None:
    """Show every value, weight, score and accepted warning; from there it is made final."""
    from perf_tui.tui.screens.review import ReviewDialog

    async def conclude(_: bool) -> None:
        if not await _hindered(screen):
            await _make_final(screen)

    await screen.ask(ReviewDialog(screen.desk.change, screen.glyphs), conclude)


async def finish(screen: MainScreen) -> None:
    """Have everything looked at and make the year final, or open a final one for a reason."""
    screen.leave_field()
    if not await _hindered(screen):
        await review(screen)


async def _hindered(screen: MainScreen) -> bool:
    """Whether it cannot be made final as it is; says why, or asks what has to be asked first."""
    if screen.desk.keeper.held:
        screen.say_locked()
    elif screen.desk.session.year.locked:
        await _reopen(screen)
    elif screen.desk.hindrances:
        await refuse(screen, "定稿")
    else:
        return False
    return True


async def _make_final(screen: MainScreen) -> None:
    screen.desk.lock()
    await screen.action_run("saving", "save")
    if screen.desk.dirty:
        return  # saving has said why it failed
    screen.say(FINISHED.format_map(screen.key_of), "good")


async def enter_twice(screen: MainScreen) -> None:
    """Type the budget figures a second time without seeing the first."""
    from perf_tui.tui.screens.double_entry import DoubleEntryDialog

    screen.leave_field()
    standing = screen.desk.change.standing
    addresses = [f"budget.{fact.key}" for fact in standing.form.budget]
    await screen.ask(DoubleEntryDialog(standing, addresses))


async def refuse(screen: MainScreen, what: str) -> None:
    """List what has to be settled before `what` can be done; Enter goes there."""
    from perf_tui.tui.actions.problems import choose_from
    from perf_tui.tui.screens.findings import hindrances

    screen.desk.judge_all()
    screen.refresh_change(screen.desk.change)
    await choose_from(screen, hindrances(screen.desk.change, screen.glyphs, what))


async def _reopen(screen: MainScreen) -> None:
    from perf_tui.tui.screens.reason import ReasonDialog

    async def unlock(reason: str) -> None:
        screen.desk.unlock(reason)
        screen.refresh_change(screen.desk.change)
        screen.say("已重新打开，理由记在文件里；改好后重新定稿、导出", "good")

    about = "这个年度已经定稿。为什么要重新打开？"
    await screen.ask(ReasonDialog(about, ""), unlock)
