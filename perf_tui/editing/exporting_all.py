"""Writing the tables of several years in one go: as one file, or a report for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from perf_tui.core.evaluation.evaluation import JudgedEvaluation
from perf_tui.core.findings.finding import errors_of
from perf_tui.editing.exporting import ExportOrder, export, write_document
from perf_tui.editing.finality import NotFinalError, require_final
from perf_tui.editing.refusing import RefusedError, sentence
from perf_tui.store.errors import SaveError, reason_of

if TYPE_CHECKING:
    from perf_tui.render.report import Copy

ALL = (".docx", ".xlsx", ".md")
"""The endings of files that hold several tables."""
OTHER_ENDING = "{name} 放不下几张表：文件名的结尾写成 {endings} 中的一个，或写一个文件夹"
NONE = "没有可导出的年度"
NO_FOLDER = "上一级文件夹已经没有了，换一个位置"
DONE_BEFORE = "；前面 {number} 份已经导出"
Years = Sequence[tuple[Path, JudgedEvaluation]]


class NotAllFinalError(NotFinalError):
    """The year in the file `path` cannot be final because of errors, so nothing was written."""

    def __init__(self, path: Path, evaluation: JudgedEvaluation, refusal: NotFinalError) -> None:
        super().__init__(refusal.errors, "导出正式稿")
        self.sentence = sentence("{path} {why}，都没有导出", path=path.name, why=str(self))
        self.path, self.evaluation = path, evaluation


@dataclass(frozen=True, slots=True)
class AllOrder:
    """Which copy to write, and where: one file, or with `each` a report a year in a folder.

    `final` asks for final copies, which final years give anyway. `sealed` leaves room for seals.
    """

    target: Path
    copy: Copy = "internal"
    each: bool = False
    final: bool = False
    sealed: bool = False


def targets_of(years: Years, order: AllOrder) -> list[Path]:
    """Return the files that an order writes.

    Raises RefusedError if there is no year, or if the file's ending is not one of `ALL`.
    """
    if not years:
        raise RefusedError(NONE)
    if order.each:
        return [order.target / f"{path.stem}.docx" for path, _ in years]
    if order.target.suffix.lower() not in ALL:
        raise RefusedError(OTHER_ENDING, name=order.target.name, endings="、".join(ALL))
    return [order.target]


def export_all(years: Years, order: AllOrder) -> str:
    """Write all tables. Return a sentence on missing fonts the first time, else an empty string.

    Either every file or none is written, unless the disk fails. Raises the errors of `targets_of`,
    NotAllFinalError if errors prevent the final copy of a year, and SaveError.
    """
    targets = targets_of(years, order)
    for path, evaluation in years:
        _require_final(path, evaluation, order)
    if not order.each:
        return _write_together(years, order)
    try:
        order.target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SaveError(f"文件夹 {order.target} 建不了：{reason_of(error, NO_FOLDER)}") from error
    told: list[str] = []
    for (_, one), target in zip(years, targets, strict=True):
        copy = ExportOrder(target, order.copy, final=order.final, sealed=order.sealed)
        try:
            told.append(export(one, copy))
        except SaveError as error:
            raise SaveError(f"{error}{DONE_BEFORE.format(number=len(told))}") from error
    return next(filter(None, told), "")


def told_of(years: Years, order: AllOrder) -> str:
    """Return the message on what was just written, with the drafts among it."""
    drafts = sum(bool(errors_of(evaluation.findings)) for _, evaluation in years)
    marked = f"，其中草稿 {drafts} 份，还有必改的" if drafts else ""
    what = f"{len(years)} 份报告" if order.each else f"{len(years)} 张自评表"
    return f"已导出 {what}到 {order.target}{marked}"


def _require_final(path: Path, evaluation: JudgedEvaluation, order: AllOrder) -> None:
    if not (order.final or evaluation.year.locked):
        return
    try:
        require_final(evaluation.findings, "导出正式稿")
    except NotFinalError as refusal:
        raise NotAllFinalError(path, evaluation, refusal) from refusal


def _write_together(years: Years, order: AllOrder) -> str:
    from perf_tui.render.collection import build_collection
    from perf_tui.render.writers import WRITERS

    document = build_collection([evaluation for _, evaluation in years], order.copy)
    return write_document(order.target, lambda ending: WRITERS[ending](document))
