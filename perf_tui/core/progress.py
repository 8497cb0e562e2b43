"""How far each page has come, in the four words of the task list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from perf_tui.core.evidence import missing_evidence
from perf_tui.core.findings import Finding
from perf_tui.core.form import Page
from perf_tui.core.sentences import follows_from_facts
from perf_tui.core.standing import Standing

Status = Literal["未开始", "填写中", "有问题", "已完成"]


@dataclass(frozen=True, slots=True)
class Progress:
    """A page's status, the required fields still blank and the problems found on it.

    `evidence` is how many of the wanted documents are missing.
    """

    status: Status
    blanks: int
    problems: int
    evidence: int = 0


def progress_of(standing: Standing, findings: Iterable[Finding]) -> Mapping[str, Progress]:
    """Page id → progress. Only errors make a page 有问题; blanks are work still to do."""
    blanks: dict[str, set[str]] = {page.id: set() for page in standing.form.pages}
    problems: dict[str, int] = dict.fromkeys(blanks, 0)
    pages_of = _pages_by_address(standing)
    for finding in findings:
        if finding.severity != "error":
            continue
        for page in {page for place in finding.places for page in pages_of.get(place, ())}:
            if finding.code == "blank":
                blanks[page].add(str(finding.field))
            else:
                problems[page] += 1
    return {
        page.id: _progress(standing, page, len(blanks[page.id]), problems[page.id])
        for page in standing.form.pages
    }


def _pages_by_address(standing: Standing) -> Mapping[str, list[str]]:
    pages: dict[str, list[str]] = {}
    for page in standing.form.pages:
        for address in page.addresses:
            pages.setdefault(address, []).append(page.id)
    return pages


def _progress(standing: Standing, page: Page, blanks: int, problems: int) -> Progress:
    missing = 0
    if page.kind == "indicator":
        missing = len(missing_evidence(standing, standing.form.by_id[page.id]))
    return Progress(_status(standing, page, blanks, problems), blanks, problems, missing)


def _status(standing: Standing, page: Page, blanks: int, problems: int) -> Status:
    if problems:
        return "有问题"
    if not blanks and _filled(standing, page):
        return "已完成"
    return "填写中" if _started(standing, page) else "未开始"


def _started(standing: Standing, page: Page) -> bool:
    readings = standing.readings.by_address
    return any(readings[address] is not None for address in page.addresses)


def _filled(standing: Standing, page: Page) -> bool:
    if page.kind == "indicator":
        return not standing.item(page.id).blank
    if page.kind == "section" and len(page.addresses) == 1:
        return _started(standing, page) or _follows(standing, page)
    return _started(standing, page)


def _follows(standing: Standing, page: Page) -> bool:
    """Whether a passage without facts of its own is made whole by what stands elsewhere."""
    return follows_from_facts(standing, standing.form.by_key[page.id])
