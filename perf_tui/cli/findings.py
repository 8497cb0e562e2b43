"""What was found in a year or in a finished report, for other programs and for the last line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from perf_tui.core.claims.claims import Quote
from perf_tui.core.findings.finding import SEVERITIES, Finding
from perf_tui.core.findings.report_finding import ReportFinding
from perf_tui.core.form import Severity


def as_object(found: Sequence[Finding | ReportFinding]) -> dict[str, object]:
    """For other programs: lines count from 1, a quote stands in its line; a year has neither."""
    return {"findings": list(map(_one, found)), "counts": counts(found)}


def counts(found: Iterable[Finding | ReportFinding]) -> dict[Severity, int]:
    """Severity → how many."""
    severities = [one.severity for one in found]
    return {name: severities.count(name) for name in SEVERITIES}


def counted(found: Iterable[Finding | ReportFinding]) -> str:
    """How many of each severity there are, in words."""
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
