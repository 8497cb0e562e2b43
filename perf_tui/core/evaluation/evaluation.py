"""The state of a year in one object: its answers, what they mean, and what they score."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, cast

from perf_tui.core.answers.readings import Readings
from perf_tui.core.answers.shares import EVERYTHING, Shares
from perf_tui.core.answers.year import Year
from perf_tui.core.findings.finding import Finding
from perf_tui.core.form import Form
from perf_tui.core.form.definition import PROJECT
from perf_tui.core.scoring.item import IndicatorScore
from perf_tui.core.scoring.score import ITEMS, Score, score_year
from perf_tui.core.wording.printed import Printed, PrintedWords, printed_of


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Everything about a year that rules, screens and reports look at.

    `printed` has the words for the names in sentences and tables. `last` is the year before, if
    known. `shares` holds what was worked out indicator by indicator and page by page.
    """

    form: Form
    year: Year
    readings: Readings
    score: Score
    printed: Printed
    last: Evaluation | None = None
    shares: Shares = field(repr=False, compare=False, kw_only=True)

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
        item: IndicatorScore = self.shares.one(ITEMS, self.form.place_of[indicator])
        return item

    def watched(self) -> Evaluation:
        """Return the same evaluation for use in shares: all that is read of the year is noted.

        A share that looks at the score of the year looks at everything.
        """
        year = Year(self.year.form, self.year.year, self.shares.texts)
        score = cast(Score, _Watched(self.score, self.shares))
        printed = PrintedWords(self.form, year.year, self.readings, score)
        return Evaluation(
            self.form, year, self.readings, score, printed, self.last, shares=self.shares
        )

    def with_findings(self, findings: Iterable[Finding]) -> JudgedEvaluation:
        """Return the same evaluation with what was found in it."""
        own = self.form, self.year, self.readings, self.score, self.printed, self.last
        return JudgedEvaluation(*own, shares=self.shares, findings=tuple(findings))


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedEvaluation(Evaluation):
    """An evaluation together with what the rules found in it."""

    findings: tuple[Finding, ...]


class _Watched:
    """The score of a year, which notes that it was looked at."""

    def __init__(self, score: Score, shares: Shares) -> None:
        self._score, self._shares = score, shares

    def __getattr__(self, name: str) -> Any:
        self._shares.texts.note(EVERYTHING)
        return getattr(self._score, name)


def evaluate(
    form: Form, year: Year, last: Evaluation | None = None, before: Evaluation | None = None
) -> Evaluation:
    """Read and score a year. `last` is the year before, if known.

    `before` is an evaluation of another version of this year. Of that, everything is kept that
    does not depend on the texts that differ; the result is the same without it.
    """
    shares = Shares(year.texts)
    if before is not None and _alike(before, form, year, last):
        shares = before.shares.after(year.texts, year.differing(before.year))
    readings = Readings(form, shares)
    score = score_year(form, readings)
    printed = printed_of(form, year, readings, score)
    return Evaluation(form, year, readings, score, printed, last, shares=shares)


def _alike(before: Evaluation, form: Form, year: Year, last: Evaluation | None) -> bool:
    """Whether two evaluations can differ only in texts, and in which indicators there are."""
    if before.last is not last or before.year.year != year.year:
        return False
    if before.form is form:
        return True
    same = before.form.frame == form.frame
    return same and (last is None or _lineage(before.form, last) == _lineage(form, last))


def _lineage(form: Form, last: Evaluation) -> list[tuple[str, str, str]]:
    """Return which indicators were which last year, and why."""
    return [(one.now.id, one.before.id, one.basis) for one in form.matched_with(last.form).pairs]
