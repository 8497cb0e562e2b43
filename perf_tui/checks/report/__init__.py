"""Rules for a finished report's text: what in it does not add up.

A rule takes the `Claims` of the report and the `Scheme` by which it is scored, and yields a
`ReportFinding` for each place that breaks it. `checks/catalogue/report.py` gives each one's source.
"""

from collections.abc import Callable, Iterator

from perf_tui.checks.report.amounts import AMOUNT_RULES
from perf_tui.checks.report.budget import BUDGET_RULES
from perf_tui.checks.report.counts import COUNT_RULES
from perf_tui.checks.report.formalities import FORMALITY_RULES
from perf_tui.checks.report.growth import GROWTH_RULES
from perf_tui.checks.report.lists import LIST_RULES
from perf_tui.checks.report.measures import MEASURE_RULES
from perf_tui.checks.report.rates import RATE_RULES
from perf_tui.checks.report.repeats import REPEAT_RULES
from perf_tui.checks.report.scores import SCORE_RULES
from perf_tui.checks.report.table import TABLE_RULES
from perf_tui.checks.report.verdict import VERDICT_RULES
from perf_tui.checks.report.writing import WRITING_RULES
from perf_tui.core.claims.claims import Claims
from perf_tui.core.findings.finding import SEVERITIES
from perf_tui.core.findings.report_finding import ReportFinding
from perf_tui.core.form import Scheme

Rule = Callable[[Claims, Scheme], Iterator[ReportFinding]]

RULES: tuple[Rule, ...] = (
    *SCORE_RULES,
    *VERDICT_RULES,
    *BUDGET_RULES,
    *TABLE_RULES,
    *RATE_RULES,
    *GROWTH_RULES,
    *AMOUNT_RULES,
    *COUNT_RULES,
    *MEASURE_RULES,
    *REPEAT_RULES,
    *LIST_RULES,
    *FORMALITY_RULES,
    *WRITING_RULES,
)


def judge_report(claims: Claims, scheme: Scheme) -> tuple[ReportFinding, ...]:
    """Ask every rule and return what they find, by line, and within a line by severity."""
    weights = list(SEVERITIES)
    found = (finding for rule in RULES for finding in rule(claims, scheme))
    return tuple(sorted(found, key=lambda one: (one.at.line, weights.index(one.severity))))
