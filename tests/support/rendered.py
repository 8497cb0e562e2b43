"""The report of a year that has only been scored: it is judged first, as every front end does."""

from __future__ import annotations

from perf_tui.checks import judged
from perf_tui.core.standing import Standing
from perf_tui.render import report, writers
from perf_tui.render.document import Document
from perf_tui.render.report import Copy


def build_report(
    standing: Standing, copy: Copy = "internal", *, draft: bool = False, sealed: bool = False
) -> Document:
    return report.build_report(judged(standing), copy, draft=draft, sealed=sealed)


def report_bytes(standing: Standing, ending: str, copy: Copy = "internal") -> bytes:
    return writers.report_bytes(judged(standing), ending, copy)
