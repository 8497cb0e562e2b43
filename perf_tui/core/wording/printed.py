"""The words that the report prints for the names in its sentences and tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from perf_tui.core.answers.readings import Reading, Readings
from perf_tui.core.answers.year import Year
from perf_tui.core.form import Form
from perf_tui.core.form.computed import COMPUTED
from perf_tui.core.form.fields import BUDGET_REASONS
from perf_tui.core.numbers import Number, format_number
from perf_tui.core.numbers.rounding import fixed, with_sign
from perf_tui.core.scoring.score import Score, parts_of
from perf_tui.core.wording.punctuation import unstopped

Printed: TypeAlias = Mapping[str, str | None]
"""Name → its words, or None while they are not known."""


def printed_of(form: Form, year: Year, readings: Readings, score: Score) -> Printed:
    """Return the words for all names of the form and for those computed for the year."""
    by_address = readings.by_address
    return {
        **{name: readings.words(at) for name, at in form.addresses.items()},
        **{name: _change(by_address[form.addresses[key]]) for name, key in form.changes.items()},
        **dict(_budget_reasons(form, readings, score)),
        **_parts(score),
        "year": str(year.year),
        "execution_rate": score.execution.shown_rate,
        "total": None if score.total is None else fixed(score.total, score.scheme.total_places),
        "grade": _grade(form, score),
        "extra": with_sign(score.extra) if score.extra else "",
    }


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


def _budget_reasons(form: Form, readings: Readings, score: Score) -> Iterator[tuple[str, str]]:
    """Yield the reasons on the budget page. A low execution rate without one leaves a gap."""
    gap = gap_in(form)
    for name in BUDGET_REASONS:
        reason = unstopped(readings.words(f"budget.{name}") or "")
        wanted = name == "execution_reason" and score.low_execution
        yield name, reason or (gap(name) if wanted else "")


def _parts(score: Score) -> Printed:
    """Return both parts of the total, rounded so that the printed figures add up to it."""
    if not score.complete:
        reached = score.execution.score
        places = score.execution.places
        known = None if reached is None else fixed(reached, places)
        return {"execution_score": known, "converted": None}
    points, converted = parts_of(score, 2)
    return {"execution_score": format(points, "f"), "converted": format(converted, "f")}
