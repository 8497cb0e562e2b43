"""Last year at hand: taking its answers over, choosing its file, comparing the years."""

from __future__ import annotations

from perf_tui.core.last_year import nothing_to_take
from perf_tui.core.year import pending_at
from perf_tui.tui.screens.main import MainScreen

NO_LAST = "还没有上年的文件，按 {choose} 选一个"
NO_PAGE = "先打开一项，再取上年的内容"


async def take(screen: MainScreen) -> None:
    """Take last year's answer over into the field being typed in."""
    address, hindrance = screen.place(), _hindrance(screen)
    if address is None or hindrance:
        screen.say(hindrance)
        return
    screen.leave_field()
    if screen.desk.session.year.text(pending_at(address)):
        screen.say("这一栏已经取过上年的内容，还没确认：按 Enter 确认，或改填今年的")
    elif screen.desk.take_over([address]):
        await screen.show_field(address)
        screen.say("已取上年的内容，按 Enter 确认，或改填今年的")
    else:
        screen.say(nothing_to_take(screen.desk.change.standing, address))


async def take_page(screen: MainScreen) -> None:
    """Take last year's answers over into every blank field of the page."""
    address, hindrance = screen.place(), _hindrance(screen)
    if address is None or hindrance:
        screen.say(hindrance)
        return
    screen.leave_field()
    taken = screen.desk.take_over_blanks(screen.places())
    await screen.show_field(address)
    screen.say(f"已取上年的内容 {taken} 栏，逐栏按 Enter 确认" if taken else "没有可取的空栏")


async def choose(screen: MainScreen) -> None:
    """Ask which file holds the year before."""
    from perf_tui.store.last_year import earlier_years
    from perf_tui.tui.screens.last_year import LastYearDialog

    screen.leave_field()
    desk = screen.desk
    if desk.session.locked:
        screen.say_locked()
        return
    found = earlier_years(desk.path.parent, desk.session.year)
    if not found:
        screen.say("这个文件夹里没有更早的年度文件，把上年的文件拷进来再选")
        return

    async def look_back(index: int) -> None:
        path, file = found[index]
        screen.refresh_change(desk.look_back(path, file))
        screen.say(f"上年文件改用 {path.name}", "good")

    await screen.ask(LastYearDialog(found, screen.glyphs), look_back)


async def compare(screen: MainScreen) -> None:
    """Show this year beside those before it."""
    from perf_tui.core.comparison import compare_years
    from perf_tui.store.last_year import years_before
    from perf_tui.tui.screens.comparison import ComparisonDialog

    screen.leave_field()
    standing = screen.desk.change.standing
    if standing.last is None:
        screen.say(NO_LAST.format_map(screen.key_of))
        return
    before = years_before(screen.desk.path, standing.year)
    await screen.ask(ComparisonDialog(compare_years([standing, *before]), screen.glyphs))


def _hindrance(screen: MainScreen) -> str:
    """Why nothing can be taken over here; "" if it can."""
    standing = screen.desk.change.standing
    if screen.refusal:
        return screen.refusal
    if standing.last is None:
        return NO_LAST.format_map(screen.key_of)
    return "" if screen.place() else NO_PAGE
