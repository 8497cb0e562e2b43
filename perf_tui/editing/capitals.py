"""Amounts of money in the capital numerals of accounting."""

from __future__ import annotations

from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.numbers import Number, capital_yuan, split_unit
from perf_tui.editing.refusing import RefusedError

NO_MONEY = "先走到填金额的一栏，再看大写"


def in_capitals(evaluation: Evaluation, address: str | None) -> str:
    """Return the label of a field and its amount in capital numerals.

    Raises RefusedError if the field is not for money, or no amount in it can be read.
    """
    field = evaluation.form.fields.get(address or "")
    power, base = split_unit(field.unit) if field else (0, "")
    if field is None or not field.numeric or base != "元":
        raise RefusedError(NO_MONEY)
    number = evaluation.readings.by_address[field.address]
    if not isinstance(number, Number):
        raise RefusedError("{label}还没有读得出的数，填好再看大写", label=field.label)
    return f"{field.label}大写：{number.qualifier}{capital_yuan(number.value.scaleb(power))}"
