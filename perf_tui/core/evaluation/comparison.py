"""Several years side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from perf_tui.core.evaluation.courses import Chain, chains_of
from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.form import Indicator
from perf_tui.core.form.comparing.changes import FormChange, changes_of
from perf_tui.core.numbers.rounding import half_up, percent, plain
from perf_tui.core.scoring.item import IndicatorScore
from perf_tui.core.scoring.points import HUNDRED, ZERO

Figures = tuple[Decimal | None, ...]
NONE = "-"


@dataclass(frozen=True, slots=True)
class Course:
    """One figure over the years, None where it is open or that year's form lacks it.

    `figures` are in `unit`, rounded half-up to two decimals. Those of a qualitative indicator are
    its scores; of a year that counted in another unit there are none. `results` are the results as
    printed: 95.41%, 达成, or the grade of a total. `id` and `number` are those of an indicator, and
    `in_words` marks a qualitative one. `whole` is the figure of a full bar, unless a figure is
    larger. `earlier_names` are other names that it had, the latest first, `guessed` says that only
    their likeness tells so. `gone` marks one that the latest year does not have.
    """

    name: str
    unit: str
    figures: Figures
    results: tuple[str, ...]
    scores: Figures
    id: str = ""
    number: int | None = None
    in_words: bool = False
    whole: Decimal | None = None
    earlier_names: tuple[str, ...] = ()
    guessed: bool = False
    gone: bool = False

    @property
    def changes(self) -> Figures:
        """The difference of each figure from that of the year before."""
        return changes(self.figures)


@dataclass(frozen=True, slots=True)
class YearChanges:
    """What became of the indicators from one year to the next one compared."""

    before: int
    year: int
    changes: tuple[FormChange, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Years from the earliest to the latest, with the course of each figure."""

    years: tuple[Evaluation, ...]
    total: Course
    execution: Course
    indicators: tuple[Course, ...]

    @property
    def courses(self) -> tuple[Course, ...]:
        """Every figure that is compared."""
        return (self.total, self.execution, *self.indicators)

    @property
    def form_changes(self) -> tuple[YearChanges, ...]:
        """What became of the indicators between the years, the latest first, if anything did."""
        found = (
            YearChanges(
                before.year.year,
                now.year.year,
                tuple(changes_of(now.form.matched_with(before.form))),
            )
            for before, now in pairwise(self.years)
        )
        return tuple(one for one in found if one.changes)[::-1]


def compare_years(evaluations: Iterable[Evaluation]) -> Comparison:
    """Compare years, given in any order.

    The indicators have the order of the latest form. Those that it dropped follow.
    """
    years = tuple(sorted(evaluations, key=lambda evaluation: evaluation.year.year))
    found = [{item.indicator.id: item for item in year.score.items} for year in years]
    courses = (
        _course(chain, [_item(items, chain, year) for year, items in enumerate(found)])
        for chain in chains_of([year.form for year in years])
    )
    return Comparison(years, _total(years), _execution(years), tuple(courses))


def changes(figures: Figures) -> Figures:
    """Return the difference of each figure from the one before, or None if either is missing."""
    pairs = zip((None, *figures), figures, strict=False)
    return tuple(None if a is None or b is None else b - a for a, b in pairs)


def signed(change: Decimal | None) -> str:
    """Return a change as printed, such as "+11.23", "-0.5" or "0", and "-" for None."""
    if change is None:
        return NONE
    return f"+{plain(change)}" if change > 0 else plain(change)


def bars(course: Course, cells: int) -> list[str]:
    """Return each year's figure as a bar of # signs. A full bar has `cells` of them."""
    figures = [max(figure or ZERO, ZERO) for figure in course.figures]
    whole = max(course.whole or ZERO, *figures, ZERO) or HUNDRED
    return ["#" * int(half_up(figure * cells / whole, 0)) for figure in figures]


def _total(years: Sequence[Evaluation]) -> Course:
    totals = tuple(year.score.total for year in years)
    grades = tuple(year.score.grade or NONE for year in years)
    return Course("总分", "分", totals, grades, totals, whole=HUNDRED)


def _execution(years: Sequence[Evaluation]) -> Course:
    executions = [year.score.execution for year in years]
    rates = tuple(_rounded(None if one.rate is None else one.rate * HUNDRED) for one in executions)
    results = tuple(NONE if rate is None else f"{percent(rate)}%" for rate in rates)
    scores = tuple(one.score for one in executions)
    return Course("预算执行", "%", rates, results, scores, whole=HUNDRED)


def _item(items: Mapping[str, IndicatorScore], chain: Chain, year: int) -> IndicatorScore | None:
    return items[chain.links[year].id] if year in chain.links else None


def _course(chain: Chain, items: Sequence[IndicatorScore | None]) -> Course:
    indicator = chain.latest
    scores = tuple(item.score if item else None for item in items)
    in_words = indicator.by_tier
    return Course(
        indicator.name,
        "分" if in_words else indicator.unit,
        scores if in_words else tuple(_actual(item, indicator) for item in items),
        tuple(map(_result, items)),
        scores,
        indicator.id,
        indicator.number,
        in_words,
        indicator.weight if in_words else None,
        chain.earlier_names,
        chain.guessed,
        items[-1] is None,
    )


def _actual(item: IndicatorScore | None, latest: Indicator) -> Decimal | None:
    """Return the actual value if it counts what the latest one counts."""
    return _rounded(item.actual) if item and item.indicator.unit == latest.unit else None


def _result(item: IndicatorScore | None) -> str:
    if item is None or item.shown_actual is None:
        return NONE
    unit = "" if item.indicator.sign == "qualitative" else item.indicator.unit
    return f"{item.shown_actual}{unit}"


def _rounded(value: Decimal | None) -> Decimal | None:
    return None if value is None else half_up(value)
