"""Writing the report of a year, by whichever front end."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from perf_tui.core.standing import JudgedStanding
from perf_tui.editing.finality import NotFinalError, require_final
from perf_tui.store.atomic import SHARED, write_atomically
from perf_tui.store.errors import SaveError
from perf_tui.store.fonts import missing_fonts_once

if TYPE_CHECKING:
    from perf_tui.editing.desk import Desk
    from perf_tui.render.report import Copy


@dataclass(frozen=True, slots=True)
class Order:
    """Which report goes where: the final copy, a draft in any case, or what the year is ready for.

    A final year's is the final one unless a draft is asked for; `sealed` leaves room for the seal.
    """

    target: Path
    copy: Copy = "internal"
    final: bool = False
    draft: bool = False
    sealed: bool = False


def export(standing: JudgedStanding, order: Order) -> str:
    """Write the report; a sentence on the fonts that Word will miss here, the first time, else "".

    NotFinalError for a final copy that errors stand in the way of, SaveError for one that cannot be
    written.
    """
    from perf_tui.render.writers import TooLongError, report_bytes

    target, ending = order.target, order.target.suffix.lower()
    if order.final or (standing.year.locked and not order.draft):
        require_final(standing.findings, "导出正式稿")
    try:
        report = report_bytes(standing, ending, order.copy, draft=order.draft, sealed=order.sealed)
    except TooLongError as error:
        raise SaveError(str(error)) from error
    write_atomically(target, report, SHARED)
    return missing_fonts_once() if ending == ".docx" else ""


def export_year(desk: Desk, order: Order) -> str:
    """The same of an open year, where what stands in the way of a final copy is then shown.

    SaveError also for a file that a newer program has saved, which is not known in full.
    """
    if desk.keeper.saved.newer:
        raise SaveError(f"{order.target} 没有导出：{desk.keeper.once_free}再导出")
    try:
        return export(desk.change.standing, order)
    except NotFinalError:
        desk.judge_all()
        raise
