"""Taking over a table of targets from a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from perf_tui.editing.refusing import require_editable
from perf_tui.editing.target_files import table_words
from perf_tui.reader.targets import FoundTable
from perf_tui.tui.actions.defining import indicators
from perf_tui.tui.drawing.rows import DrawnRow, Piece, clip
from perf_tui.tui.screens.dialog import ChoosingDialog
from perf_tui.tui.screens.indicators import IndicatorsScreen
from perf_tui.tui.screens.main import MainScreen
from perf_tui.tui.screens.table_file import TableFileDialog


async def read_table(screen: MainScreen) -> None:
    """Let the user choose a file with a table of targets, and show what was understood of it."""
    require_editable(screen.open_year)
    await indicators(screen)
    table = screen.app.screen
    if isinstance(table, IndicatorsScreen):
        dialog = TableFileDialog(screen.open_year.path, screen.glyphs)

        async def choose(path: Path) -> None:
            await _choose_table(table, path.name, dialog.tables)

        await table.ask(dialog, choose)


async def _choose_table(screen: IndicatorsScreen, file: str, tables: Sequence[FoundTable]) -> None:
    """Show the only table of a file, or let the user choose one."""

    async def show(index: int) -> None:
        one = tables[index]
        await screen.offer(one.table, " ".join(filter(None, (file, one.name))))

    def draw(width: int) -> list[DrawnRow]:
        words = (screen.glyphs.spell(table_words(one)) for one in tables)
        return [(Piece(clip(f" {line}", width)),) for line in words]

    if len(tables) == 1:
        await show(0)
    else:
        dialog = ChoosingDialog(f"{file} 里有 {len(tables)} 张指标表，读哪一张", draw)
        dialog.keys = "上下键选择  Enter 看这一张  Esc 不读"
        await screen.ask(dialog, show)
