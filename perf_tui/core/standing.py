"""Where a year stands: its answers, what they mean and what they score, in one picture."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from perf_tui.core.findings import Finding
from perf_tui.core.form import Form
from perf_tui.core.printed import Printed, printed_of
from perf_tui.core.readings import Readings, read_year
from perf_tui.core.scoring import Item, Score, score_year
from perf_tui.core.year import Year


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything that rules, screens and reports look at.

    `printed` is what the names in sentences and tables stand for, `last` the year before, if known.
    """

    form: Form
    year: Year
    readings: Readings
    score: Score
    printed: Printed
    last: Standing | None = None

    @property
    def unit(self) -> str:
        """The unit's name, or a word for its absence."""
        return self.readings.words("unit.name") or "（未填单位名称）"

    def item(self, indicator: str) -> Item:
        """The result of the indicator with this id."""
        return next(item for item in self.score.items if item.indicator.id == indicator)

    def with_findings(self, findings: Iterable[Finding]) -> JudgedStanding:
        """The same with what has been found in it."""
        own = self.form, self.year, self.readings, self.score, self.printed, self.last
        return JudgedStanding(*own, findings=tuple(findings))


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedStanding(Standing):
    """One that the rules have looked at, so that whoever needs their findings has them at hand."""

    findings: tuple[Finding, ...]


def take_stock(form: Form, year: Year, last: Standing | None = None) -> Standing:
    """Read and score a year."""
    readings = read_year(form, year)
    score = score_year(form, readings)
    return Standing(form, year, readings, score, printed_of(form, year, readings, score), last)
