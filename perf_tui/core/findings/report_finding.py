"""What is found wrong or doubtful in a finished report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from perf_tui.core.claims.claims import Quote
from perf_tui.core.form import Severity
from perf_tui.core.wording.punctuation import stopped


@dataclass(frozen=True, slots=True)
class ReportFinding:
    """One thing that does not add up: what is wrong (`message`), what to do (`fix`), and where.

    `code` is explained in `checks/catalogue/report.py`. `related` are the lines of the other places
    that take part, counted from 1. `indicator` counts the indicators of the report from 1, whatever
    numbers it prints.
    """

    code: str
    severity: Severity
    message: str
    fix: str
    at: Quote
    indicator: int | None = None
    related: tuple[int, ...] = ()

    @property
    def sentence(self) -> str:
        """What is wrong and what to do, as sentences that each end with one full stop."""
        return stopped(self.message) + stopped(self.fix)


def others(at: Quote, lines: Iterable[int]) -> tuple[int, ...]:
    """Return the lines without duplicates and without that of `at`, in ascending order."""
    return tuple(sorted({*lines} - {at.line}))
