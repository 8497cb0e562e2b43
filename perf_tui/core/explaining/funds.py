"""How the figures of the budget that follow from others come about."""

from __future__ import annotations

from collections.abc import Iterator

from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.explaining.working import Equation, spelled
from perf_tui.core.form.models import Fact
from perf_tui.core.numbers import Number, format_number, shown_with_unit


def work_funds(evaluation: Evaluation) -> Iterator[Equation]:
    """Yield a line for every computed figure of the budget: 1,500,000 元 = 1200000 + 300000."""
    for fact in evaluation.form.budget:
        if fact.computed:
            yield Equation(fact.label, _line(evaluation, fact))


def _line(evaluation: Evaluation, fact: Fact) -> str:
    readings = evaluation.readings.by_address
    number = readings[f"budget.{fact.key}"]
    if not isinstance(number, Number):
        return "—" if fact.measure else "还算不出"
    if fact.measure:
        return f"{format_number(number)}{fact.unit} = {spelled(evaluation, fact.measure)}"
    shown = shown_with_unit(number, fact.unit)
    parts = [readings[f"budget.{key}"] for key in fact.sum]
    told = [format_number(part) for part in parts if isinstance(part, Number)]
    return f"{shown} = {' + '.join(told)}" if len(told) > 1 else shown
