"""The task list: one row per page, its status as a glyph and a word."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.evaluation.progress import Progress, Status
from perf_tui.core.findings.finding import errors_of
from perf_tui.core.form import Page
from perf_tui.core.numbers.rounding import fixed, plain
from perf_tui.core.session import Change
from perf_tui.showing.glyphs import Glyphs
from perf_tui.tui.drawing.rows import DrawnRow, Piece, Role, RowsInSight, clip, pad, pad_left

TONES: dict[Status, Role] = {
    "已完成": "good",
    "有提醒": "warning",
    "填写中": "warning",
    "有问题": "error",
    "未开始": "dim",
    "可不填": "dim",
}
# Cells to the right of the name: weight 7, actual value 12, score 8; then the status.
FIGURES, STATUS = 27, 15
WHOLE_ROW, WORDY_ROW = 60, 36


def task_rows(change: Change, width: int, glyphs: Glyphs) -> Sequence[DrawnRow]:
    """Return a row for every page, in walking order."""
    evaluation, progress = change.evaluation, change.progress
    return RowsInSight(
        evaluation.form.pages,
        lambda page: _row(evaluation, page, progress[page.id], width, glyphs),
    )


NEXT = "Enter 打开  {next_problem} 下一处"
BEGIN = "{indicators} 建指标表"
READY, FINISHED = "{finish} 核对定稿", "{export} 导出报告"


def next_step(change: Change) -> str:
    """Return what to do next, with the names of actions in braces in place of their keys."""
    if change.evaluation.year.locked:
        return FINISHED
    if not change.evaluation.form.indicators:
        return BEGIN
    return NEXT if errors_of(change.findings) else READY


def task_summary(change: Change, step: str, width: int) -> str:
    """Return how many pages have each status, then the next step, shortened to fit `width`."""
    progress = change.progress.values()
    states = [one.status for one in progress]
    counts = [f"{status} {states.count(status)}" for status in TONES if status in states]
    missing = sum(one.evidence for one in progress)
    missing_evidence = [f"缺佐证 {missing}"] if missing else []
    must = [one for one in counts if not one.startswith("可不填")]
    versions = ([*counts, *missing_evidence, step], [*must, *missing_evidence, step], [*must, step])
    return next((line for line in map("  ".join, versions) if cell_len(line) <= width), step)


def _row(
    evaluation: Evaluation, page: Page, progress: Progress, width: int, glyphs: Glyphs
) -> DrawnRow:
    mark = {
        "已完成": glyphs.done,
        "有提醒": glyphs.question,
        "填写中": glyphs.doing,
        "有问题": glyphs.problem,
        "未开始": glyphs.untouched,
        "可不填": glyphs.untouched,
    }[progress.status]
    number = "" if page.number is None else str(page.number)
    tone = TONES[progress.status]
    figures = _figures(evaluation, page) if width >= WHOLE_ROW else ""
    status = pad(clip(_status(progress), STATUS), STATUS) if width >= WORDY_ROW else ""
    room = width - 6 - (FIGURES + 1 if figures else 0) - cell_len(status)
    return (
        Piece(f" {mark} ", tone),
        Piece(pad_left(number, 2) + " ", "dim"),
        Piece(pad(clip(glyphs.spell(page.title), room), room)),
        Piece(f"{figures} " if figures else "", "value"),
        Piece(status, tone),
    )


def _figures(evaluation: Evaluation, page: Page) -> str:
    """Return weight, actual value and score in three columns of `FIGURES` cells together."""
    if page.kind == "budget":
        execution = evaluation.score.execution
        rate = "" if execution.shown_rate is None else f"{execution.shown_rate}%"
        score = "" if execution.score is None else fixed(execution.score)
        return _columns(f"{plain(execution.weight)}分", rate, score)
    if page.kind != "indicator":
        return " " * FIGURES
    item = evaluation.item(page.id)
    actual = f"{item.shown_actual}{item.indicator.unit}" if item.shown_actual else ""
    score = "待定" if item.score is None else fixed(item.score)
    return _columns(f"{plain(item.indicator.weight)}分", actual, score)


def _columns(weight: str, actual: str, score: str) -> str:
    return pad_left(weight, 7) + pad_left(clip(actual, 12), 12) + pad_left(score, 8)


def _status(progress: Progress) -> str:
    if progress.problems:
        return f"{progress.status} {progress.problems} 处"
    if progress.status == "有提醒":
        return f"{progress.status} {progress.warnings} 处"
    if progress.blanks and progress.status == "填写中":
        return f"{progress.status} 缺 {progress.blanks}"
    if progress.pending:
        return f"待确认 {progress.pending} 处"
    if progress.evidence and progress.status == "已完成":
        return f"{progress.status} 缺佐证 {progress.evidence}"
    return progress.status
