"""What was found in a year or in a finished report, as JSON and as counts in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from perf_tui.core.claims.claims import Quote
from perf_tui.core.findings.finding import SEVERITIES, Finding
from perf_tui.core.findings.report_finding import ReportFinding
from perf_tui.core.form import Severity


def as_object(found: Sequence[Finding | ReportFinding]) -> dict[str, object]:
    """Return what was found as an object for JSON.

    `line` counts from 1 and `quote` is part of that line. Both are null for findings in a year.
    """
    return {"findings": list(map(_one, found)), "counts": counts(found)}


def counts(found: Iterable[Finding | ReportFinding]) -> dict[Severity, int]:
    """Return how many findings there are of each severity."""
    severities = [one.severity for one in found]
    return {name: severities.count(name) for name in SEVERITIES}


def counted(found: Iterable[Finding | ReportFinding]) -> str:
    """Return how many findings there are of each severity, in words."""
    return "，".join(f"{SEVERITIES[name]} {number}" for name, number in counts(found).items())


def _one(one: Finding | ReportFinding) -> dict[str, object]:
    at: Quote | None = one.at if isinstance(one, ReportFinding) else None
    return {
        "code": one.code,
        "severity": one.severity,
        "message": one.message,
        "fix": one.fix,
        "indicator": one.indicator,
        "field": one.field if isinstance(one, Finding) else None,
        "line": at.line if at else None,
        "quote": at.text if at else None,
        "related": list(one.related),
    }
