"""Saving the year's file, and leaving the program."""

from __future__ import annotations

from collections.abc import Callable

from perf_tui.store.errors import ChangedError, SaveError, YearError
from perf_tui.tui.screens.main import MainScreen

UNSAVED = "没有保存成功"


async def save(screen: MainScreen) -> None:
    """Write the file."""
    screen.leave_field()
    try:
        screen.desk.save()
    except ChangedError as error:
        await _ask_which(screen, error, lambda: _say_saved(screen))
    except SaveError as error:
        await _offer_elsewhere(screen, error)
    else:
        _say_saved(screen)


async def leave(screen: MainScreen) -> None:
    """Save what is unsaved and go; ask when it cannot be saved."""
    screen.leave_field()
    try:
        screen.desk.finish()
    except ChangedError as error:
        await _ask_which(screen, error, lambda: screen.app.exit(0))
    except SaveError as error:
        from perf_tui.tui.screens.unsaved import UnsavedDialog

        async def leave_anyway(_: bool) -> None:
            _try_again(screen)

        await screen.ask(UnsavedDialog(str(error), noted=not screen.desk.unnoted), leave_anyway)
    else:
        screen.app.exit(0)


def _say_saved(screen: MainScreen) -> None:
    screen.refresh_change(screen.desk.change)
    screen.say(f"已保存到 {screen.desk.path.name}", "good")


def _try_again(screen: MainScreen) -> None:
    """The fault may be gone by now; leave in any case."""
    try:
        screen.desk.finish()
    except SaveError:
        screen.app.exit(2)
    else:
        screen.app.exit(0)


async def _offer_elsewhere(screen: MainScreen, error: SaveError) -> None:
    """Say why it failed; there may be another place."""
    from perf_tui.tui.screens.decision import DecisionDialog

    screen.say(UNSAVED, "error")

    async def answer(choice: int) -> None:
        if choice == 1:
            await _save_elsewhere(screen, lambda: _say_saved(screen))

    await screen.ask(DecisionDialog(UNSAVED, str(error), ["回去接着填", "另存到别处"]), answer)


async def _save_elsewhere(screen: MainScreen, done: Callable[[], None]) -> None:
    from perf_tui.tui.screens.elsewhere import ElsewhereDialog

    async def go_on(_: bool) -> None:
        done()

    await screen.ask(ElsewhereDialog(screen.desk), go_on)


async def _ask_which(screen: MainScreen, error: ChangedError, done: Callable[[], None]) -> None:
    """Somebody else has written the file: look, save elsewhere, or replace it with a copy kept."""
    from perf_tui.tui.screens.decision import DecisionDialog

    async def answer(choice: int) -> None:
        if choice == 0:
            await _show_others(screen, error, done)
        elif choice == 1:
            await _save_elsewhere(screen, done)
        elif choice == 2:
            await _overwrite(screen, done)

    screen.say(UNSAVED, "error")
    choices = ["看差别", "另存到别处，两份都留着", "用这里的覆盖，那一份先备份"]
    await screen.ask(DecisionDialog("文件被别的程序改过", str(error), choices), answer)


async def _show_others(screen: MainScreen, error: ChangedError, done: Callable[[], None]) -> None:
    """Show in what the file differs from what was typed here, and ask again."""
    from perf_tui.store.forms import load_form
    from perf_tui.store.years import read_year_file
    from perf_tui.tui.drawing.differences import Version, difference_rows
    from perf_tui.tui.screens.dialog import ReadingDialog
    from perf_tui.tui.screens.notice import NoticeDialog

    desk, glyphs = screen.desk, screen.glyphs
    try:
        other = read_year_file(desk.path, load_form).year
    except YearError as trouble:
        dialog: ReadingDialog = NoticeDialog("差别看不了", str(trouble))
    else:
        dialog = ReadingDialog(
            "差别",
            lambda width: difference_rows(
                desk.form, Version("文件", other), Version("这里", desk.session.year), width, glyphs
            ),
        )

    async def again(_: object) -> None:
        await _ask_which(screen, error, done)

    await screen.ask_whatever(dialog, again)


async def _overwrite(screen: MainScreen, done: Callable[[], None]) -> None:
    try:
        screen.desk.save(overwrite=True)
    except SaveError as error:
        await _offer_elsewhere(screen, error)
    else:
        done()
