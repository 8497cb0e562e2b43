"""`perf-tui export`: the report written to a file, or the tables of several years."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from perf_tui.cli.files import CommandError, read_evaluation, refuse_to_overwrite
from perf_tui.cli.output import err
from perf_tui.cli.usage import UNUSABLE
from perf_tui.core.findings.finding import Finding
from perf_tui.core.form import Form
from perf_tui.editing.exporting import ExportOrder, export
from perf_tui.editing.exporting_all import (
    AllOrder,
    NotAllFinalError,
    export_all,
    targets_of,
    told_of,
)
from perf_tui.editing.finality import NotFinalError
from perf_tui.editing.judging import judged_beside
from perf_tui.render.draft import open_points
from perf_tui.render.writers import ENDINGS, WRITERS, export_notice


def run(arguments: Namespace) -> int:
    """Write the report in the format that the ending of the file name says.

    Several files give one with all tables, or a report each in a folder. `--final` or a final year
    calls for the final copy. If errors prevent it, they are listed and the status is `UNUSABLE`.
    """
    files, out = arguments.files, Path(arguments.out)
    named = out.suffix.lower() in WRITERS
    each = arguments.out.endswith(("/", os.sep)) or (out.is_dir() and not named)
    if each or len(files) > 1:
        order = AllOrder(
            out, arguments.copy, each=each, final=arguments.final, sealed=arguments.sealed
        )
        return _export_all(files, order, force=arguments.force)
    return _export(files[0], out, arguments)


def _export(file: Path, out: Path, arguments: Namespace) -> int:
    if out.suffix.lower() not in WRITERS:
        raise CommandError(f"{out} 的后缀应是 {ENDINGS} 中的一个，改好文件名再导出")
    refuse_to_overwrite(out, force=arguments.force)
    evaluation = judged_beside(file, read_evaluation(file))
    order = ExportOrder(out, arguments.copy, final=arguments.final, sealed=arguments.sealed)
    try:
        missing = export(evaluation, order)
    except NotFinalError as refusal:
        return _refuse(file, evaluation.form, refusal.errors)
    if missing:
        err(missing)
    err(export_notice(str(out), evaluation.findings, "用 perf-tui check 查看"))
    return 0


def _export_all(files: Sequence[Path], order: AllOrder, *, force: bool) -> int:
    years = [(file, judged_beside(file, read_evaluation(file))) for file in files]
    _refuse_twins(files, order)
    for target in targets_of(years, order):
        refuse_to_overwrite(target, force=force)
    try:
        missing = export_all(years, order)
    except NotAllFinalError as refusal:
        return _refuse(refusal.path, refusal.evaluation.form, refusal.errors)
    if missing:
        err(missing)
    err(told_of(years, order))
    return 0


def _refuse_twins(files: Sequence[Path], order: AllOrder) -> None:
    """Raise CommandError if two reports would have the same name in the folder."""
    stems = [file.stem for file in files]
    twin = next((stem for stem in stems if order.each and stems.count(stem) > 1), None)
    if twin is not None:
        raise CommandError(f"有两个文件都叫 {twin}，导出到一个文件夹会互相覆盖，分两次导出")


def _refuse(file: Path, form: Form, errors: Sequence[Finding]) -> int:
    """Say that nothing was written, and list the errors that prevent it."""
    err(f"{file} 还有 {len(errors)} 处必改，没有导出正式稿；改好下列各处再导出")
    for one in open_points(form, errors):
        err(f"  {one.where}：{one.words}")
    return UNUSABLE
