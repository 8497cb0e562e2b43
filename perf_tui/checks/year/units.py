"""Rules on figures that look as if they were typed in another unit.

元 and 万元 mixed up is one of the reasons why reports are sent back. Every rule takes an
`Evaluation` and yields a `Finding` with the mended text as its suggestion.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from perf_tui.checks.pagewise import Place, on_field
from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.findings.finding import Finding
from perf_tui.core.form import Field
from perf_tui.core.numbers import Number, format_number
from perf_tui.core.numbers.rounding import ARITHMETIC, plain
from perf_tui.core.scoring.points import HUNDRED

BUDGET = ("budget.initial", "budget.adjusted", "budget.executed")
CENT = Decimal("0.01")
TEN_THOUSAND = Decimal(10000)
# The bounds in this module are set by experience, not by a regulation.
# The three figures of one budget differ by tens of per cent. One this many times smaller than the
# largest was typed in 万元.
MOST_TIMES_SMALLER = Decimal(100)
# A rate of 1 % and less is more often a share of one.
HIGHEST_RATIO = Decimal(1)


@on_field("percent")
def ratio_for_percent(_: Evaluation, place: Place) -> Iterator[Finding]:
    """Find percentages that look like a share of one: 0.9541 for 95.41 %, 1 for 100 %.

    A field that may be negative holds growth. Growth of 0.8 % is common and is left alone. Growth
    of 0.0519 % is not, because growth is published with two decimals.
    """
    field, reading = place.field, place.reading
    if isinstance(reading, Number) and _may_be_ratio(field, reading.value):
        percent, typed = scaled(reading, HUNDRED), format_number(reading)
        yield Finding(
            "ratio-for-percent",
            "warning",
            f"{field.label}填的是 {typed}，是 {percent}% 还是 {typed}%？",
            f"是前者就改填 {percent}",
            place.address,
            place.page.number,
            suggestion=percent,
        )


def ten_thousands_for_yuan(evaluation: Evaluation) -> Iterator[Finding]:
    """Find figures of the budget that are far too small for 元, as those typed in 万元 are.

    A figure is too small beside the largest of the three (`MOST_TIMES_SMALLER`), or all three are
    too small for any budget of this kind (`least_budget`). What is computed of others, which must
    be mended there, has no suggestion.
    """
    fields, readings = evaluation.form.named, evaluation.readings.by_address
    least = evaluation.form.scheme.least_budget
    numbers = {
        at: number
        for at in BUDGET
        if fields[at].unit == "元"
        and isinstance(number := readings[at], Number)
        and number.value > 0
    }
    largest = max((number.value for number in numbers.values()), default=least)
    all_small = len(numbers) == len(BUDGET) and largest < least
    for at, number in numbers.items():
        if all_small or number.value * MOST_TIMES_SMALLER < largest:
            more, typed = scaled(number, TEN_THOUSAND), at in evaluation.form.fields
            yield Finding(
                "ten-thousands-for-yuan",
                "warning",
                f"{fields[at].label}填的是 {format_number(number)} 元，是不是按万元填的？",
                f"是就改填 {more}" if typed else "是就把相加的各个数改填成元",
                at,
                related=tuple(other for other in numbers if other != at),
                suggestion=more if typed else "",
            )


def scaled(number: Number, factor: Decimal) -> str:
    """Return the number times the factor as a text for its field, with its 约 or 余 kept."""
    value = Decimal(plain(ARITHMETIC.multiply(number.value, factor)))
    return format_number(Number(value, number.qualifier))


def _may_be_ratio(field: Field, value: Decimal) -> bool:
    """Whether a percentage looks like a share of one, in a field that allows more than 1 %."""
    if field.kind != "percent" or (field.maximum is not None and field.maximum <= HIGHEST_RATIO):
        return False
    if field.minimum is not None and field.minimum >= 0:
        return 0 < value <= HIGHEST_RATIO
    return 0 < abs(value) < HIGHEST_RATIO and value != value.quantize(CENT)


UNIT_RULES = (ratio_for_percent, ten_thousands_for_yuan)
