"""Writing the report."""

from __future__ import annotations

from pathlib import Path

from perf_tui.render.writers import told_of_export
from perf_tui.tui.screens.export import ExportDialog
from perf_tui.tui.screens.main import MainScreen


async def export(screen: MainScreen) -> None:
    """Ask where to and write the report."""
    screen.leave_field()

    async def tell(target: Path) -> None:
        where = f"按 {screen.key_of['check']} 查看"
        screen.say(told_of_export(str(target), screen.desk.change.findings, where), "good")

    await screen.ask(ExportDialog(screen.desk.path.with_suffix(".docx"), screen.desk.export), tell)
