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
        screen.say(told_of_export(str(target), screen.desk.change.findings, "按 F5 查看"), "good")

    await screen.ask(ExportDialog(screen.desk.path.with_suffix(".docx"), screen.desk.export), tell)
