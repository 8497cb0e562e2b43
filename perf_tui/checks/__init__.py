"""Rules that look across fields, across indicators and at last year.

A rule takes an `Evaluation` and yields what it finds. `judge` asks all of them.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain

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
from perf_tui.core.findings.acceptance import with_reason
from perf_tui.core.findings.finding import Finding

Rule = Callable[[Evaluation], Iterator[Finding]]

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


def judge(evaluation: Evaluation, projects: ProjectSums | None = None) -> tuple[Finding, ...]:
    """Return everything that the rules find in a year, in the order of the form.

    `projects` is what the office's projects of the year come to, if what is said of them is judged.

    At the same field, findings with a suggestion come first, because one key settles them. A
    warning carries the reason that was given for it. An error cannot be accepted.
    """
    walk = evaluation.form.walk

    def order(finding: Finding) -> tuple[int, bool]:
        return walk.get(finding.field or "", -1), not finding.suggestion

    own = (finding for rule in RULES for finding in rule(evaluation))
    others = projects_told_otherwise(evaluation, projects) if projects else ()
    found = chain(own, others)
    placed = (_where_typed(evaluation, finding) for finding in found)
    marked = (with_reason(finding, evaluation.year) for finding in placed)
    return tuple(sorted(marked, key=order))


def _where_typed(evaluation: Evaluation, finding: Finding) -> Finding:
    """Return the finding at the fields where its figures are typed, if they follow from others.

    Of a figure that is computed, those are told that are filled, or the first if none is.
    """
    form, text = evaluation.form, evaluation.year.text
    if form.computed.keys().isdisjoint(finding.places):
        return finding

    def typed(place: str) -> list[str]:
        places = form.typed_at(place)
        return [at for at in places if text(at)] or [places[0]]

    first, *others = dict.fromkeys(at for place in finding.places for at in typed(place))
    return replace(finding, field=first, related=tuple(others))


def judged(evaluation: Evaluation, projects: ProjectSums | None = None) -> JudgedEvaluation:
    """Return the same evaluation with everything that the rules find in it, as in `judge`."""
    return evaluation.with_findings(judge(evaluation, projects))
