"""Finding what is wrong or still blank, and going there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perf_tui.tui.screens.main import MainScreen

if TYPE_CHECKING:
    from perf_tui.tui.screens.findings import FindingsDialog


async def check(screen: MainScreen) -> None:
    """List everything that was found, from where one was in the list."""
    from perf_tui.tui.screens.findings import FindingsDialog

    screen.leave_field()
    screen.desk.judge_all()
    screen.refresh_change(screen.desk.change)
    change, checked = screen.desk.change, screen.desk.checked
    await choose_from(screen, FindingsDialog(change, screen.glyphs, checked=checked))


async def choose_from(screen: MainScreen, dialog: FindingsDialog) -> None:
    """Show a list of findings and go where the user wants."""

    async def go(index: int) -> None:
        if index == dialog.EVERYTHING:
            await screen.action_run("finishing", "review")
            return
        screen.desk.checked = dialog.listed[index]
        await screen.show_field(dialog.target)
        screen.announce(f"{screen.key_of['check']} 回到检查结果的这一条")

    await screen.ask(dialog, go)


async def next_problem(screen: MainScreen) -> None:
    """Go to the next problem or blank of the whole year."""
    await _go(screen, 1)


async def previous_problem(screen: MainScreen) -> None:
    """Go to the one before."""
    await _go(screen, -1)


async def _go(screen: MainScreen, step: int) -> None:
    """Go on in walking order, round the end if need be, and say so."""
    screen.leave_field()
    desk, here = screen.desk, screen.place()
    address = desk.next_problem(here, step)
    if address is None:
        missing = sum(one.evidence for one in desk.change.progress.values())
        more = f"；佐证还缺 {missing} 份，{screen.key_of['check']} 里逐项列出" if missing else ""
        screen.say(f"没有缺漏，也没有问题{more}", "good")
        return
    problems, walk = desk.problems(), desk.form.walk
    desk.judge(address)
    await screen.show_field(address)
    place = f"第 {problems.index(address) + 1} 处，共 {len(problems)} 处"
    if problems == [here]:
        place = "只剩这一处"
    elif here and step * (walk[address] - walk[here]) <= 0:
        place = f"{'后面没有了，回到第一处' if step > 0 else '前面没有了，转到最后一处'}；{place}"
    screen.announce(place)
