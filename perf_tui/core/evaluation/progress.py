"""The progress of each page, in the words of the task list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.evaluation.evidence import missing_evidence
from perf_tui.core.findings.finding import BLANK, UNCONFIRMED, Finding
from perf_tui.core.form import Page
from perf_tui.core.wording.sentences import follows_from_facts

Status = Literal["未开始", "填写中", "有问题", "有提醒", "已完成", "可不填"]


@dataclass(frozen=True, slots=True)
class Progress:
    """The status of a page, with the number of its blank required fields and of its problems.

    `evidence` counts the wanted documents that are missing, `pending` the values from last year or
    from a report that are unconfirmed, and `warnings` the warnings without a reason.
    """

    status: Status
    blanks: int
    problems: int
    evidence: int = 0
    pending: int = 0
    warnings: int = 0


def progress_of(evaluation: Evaluation, findings: Iterable[Finding]) -> Mapping[str, Progress]:
    """Return page id → progress.

    Only errors make a page 有问题. Blank and unconfirmed fields are work still to do.
    """
    form = evaluation.form
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.open:
            for page in {page for place in finding.places for page in form.pages_with(place)}:
                found.setdefault(page, []).append(finding)
    return {page.id: _progress(evaluation, page, found.get(page.id, ())) for page in form.pages}


def _progress(evaluation: Evaluation, page: Page, found: Sequence[Finding]) -> Progress:
    missing = 0
    if page.kind == "indicator":
        missing = len(missing_evidence(evaluation, evaluation.form.by_id[page.id]))
    blanks = len({one.field for one in found if one.code == BLANK})
    pending = sum(one.code == UNCONFIRMED for one in found)
    warnings = sum(one.severity == "warning" for one in found)
    others = (one for one in found if one.severity == "error")
    problems = sum(one.code not in (BLANK, UNCONFIRMED) for one in others)
    status = _status(evaluation, page, problems, blanks + pending, warnings)
    return Progress(status, blanks, problems, missing, pending, warnings)


def _status(evaluation: Evaluation, page: Page, problems: int, to_do: int, warnings: int) -> Status:
    if problems:
        return "有问题"
    if not to_do and _filled(evaluation, page):
        return "有提醒" if warnings else "已完成"
    if _started(evaluation, page):
        return "填写中"
    return "可不填" if _optional(evaluation, page) else "未开始"


def _optional(evaluation: Evaluation, page: Page) -> bool:
    return page.kind == "section" and evaluation.form.by_key[page.id].optional


def _started(evaluation: Evaluation, page: Page) -> bool:
    readings = evaluation.readings.by_address
    return any(readings[address] is not None for address in page.addresses)


def _filled(evaluation: Evaluation, page: Page) -> bool:
    if page.kind == "indicator":
        return not evaluation.item(page.id).blank
    if page.kind == "section" and len(page.addresses) == 1:
        return _started(evaluation, page) or _follows(evaluation, page)
    return _started(evaluation, page)


def _follows(evaluation: Evaluation, page: Page) -> bool:
    """Whether a section without facts of its own is complete through what stands elsewhere."""
    return follows_from_facts(evaluation, evaluation.form.by_key[page.id])
