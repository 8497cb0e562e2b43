"""The report of a year that has only been scored: it is judged first, as every front end does."""

from __future__ import annotations

from perf_tui.checks import judged
from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.render import report, writers
from perf_tui.render.document import Document
from perf_tui.render.report import Copy


def build_report(
    evaluation: Evaluation, copy: Copy = "internal", *, draft: bool = False, sealed: bool = False
) -> Document:
    return report.build_report(judged(evaluation), copy, draft=draft, sealed=sealed)


def report_bytes(evaluation: Evaluation, ending: str, copy: Copy = "internal") -> bytes:
    return writers.report_bytes(judged(evaluation), ending, copy)
