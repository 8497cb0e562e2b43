"""The state of a year in one object: its answers, what they mean, and what they score."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from perf_tui.core.answers.readings import Readings, read_year
from perf_tui.core.answers.year import Year
from perf_tui.core.findings.finding import Finding
from perf_tui.core.form import Form
from perf_tui.core.form.definition import PROJECT
from perf_tui.core.scoring.item import IndicatorScore
from perf_tui.core.scoring.score import Score, score_year
from perf_tui.core.wording.printed import Printed, printed_of


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Everything about a year that rules, screens and reports look at.

    `printed` has the words for the names in sentences and tables. `last` is the year before, if
    known.
    """

    form: Form
    year: Year
    readings: Readings
    score: Score
    printed: Printed
    last: Evaluation | None = None

    @property
    def unit(self) -> str:
        """The unit's name, or words that say it is missing."""
        return self.readings.words("unit.name") or "（未填单位名称）"

    @property
    def subject(self) -> str:
        """What is evaluated: the name of the project, or the unit with all that it spends."""
        if not self.form.for_project:
            return self.unit
        return self.readings.words(f"unit.{PROJECT}") or "（未填项目名称）"

    @property
    def full_name(self) -> str:
        """The unit, and behind it the project if the year is that of one."""
        return f"{self.unit} {self.subject}" if self.form.for_project else self.unit

    def item(self, indicator: str) -> IndicatorScore:
        """Return the result of the indicator with this id."""
        return next(item for item in self.score.items if item.indicator.id == indicator)

    def with_findings(self, findings: Iterable[Finding]) -> JudgedEvaluation:
        """Return the same evaluation with what was found in it."""
        own = self.form, self.year, self.readings, self.score, self.printed, self.last
        return JudgedEvaluation(*own, findings=tuple(findings))


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedEvaluation(Evaluation):
    """An evaluation together with what the rules found in it."""

    findings: tuple[Finding, ...]


def evaluate(form: Form, year: Year, last: Evaluation | None = None) -> Evaluation:
    """Read and score a year. `last` is the year before, if known."""
    readings = read_year(form, year)
    score = score_year(form, readings)
    return Evaluation(form, year, readings, score, printed_of(form, year, readings, score), last)
