"""The backups of the file, and its history."""

from __future__ import annotations

from perf_tui.editing.backups import about_backup, backups_of, history_of
from perf_tui.editing.deciding import Choice, Matter
from perf_tui.store.errors import SaveError
from perf_tui.tui.actions.saving import save
from perf_tui.tui.drawing.rows import DrawnRow, Piece, clip, wrap
from perf_tui.tui.screens.deciding import decision, look
from perf_tui.tui.screens.dialog import ChoosingDialog, ReadingDialog
from perf_tui.tui.screens.main import MainScreen


async def backups(screen: MainScreen) -> None:
    """List the backups, newest first, and let the user look at one or go back to it."""
    screen.leave_field()
    found = backups_of(screen.open_year)

    def draw(width: int) -> list[DrawnRow]:
        return [
            (Piece(clip(f" {backup.when}  第 {backup.number} 份", width)),) for backup, _ in found
        ]

    async def choose(index: int) -> None:
        await _ask(screen, about_backup(screen.open_year, *found[index]))

    dialog = ChoosingDialog("备份", draw)
    dialog.keys = "上下键选择  Enter 看差别或恢复  Esc 关闭"
    await screen.ask(dialog, choose)


async def history(screen: MainScreen) -> None:
    """Show the history, newest first."""
    screen.leave_field()
    told, path = history_of(screen.open_year)
    lines = [screen.glyphs.spell(line) for line in told]

    def draw(width: int) -> list[DrawnRow]:
        where = wrap(f"全文在文件旁边的 {path.name}", width)
        rows: list[DrawnRow] = [(Piece(part, "dim"),) for part in where]
        return rows + [(Piece(part),) for line in lines for part in wrap(line, width)]

    await screen.ask(ReadingDialog("修改记录", draw))


async def _ask(screen: MainScreen, matter: Matter) -> None:
    async def answer(index: int) -> None:
        choice = matter.choices[index]
        if choice.look:
            await screen.ask(look(choice.look, screen.open_year.form, screen.glyphs, matter.title))
        else:
            await _go_back(screen, choice)

    await screen.ask(decision(matter), answer)


async def _go_back(screen: MainScreen, choice: Choice) -> None:
    async def go_on() -> None:
        await _go_back(screen, choice)

    try:
        done = choice.do() if choice.do else None
    except SaveError:
        await save(screen, go_on)  # says why, and what can be done
        return
    await screen.show_field(screen.place())
    screen.refresh_change(screen.open_year.change)
    if done:
        screen.say(screen.worded(done), "good")
