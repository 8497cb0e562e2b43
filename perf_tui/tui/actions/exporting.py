"""Writing the report, and copying its table."""

from __future__ import annotations

from functools import partial

from perf_tui.editing.exporting import ExportOrder, export_year
from perf_tui.editing.finality import NotFinalError, hindrances
from perf_tui.render.writers import export_notice
from perf_tui.store.errors import SaveError
from perf_tui.tui.actions.finishing import refuse
from perf_tui.tui.screens.export import ExportDialog, Exported
from perf_tui.tui.screens.main import MainScreen


async def export(screen: MainScreen) -> None:
    """Ask for the path, the copy, and draft or final, and write the report."""
    screen.leave_field()
    open_year = screen.open_year
    errors = len(hindrances(open_year))

    async def tell(done: Exported | NotFinalError) -> None:
        if isinstance(done, NotFinalError):
            await refuse(screen, "导出正式稿")
        else:
            where = f"按 {screen.key_of['check']} 查看"
            told = export_notice(str(done.target), open_year.change.findings, where)
            words = "；".join(filter(None, (done.missing, told)))
            screen.say(words, "warning" if done.missing else "good")

    final = open_year.session.year.locked or not errors
    write = partial(export_year, open_year)
    await screen.ask(ExportDialog(open_year.path, write, errors, final=final), tell)


async def copy_table(screen: MainScreen) -> None:
    """Copy the table to the clipboard, and write it to a file beside the year's.

    The file is for terminals without a clipboard.
    """
    from perf_tui.render.report import build_report
    from perf_tui.render.spreadsheet import to_tsv

    screen.leave_field()
    open_year = screen.open_year
    screen.app.copy_to_clipboard(to_tsv(build_report(open_year.change.evaluation)))
    target = open_year.path.with_name(f"{open_year.path.stem}-自评表.tsv")
    try:
        export_year(open_year, ExportOrder(target, draft=bool(hindrances(open_year))))
    except SaveError as error:
        screen.say(f"自评表已复制，粘贴到表格里；另存一份没有成功：{error}", "warning")
    else:
        screen.say(f"自评表已复制，粘贴不了就打开 {target.name}", "good")
