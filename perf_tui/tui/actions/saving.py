"""Saving the year's file, and leaving the program."""

from __future__ import annotations

from perf_tui.store.errors import SaveError
from perf_tui.tui.screens.main import MainScreen

UNSAVED = "没有保存成功"


async def save(screen: MainScreen) -> None:
    """Write the file."""
    screen.leave_field()
    try:
        screen.desk.save()
    except SaveError as error:
        from perf_tui.tui.screens.notice import NoticeDialog

        screen.say(UNSAVED, "error")
        await screen.ask(NoticeDialog(UNSAVED, str(error)))
    else:
        screen.refresh_change(screen.desk.change)
        screen.say(f"已保存到 {screen.desk.path.name}", "good")


async def leave(screen: MainScreen) -> None:
    """Save what is unsaved and go; ask when it cannot be saved."""
    screen.leave_field()
    try:
        screen.desk.finish()
    except SaveError as error:
        from perf_tui.tui.screens.unsaved import UnsavedDialog

        async def leave_anyway(_: bool) -> None:
            _try_again(screen)

        await screen.ask(UnsavedDialog(str(error)), leave_anyway)
    else:
        screen.app.exit(0)


def _try_again(screen: MainScreen) -> None:
    """The fault may be gone by now; leave in any case."""
    try:
        screen.desk.finish()
    except SaveError:
        screen.app.exit(2)
    else:
        screen.app.exit(0)
