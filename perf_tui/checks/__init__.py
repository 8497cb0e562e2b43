"""Rules that look across fields, across indicators and at last year.

A rule takes an `Evaluation` and yields what it finds. `judge` asks all of them, those of `pagewise`
page by page.
"""

from perf_tui.checks.ordering import Rule, Rulebook
from perf_tui.checks.year.basis import BASIS_RULES
from perf_tui.checks.year.evidence import EVIDENCE_RULES
from perf_tui.checks.year.execution import EXECUTION_RULES
from perf_tui.checks.year.fields import FIELD_RULES
from perf_tui.checks.year.indicators import INDICATOR_RULES
from perf_tui.checks.year.last_year import LAST_YEAR_RULES
from perf_tui.checks.year.own import OWN_RULES
from perf_tui.checks.year.own_measures import MEASURE_RULES
from perf_tui.checks.year.printing import REPORT_RULES
from perf_tui.checks.year.projects import projects_told_otherwise
from perf_tui.checks.year.scheme import SCHEME_RULES
from perf_tui.checks.year.units import UNIT_RULES
from perf_tui.checks.year.words import WORDS_RULES
from perf_tui.core.evaluation.evaluation import Evaluation, JudgedEvaluation
from perf_tui.core.evaluation.projects import ProjectSums
from perf_tui.core.findings.finding import Finding

RULES: tuple[Rule, ...] = (
    *FIELD_RULES,
    *OWN_RULES,
    *MEASURE_RULES,
    *SCHEME_RULES,
    *EXECUTION_RULES,
    *INDICATOR_RULES,
    *BASIS_RULES,
    *REPORT_RULES,
    *UNIT_RULES,
    *WORDS_RULES,
    *EVIDENCE_RULES,
    *LAST_YEAR_RULES,
)
RULEBOOK = Rulebook(RULES)


def judge(evaluation: Evaluation, projects: ProjectSums | None = None) -> tuple[Finding, ...]:
    """Return everything that the rules find in a year, in the order of the form.

    `projects` is what the office's projects of the year come to, if what is said of them is judged.

    At the same field, findings with a suggestion come first, because one key settles them. A
    warning carries the reason that was given for it. An error cannot be accepted. Rules on single
    pages are asked of those pages only on which something has changed.
    """
    others = projects_told_otherwise(evaluation, projects) if projects else ()
    return RULEBOOK.judge(evaluation, others)


def judged(evaluation: Evaluation, projects: ProjectSums | None = None) -> JudgedEvaluation:
    """Return the same evaluation with everything that the rules find in it, as in `judge`."""
    return evaluation.with_findings(judge(evaluation, projects))
