"""Why nothing comes of an expression whose figures are all there."""

from __future__ import annotations

from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.expressions import Expression


def divided_by_nothing(evaluation: Evaluation, expression: Expression) -> str:
    """Return why an expression has no result although its figures are all there: "应发人数是 0".

    The string is empty if there is a result, or if a figure is missing.
    """
    amounts = evaluation.readings.amounts
    missing = any(amounts.get(name) is None for name in expression.names)
    if missing or expression.number(amounts) is not None:
        return ""
    places = evaluation.form.places_of(expression.names)
    zeros = [at for at in places if evaluation.readings.number(at) == 0]
    labels = "、".join(evaluation.form.fields[at].label for at in zeros)
    return f"{labels}是 0" if labels else "按现在的数除数是 0"
