"""Writing the report, and taking its table elsewhere."""

from __future__ import annotations

from pathlib import Path

from perf_tui.core.findings import errors_of
from perf_tui.render.writers import report_bytes, told_of_export
from perf_tui.store.atomic import SHARED, write_atomically
from perf_tui.store.errors import SaveError
from perf_tui.tui.actions.finishing import refuse
from perf_tui.tui.screens.export import Choice, ExportDialog
from perf_tui.tui.screens.main import MainScreen


async def export(screen: MainScreen) -> None:
    """Ask where to, which copy, draft or final, and write the report."""
    screen.leave_field()
    change, path = screen.desk.change, screen.desk.path
    standing, errors = change.standing, len(errors_of(change.findings))

    def write(target: Path, choice: Choice) -> None:
        made = report_bytes(standing, target.suffix, choice.copy, draft=not choice.final)
        write_atomically(target, made, SHARED)

    async def tell(target: Path) -> None:
        if target == ExportDialog.REFUSED:
            await refuse(screen, "导出正式稿")
        else:
            screen.say(told_of_export(str(target), change.findings, "按 F5 查看"), "good")

    final = standing.year.locked or not errors
    await screen.ask(ExportDialog(path.with_suffix(".docx"), write, errors, final=final), tell)


async def copy_table(screen: MainScreen) -> None:
    """Put the table on the clipboard and, for terminals that have none, into a file beside."""
    from perf_tui.render.report import build_report
    from perf_tui.render.spreadsheet import to_tsv

    screen.leave_field()
    standing, path = screen.desk.change.standing, screen.desk.path
    screen.app.copy_to_clipboard(to_tsv(build_report(standing)))
    target = path.with_name(f"{path.stem}-自评表.tsv")
    try:
        write_atomically(target, report_bytes(standing, target.suffix), SHARED)
    except SaveError as error:
        screen.say(f"自评表已复制，粘贴到表格里；另存一份没有成功：{error}", "warning")
    else:
        screen.say(f"自评表已复制，粘贴不了就打开 {target.name}", "good")
