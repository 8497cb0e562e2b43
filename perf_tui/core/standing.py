"""Where a year stands: its answers, what they mean and what they score, in one picture."""

from __future__ import annotations

from dataclasses import dataclass

from perf_tui.core.form import Form
from perf_tui.core.readings import Readings, read_year
from perf_tui.core.scoring import Item, Score, score_year
from perf_tui.core.year import Year


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything that rules, screens and reports look at; `last` is the year before, if known."""

    form: Form
    year: Year
    readings: Readings
    score: Score
    last: Standing | None = None

    @property
    def unit(self) -> str:
        """The unit's name, or a word for its absence."""
        return self.readings.words("unit.name") or "（未填单位名称）"

    def item(self, indicator: str) -> Item:
        """The result of the indicator with this id."""
        return next(item for item in self.score.items if item.indicator.id == indicator)


def take_stock(form: Form, year: Year, last: Standing | None = None) -> Standing:
    """Read and score a year."""
    readings = read_year(form, year)
    return Standing(form, year, readings, score_year(form, readings), last)
