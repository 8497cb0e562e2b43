"""Writing the report, and taking its table elsewhere."""

from __future__ import annotations

from functools import partial

from perf_tui.editing.exporting import Order, export_year
from perf_tui.editing.finality import NotFinalError, hindrances
from perf_tui.render.writers import told_of_export
from perf_tui.store.errors import SaveError
from perf_tui.tui.actions.finishing import refuse
from perf_tui.tui.screens.export import ExportDialog, Exported
from perf_tui.tui.screens.main import MainScreen


async def export(screen: MainScreen) -> None:
    """Ask where to, which copy, draft or final, and write the report."""
    screen.leave_field()
    desk = screen.desk
    errors = len(hindrances(desk))

    async def tell(done: Exported | NotFinalError) -> None:
        if isinstance(done, NotFinalError):
            await refuse(screen, "导出正式稿")
        else:
            where = f"按 {screen.key_of['check']} 查看"
            told = told_of_export(str(done.target), desk.change.findings, where)
            words = "；".join(filter(None, (done.missing, told)))
            screen.say(words, "warning" if done.missing else "good")

    final = desk.session.year.locked or not errors
    write = partial(export_year, desk)
    await screen.ask(ExportDialog(desk.path, write, errors, final=final), tell)


async def copy_table(screen: MainScreen) -> None:
    """Put the table on the clipboard and, for terminals that have none, into a file beside."""
    from perf_tui.render.report import build_report
    from perf_tui.render.spreadsheet import to_tsv

    screen.leave_field()
    desk = screen.desk
    screen.app.copy_to_clipboard(to_tsv(build_report(desk.change.standing)))
    target = desk.path.with_name(f"{desk.path.stem}-自评表.tsv")
    try:
        export_year(desk, Order(target, draft=bool(hindrances(desk))))
    except SaveError as error:
        screen.say(f"自评表已复制，粘贴到表格里；另存一份没有成功：{error}", "warning")
    else:
        screen.say(f"自评表已复制，粘贴不了就打开 {target.name}", "good")
