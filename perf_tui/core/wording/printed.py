"""The words that the report prints for the names in its sentences and tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import TypeAlias

from perf_tui.core.answers.readings import Reading, Readings
from perf_tui.core.answers.year import Year
from perf_tui.core.form import Form
from perf_tui.core.form.computed import COMPUTED, OF_YEAR
from perf_tui.core.form.fields import BUDGET_REASONS
from perf_tui.core.numbers import Number, format_number
from perf_tui.core.numbers.rounding import fixed, with_sign
from perf_tui.core.scoring.score import Score, parts_of
from perf_tui.core.wording.punctuation import unstopped

Printed: TypeAlias = Mapping[str, str | None]
"""Name → its words, or None while they are not known."""


def printed_of(form: Form, year: Year, readings: Readings, score: Score) -> Printed:
    """Return the words for all names of the form and for those computed for the year."""
    return PrintedWords(form, year.year, readings, score)


class PrintedWords(Mapping[str, str | None]):
    """Makes the words for a name when they are asked for."""

    def __init__(self, form: Form, year: int, readings: Readings, score: Score) -> None:
        self._form, self._year, self._readings, self._score = form, year, readings, score

    def __getitem__(self, name: str) -> str | None:
        if name in OF_YEAR:
            return self._of_year(name)
        if name in BUDGET_REASONS:
            return self._budget_reason(name)
        if rate := self._form.changes.get(name):
            return _change(self._readings.by_address[self._form.addresses[rate]])
        return self._readings.words(self._form.addresses[name])

    def __iter__(self) -> Iterator[str]:
        return chain(self._form.addresses, self._form.changes, OF_YEAR)

    def __len__(self) -> int:
        return len(self._form.addresses) + len(self._form.changes) + len(OF_YEAR)

    def _of_year(self, name: str) -> str | None:
        score = self._score
        match name:
            case "year":
                return str(self._year)
            case "execution_rate":
                return score.execution.shown_rate
            case "total":
                places = score.scheme.total_places
                return None if score.total is None else fixed(score.total, places)
            case "grade":
                return _grade(self._form, score)
            case "extra":
                return with_sign(score.extra) if score.extra else ""
            case _:
                return _parts(score)[name]

    def _budget_reason(self, name: str) -> str:
        """Return a reason on the budget page. A low execution rate without one leaves a gap."""
        reason = unstopped(self._readings.words(f"budget.{name}") or "")
        wanted = name == "execution_reason" and self._score.low_execution
        return reason or (gap_in(self._form)(name) if wanted else "")


def _grade(form: Form, score: Score) -> str:
    """Return the grade, a gap while it is open, or an empty string if there are none to reach."""
    if not score.scheme.grades:
        return ""
    return score.grade or gap_in(form)("grade")


def gap_in(form: Form) -> Callable[[str], str]:
    """Return a function that makes the visible gap for a blank name: 〔应发人数〕."""

    def gap(name: str) -> str:
        address = form.addresses.get(form.changes.get(name, name))
        return f"〔{form.named[address].label if address else COMPUTED[name]}〕"

    return gap


def _change(reading: Reading) -> str | None:
    """Return a rate of growth in words: 增长12%, 下降约3.48%, 持平."""
    match reading:
        case Number(value, qualifier) if value:
            way = "增长" if value > 0 else "下降"
            return f"{way}{format_number(Number(abs(value), qualifier))}%"
        case Number():
            return "持平"
        case _:
            return None


def _parts(score: Score) -> Printed:
    """Return both parts of the total, rounded so that the printed figures add up to it."""
    if not score.complete:
        reached = score.execution.score
        places = score.execution.places
        known = None if reached is None else fixed(reached, places)
        return {"execution_score": known, "converted": None}
    points, converted = parts_of(score, 2)
    return {"execution_score": format(points, "f"), "converted": format(converted, "f")}
