"""The figures of a budget that follow from others: totals and rates."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from perf_tui.core.form.models import Fact
from perf_tui.core.numbers import Number, Refusal
from perf_tui.core.numbers.rounding import percent


def computed_number(
    fact: Fact, readings: Mapping[str, object], amounts: Mapping[str, Decimal | None]
) -> Number | None:
    """Return the figure of a computed fact of the budget, or None while it is open.

    `readings` are those of the typed fields by address, and `amounts` the numbers by name. A rate
    is rounded as it is printed.
    """
    if fact.sum:
        return _total([readings.get(f"budget.{key}") for key in fact.sum])
    value = fact.measure.number(amounts) if fact.measure else None
    if value is None:
        return None
    return Number(Decimal(percent(value)) if fact.kind == "percent" else value)


def _total(parts: list[object]) -> Number | None:
    """Return the sum of parts, of which a blank one counts as 0 once another is filled.

    It is open while all are blank or one cannot be read, and approximate if one is.
    """
    numbers = [part for part in parts if isinstance(part, Number)]
    if not numbers or any(isinstance(part, Refusal) for part in parts):
        return None
    about = any(number.qualifier for number in numbers)
    return Number(sum((number.value for number in numbers), Decimal(0)), "约" if about else "")
