"""Whatever is found in a test of the rules has to stand in the table of rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from perf_tui.core.findings.finding import Finding
from perf_tui.core.findings.report_finding import ReportFinding
from support.codes import LISTED, Triple


@pytest.fixture(autouse=True)
def emitted(monkeypatch: pytest.MonkeyPatch) -> Iterator[set[Triple]]:
    """Scope, code and severity of everything found so far in this test."""
    found: set[Triple] = set()
    _watch(monkeypatch, Finding, "year", found)
    _watch(monkeypatch, ReportFinding, "report", found)
    yield found
    assert found <= LISTED, "a rule without an entry, or with another severity"


def _watch(
    monkeypatch: pytest.MonkeyPatch,
    made: type[Finding | ReportFinding],
    scope: str,
    found: set[Triple],
) -> None:
    make: Any = made.__init__

    def watched(one: Finding | ReportFinding, *given: Any, **named: Any) -> None:
        make(one, *given, **named)
        found.add((scope, one.code, one.severity))

    monkeypatch.setattr(made, "__init__", watched)
