"""The finish: every value on one page, making the year final, typing the budget twice."""

from __future__ import annotations

from perf_tui.core.findings import errors_of
from perf_tui.tui.screens.main import MainScreen

FINISHED = "已定稿并保存，只能看；按 {export} 导出报告，要修改再按 {finish}"


async def review(screen: MainScreen) -> None:
    """Show every value, weight, score and accepted warning on one page."""
    from perf_tui.tui.drawing.review import review_rows
    from perf_tui.tui.screens.dialog import ReadingDialog

    change, marks = screen.desk.change, screen.marks
    dialog = ReadingDialog(
        f"核对全部内容（关闭后按 {screen.key_of['finish']} 定稿）",
        lambda width: review_rows(change, width, marks),
    )
    await screen.ask(dialog)


async def finish(screen: MainScreen) -> None:
    """Make the year final, or open a final one again for a reason."""
    screen.leave_field()
    if screen.desk.keeper.held:
        screen.say_locked()
        return
    if screen.desk.session.year.locked:
        await _reopen(screen)
        return
    if errors_of(screen.desk.change.findings):
        await refuse(screen, "定稿")
        return
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
    await choose_from(screen, hindrances(screen.desk.change, screen.marks, what))


async def _reopen(screen: MainScreen) -> None:
    from perf_tui.tui.screens.reason import ReasonDialog

    async def unlock(reason: str) -> None:
        screen.desk.unlock(reason)
        screen.refresh_change(screen.desk.change)
        screen.say("已重新打开，理由记在文件里", "good")

    about = "这个年度已经定稿。为什么要重新打开？"
    await screen.ask(ReasonDialog(about, ""), unlock)
