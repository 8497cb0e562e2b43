"""`perf-tui export`: the report written to a file."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from perf_tui.checks import judged
from perf_tui.cli.files import CommandError, read_evaluation, refuse_to_overwrite
from perf_tui.cli.output import err
from perf_tui.cli.usage import UNUSABLE
from perf_tui.core.findings.finding import Finding
from perf_tui.core.form import Form
from perf_tui.editing.exporting import ExportOrder, export
from perf_tui.editing.finality import NotFinalError
from perf_tui.render.draft import open_points
from perf_tui.render.writers import ENDINGS, WRITERS, export_notice


def run(arguments: Namespace) -> int:
    """Write the report in the format that the ending of the file name says.

    `--final` or a final year calls for the final copy. If errors prevent it, they are listed and
    the status is `UNUSABLE`.
    """
    out = arguments.out
    ending = out.suffix.lower()
    if ending not in WRITERS:
        raise CommandError(f"{out} 的后缀应是 {ENDINGS} 中的一个，改好文件名再导出")
    refuse_to_overwrite(out, force=arguments.force)
    evaluation = judged(read_evaluation(arguments.file))
    order = ExportOrder(out, arguments.copy, final=arguments.final, sealed=arguments.sealed)
    try:
        missing = export(evaluation, order)
    except NotFinalError as refusal:
        _refuse(arguments.file, evaluation.form, refusal.errors)
        return UNUSABLE
    if missing:
        err(missing)
    err(export_notice(str(out), evaluation.findings, "用 perf-tui check 查看"))
    return 0


def _refuse(file: Path, form: Form, errors: Sequence[Finding]) -> None:
    """Say that nothing was written, and list the errors that prevent it."""
    err(f"{file} 还有 {len(errors)} 处必改，没有导出正式稿；改好下列各处再导出")
    for one in open_points(form, errors):
        err(f"  {one.where}：{one.words}")
