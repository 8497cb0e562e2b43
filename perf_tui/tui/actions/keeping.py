"""Earlier versions of the file, and what was changed when."""

from __future__ import annotations

from perf_tui.store.backups import Backup, list_backups, read_backup
from perf_tui.store.errors import SaveError
from perf_tui.store.forms import load_form
from perf_tui.store.history import history_path, read_history
from perf_tui.store.years import YearFile
from perf_tui.tui.drawing.differences import Version, difference_rows
from perf_tui.tui.drawing.rows import Piece, Row, clip, wrap
from perf_tui.tui.screens.decision import DecisionDialog
from perf_tui.tui.screens.dialog import ChoosingDialog, ReadingDialog
from perf_tui.tui.screens.main import MainScreen

NO_BACKUPS = "还没有备份，保存以后才有"
NO_HISTORY = "还没有修改记录，保存以后才有"


async def backups(screen: MainScreen) -> None:
    """List the backups, newest first; look at one, or go back to it."""
    screen.leave_field()
    found = [
        (backup, file)
        for backup in list_backups(screen.desk.path)
        if (file := read_backup(backup, load_form))
    ]
    if not found:
        screen.say(NO_BACKUPS)
        return

    def draw(width: int) -> list[Row]:
        return [
            (Piece(clip(f" {backup.when}  第 {backup.number} 份", width)),) for backup, _ in found
        ]

    async def choose(index: int) -> None:
        await _ask_what(screen, *found[index])

    dialog = ChoosingDialog("备份", draw)
    dialog.keys = "上下键选择  Enter 看差别或恢复  Esc 关闭"
    await screen.ask(dialog, choose)


async def history(screen: MainScreen) -> None:
    """Show what was changed when, the newest first."""
    screen.leave_field()
    lines = [screen.glyphs.spell(line) for line in reversed(read_history(screen.desk.path))]
    if not lines:
        screen.say(NO_HISTORY)
        return

    def draw(width: int) -> list[Row]:
        where = wrap(f"全文在文件旁边的 {history_path(screen.desk.path).name}", width)
        rows: list[Row] = [(Piece(part, "dim"),) for part in where]
        return rows + [(Piece(part),) for line in lines for part in wrap(line, width)]

    await screen.ask(ReadingDialog("修改记录", draw))


async def _ask_what(screen: MainScreen, backup: Backup, file: YearFile) -> None:
    desk = screen.desk

    async def answer(choice: int) -> None:
        if choice == 0:
            versions = Version("备份", file.year), Version("现在", desk.session.year)
            await screen.ask(
                ReadingDialog(
                    f"{backup.when} 的备份和现在的差别",
                    lambda width: difference_rows(desk.form, *versions, width, screen.glyphs),
                )
            )
        elif choice == 1:
            await _go_back_to(screen, backup, file)

    words = "恢复以前，现在的内容先保存，也留一份备份。"
    title = f"{backup.when} 的备份"
    await screen.ask(DecisionDialog(title, words, ["看和现在的差别", "恢复成这一份"]), answer)


async def _go_back_to(screen: MainScreen, backup: Backup, file: YearFile) -> None:
    desk = screen.desk
    if desk.session.locked:
        screen.say_locked()
        return
    try:
        desk.finish()
    except SaveError:
        await screen.action_run("saving", "save")  # says why, and what can be done
        return
    desk.turn_to(file.year)
    desk.keeper.take_comments(file)
    await screen.show_field(screen.place())
    screen.refresh_change(desk.change)
    screen.say(f"已恢复成 {backup.when} 的备份，还没有存，按 {screen.key_of['save']} 保存", "good")
