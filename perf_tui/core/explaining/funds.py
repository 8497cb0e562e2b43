"""How the figures of the budget that follow from others come about."""

from __future__ import annotations

from collections.abc import Iterator

from perf_tui.core.answers.readings import Reading
from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.explaining.working import Equation, spelled
from perf_tui.core.form.models import Fact
from perf_tui.core.numbers import Number, format_number, shown_with_unit


def work_funds(evaluation: Evaluation) -> Iterator[Equation]:
    """Yield a line for every computed figure of the budget: 1,500,000 元 = 1200000 + 300000.

    Measures without a result are left out.
    """
    for fact in evaluation.form.budget:
        number = evaluation.readings.by_address.get(f"budget.{fact.key}")
        if fact.sum:
            yield Equation(fact.label, _sum(evaluation, fact, number))
        elif fact.measure and isinstance(number, Number):
            told = f"{format_number(number)}{fact.unit} = {spelled(evaluation, fact.measure)}"
            yield Equation(fact.label, told)


def _sum(evaluation: Evaluation, fact: Fact, number: Reading) -> str:
    if not isinstance(number, Number):
        return "还算不出"
    shown = shown_with_unit(number, fact.unit)
    parts = (evaluation.readings.by_address[f"budget.{key}"] for key in fact.sum)
    told = [format_number(part) for part in parts if isinstance(part, Number)]
    return f"{shown} = {' + '.join(told)}" if len(told) > 1 else shown
