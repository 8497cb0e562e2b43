"""What the prompts say of the whole year: scores, progress, evidence, every value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from perf_tui.core.evaluation.comparison import NONE, Comparison, Course, changes, signed
from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.evaluation.evidence import EvidenceEntry, ledger_of
from perf_tui.core.evaluation.progress import Progress
from perf_tui.core.explaining.explanation import explain_deductions, explain_grade, explain_item
from perf_tui.core.explaining.working import Equation, work_item, work_total
from perf_tui.core.form import Page
from perf_tui.core.numbers.rounding import fixed, plain
from perf_tui.core.session import Change
from perf_tui.showing.comparison import change_lines, once_called
from perf_tui.showing.review import entries_of


def score_words(evaluation: Evaluation, page: Page) -> Iterator[str]:
    """Yield how the total comes about and what cost points.

    On an indicator's page, its own score comes first.
    """
    if page.kind == "indicator":
        item = evaluation.item(page.id)
        yield from _equation_words(work_item(evaluation, item), explain_item(evaluation, item))
    yield from _equation_words(
        work_total(evaluation), explain_grade(evaluation), explain_deductions(evaluation)
    )


def progress_words(change: Change) -> Iterator[str]:
    """Yield every page with its progress."""
    for page in change.evaluation.form.pages:
        yield f"{_name(page)}：{_progress(change.progress[page.id])}"


def open_words(change: Change) -> Iterator[str]:
    """Yield the score so far, the pages that are not done, and how much evidence is missing."""
    score, progress = change.evaluation.score, change.progress
    if score.total is None:
        yield f"已得 {fixed(score.so_far)}，待定 {fixed(score.open)}"
    else:
        grade = f"，等级 {score.grade}" if score.grade else ""
        yield f"总分 {fixed(score.total, score.scheme.total_places)}{grade}"
    undone = [p for p in change.evaluation.form.pages if _undone(progress[p.id])]
    if undone:
        yield f"还没有填好的有 {len(undone)} 项："
    yield from (f"{_name(page)}：{_progress(progress[page.id])}" for page in undone)
    if missing := _missing(change):
        yield f"缺佐证 {missing} 件，用 .佐证 看缺哪些"


def evidence_words(change: Change, page: Page) -> Iterator[str]:
    """Yield an indicator's evidence, there or not, and how much is missing in the year."""
    evaluation = change.evaluation
    if page.kind == "indicator":
        entries = list(ledger_of(evaluation, evaluation.form.by_id[page.id]))
        yield from map(_document, entries)
        if not entries:
            yield "这一项没有规定要备的佐证"
    yield f"全年缺佐证 {_missing(change)} 件"
    for other in evaluation.form.pages:
        if missing := change.progress[other.id].evidence:
            yield f"{_name(other)}：缺 {missing} 件"


def review_words(change: Change) -> Iterator[str]:
    """Yield every value with the scores, then the total, as a last look before 定稿."""
    evaluation = change.evaluation
    for page in evaluation.form.pages:
        result = ""
        if page.kind == "indicator":
            item = evaluation.item(page.id)
            score = "待定" if item.score is None else f"{fixed(item.score)} 分"
            result = f"，权重 {plain(item.indicator.weight)} 分，得分 {score}"
        yield f"{_name(page)}{result}"
        yield from (f"{entry.label}：{entry.words}" for entry in entries_of(change, page))
    yield from _equation_words(work_total(evaluation))


def comparison_words(comparison: Comparison) -> Iterator[str]:
    """Yield a line per figure: its result and score in each year, and the latest changes."""
    years = "、".join(str(one.year.year) for one in comparison.years)
    yield f"历年对比，{years} 年"
    for course in comparison.courses:
        name = (
            f"{course.number} {course.name}" if course.number and not course.gone else course.name
        )
        name += f"（{once_called(course)}）" if course.earlier_names else ""
        told = "；".join((*_reached(comparison, course), *_changed(course)))
        yield f"{name}：{told}"
    yield from (line for line, _ in change_lines(comparison))


def _reached(comparison: Comparison, course: Course) -> Iterator[str]:
    cells = zip(comparison.years, course.results, course.scores, strict=True)
    for evaluation, result, score in cells:
        reached = "没有数" if result == NONE else result
        points = "" if score is None else f"，得 {fixed(score)} 分"
        yield f"{evaluation.year.year} 年 {reached}{points}"


def _changed(course: Course) -> Iterator[str]:
    """Yield the changes against the year before.

    A course that has only scores is not told as a change of the actual.
    """
    figure, points = course.changes[-1], changes(course.scores)[-1]
    if figure is not None and course.figures != course.scores:
        yield f"完成值比上年 {signed(figure)}"
    if points is not None:
        yield f"得分比上年 {signed(points)}"


def _equation_words(*parts: Iterable[Equation]) -> Iterator[str]:
    return (f"{line.label}：{line.equation}" for line in chain(*parts))


def _document(entry: EvidenceEntry) -> str:
    if not entry.place:
        return f"{entry.title}：还没有"
    return f"{entry.title}：在 {entry.place}" + (f"，日期 {entry.date}" if entry.date else "")


def _missing(change: Change) -> int:
    return sum(progress.evidence for progress in change.progress.values())


def _undone(progress: Progress) -> bool:
    return bool(progress.blanks or progress.problems or progress.pending)


def _progress(progress: Progress) -> str:
    blanks = f"缺 {progress.blanks} 栏" if progress.blanks else ""
    problems = f"要改 {progress.problems} 处" if progress.problems else ""
    pending = f"待确认 {progress.pending} 栏" if progress.pending else ""
    warnings = f"提醒 {progress.warnings} 处" if progress.warnings else ""
    evidence = f"缺佐证 {progress.evidence} 件" if progress.evidence else ""
    counts = (blanks, problems, pending, warnings, evidence)
    return "，".join(filter(None, (progress.status, *counts)))


def _name(page: Page) -> str:
    return page.title if page.number is None else f"{page.number} {page.title}"
