"""Writing the report of a year to a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from perf_tui.core.evaluation.evaluation import JudgedEvaluation
from perf_tui.editing.finality import NotFinalError, require_final
from perf_tui.store.errors import SaveError
from perf_tui.store.files.atomic import SHARED, write_atomically
from perf_tui.store.fonts.installed import missing_fonts_once

if TYPE_CHECKING:
    from perf_tui.editing.open_year import OpenYear
    from perf_tui.render.report import Copy


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """Which report to write, and where.

    `final` asks for the final copy, which a final year gives anyway, and `draft` for a draft. With
    neither, it is a draft if there are errors. `sealed` leaves room for the seal.
    """

    target: Path
    copy: Copy = "internal"
    final: bool = False
    draft: bool = False
    sealed: bool = False


def export(evaluation: JudgedEvaluation, order: ExportOrder) -> str:
    """Write the report. Return a sentence on missing fonts the first time, else an empty string.

    Raises NotFinalError if errors prevent the final copy, SaveError if the file cannot be written.
    """
    if order.final or (evaluation.year.locked and not order.draft):
        require_final(evaluation.findings, "导出正式稿")

    def report(ending: str) -> bytes:
        from perf_tui.render.writers import report_bytes

        return report_bytes(evaluation, ending, order.copy, draft=order.draft, sealed=order.sealed)

    return write_document(order.target, report)


def write_document(target: Path, bytes_as: Callable[[str], bytes]) -> str:
    """Write what `bytes_as` gives for the ending of the file's name.

    Return a sentence on missing fonts the first time, else an empty string. Raises SaveError if it
    cannot be written, also because the format has no room for it.
    """
    from perf_tui.render.document import TooLongError

    ending = target.suffix.lower()
    try:
        content = bytes_as(ending)
    except TooLongError as error:
        raise SaveError(str(error)) from error
    write_atomically(target, content, SHARED, "导出")
    return missing_fonts_once() if ending == ".docx" else ""


def export_year(open_year: OpenYear, order: ExportOrder) -> str:
    """Write the report of an open year, as `export` does.

    After NotFinalError, all errors are shown. Raises SaveError also if a newer program has saved
    the file, because not all of it is known then.
    """
    if open_year.keeper.saved.newer:
        raise SaveError(f"{order.target} 没有导出：{open_year.keeper.once_free}再导出")
    try:
        return export(open_year.change.evaluation, order)
    except NotFinalError:
        open_year.show_all()
        raise
