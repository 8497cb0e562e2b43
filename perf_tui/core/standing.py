"""The state of a year in one object: its answers, what they mean, and what they score."""

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
    """Everything about a year that rules, screens and reports look at.

    `printed` has the words for the names in sentences and tables. `last` is the year before, if
    known.
    """

    form: Form
    year: Year
    readings: Readings
    score: Score
    printed: Printed
    last: Standing | None = None

    @property
    def unit(self) -> str:
        """The unit's name, or words that say it is missing."""
        return self.readings.words("unit.name") or "（未填单位名称）"

    def item(self, indicator: str) -> Item:
        """Return the result of the indicator with this id."""
        return next(item for item in self.score.items if item.indicator.id == indicator)

    def with_findings(self, findings: Iterable[Finding]) -> JudgedStanding:
        """Return the same standing with what was found in it."""
        own = self.form, self.year, self.readings, self.score, self.printed, self.last
        return JudgedStanding(*own, findings=tuple(findings))


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedStanding(Standing):
    """A standing together with what the rules found in it."""

    findings: tuple[Finding, ...]


def take_stock(form: Form, year: Year, last: Standing | None = None) -> Standing:
    """Read and score a year. `last` is the year before, if known."""
    readings = read_year(form, year)
    score = score_year(form, readings)
    return Standing(form, year, readings, score, printed_of(form, year, readings, score), last)
