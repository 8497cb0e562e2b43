"""Rules that look across fields, across indicators and at last year.

A rule takes a `Standing` and yields what it finds. `judge` asks all of them.
"""

from collections.abc import Callable, Iterator

from perf_tui.checks.basis import BASIS_RULES
from perf_tui.checks.evidence import EVIDENCE_RULES
from perf_tui.checks.execution import EXECUTION_RULES
from perf_tui.checks.indicators import INDICATOR_RULES
from perf_tui.checks.last_year import LAST_YEAR_RULES
from perf_tui.checks.report import REPORT_RULES
from perf_tui.checks.units import UNIT_RULES
from perf_tui.checks.words import WORDS_RULES
from perf_tui.core.acceptance import with_reason
from perf_tui.core.findings import Finding
from perf_tui.core.standing import JudgedStanding, Standing
from perf_tui.core.validation import constraint_findings, field_findings

Rule = Callable[[Standing], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    field_findings,
    constraint_findings,
    *EXECUTION_RULES,
    *INDICATOR_RULES,
    *BASIS_RULES,
    *REPORT_RULES,
    *UNIT_RULES,
    *WORDS_RULES,
    *EVIDENCE_RULES,
    *LAST_YEAR_RULES,
)


def judge(standing: Standing) -> tuple[Finding, ...]:
    """Return everything that the rules find in a year, in the order of the form.

    At the same field, findings with a suggestion come first, because one key settles them. A
    warning carries the reason that was given for it. An error cannot be accepted.
    """
    walk = standing.form.walk

    def order(finding: Finding) -> tuple[int, bool]:
        return walk.get(finding.field or "", -1), not finding.suggestion

    found = (finding for rule in RULES for finding in rule(standing))
    marked = (with_reason(finding, standing.year) for finding in found)
    return tuple(sorted(marked, key=order))


def judged(standing: Standing) -> JudgedStanding:
    """Return the same standing with everything that the rules find in it."""
    return standing.with_findings(judge(standing))
