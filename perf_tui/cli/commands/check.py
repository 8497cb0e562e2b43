"""`perf-tui check`: everything that is wrong or doubtful, page by page."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from itertools import groupby

from perf_tui.cli.files import read_beside_last, read_evaluation
from perf_tui.cli.findings import as_object, counted
from perf_tui.cli.printing import print_found
from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.findings.finding import SEVERITIES, Finding, errors_of
from perf_tui.editing.judging import judged_beside

WHOLE = "整体"


def run(arguments: Namespace) -> int:
    """Print the findings as text or as JSON. Return 1 if there are errors among them."""
    if arguments.against:
        evaluation = read_evaluation(arguments.file, arguments.against)
    else:
        evaluation = read_beside_last(arguments.file)
    findings = judged_beside(arguments.file, evaluation).findings
    print_found(arguments, lambda: as_object(findings), lambda: as_lines(evaluation, findings))
    return int(bool(errors_of(findings)))


def as_lines(evaluation: Evaluation, findings: Sequence[Finding]) -> Iterator[str]:
    """Yield the unit and the year, the findings under their pages, and how many there are."""
    yield f"{evaluation.full_name}  {evaluation.year.year} 年"
    yield ""
    for page, group in groupby(findings, key=lambda finding: _page(evaluation, finding)):
        yield page
        for finding in group:
            yield f"  {SEVERITIES[finding.severity]}  {finding.sentence}"
        yield ""
    yield counted(findings)


def _page(evaluation: Evaluation, finding: Finding) -> str:
    page = evaluation.form.home_of.get(finding.field or "")
    if page is None:
        return WHOLE
    return page.title if page.number is None else f"{page.number} {page.title}"
