"""Rules on what a result rests on.

The finance side sends reports back for full marks without data and for targets lowered during the
year. Every rule takes an `Evaluation` and yields a `Finding` for each place that breaks it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from perf_tui.checks.pagewise import Place, on_field, on_item
from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.explaining.division import divided_by_nothing
from perf_tui.core.expressions import Expression
from perf_tui.core.findings.finding import Finding
from perf_tui.core.form import Indicator
from perf_tui.core.form.models import NUMERIC
from perf_tui.core.numbers import Number, format_number
from perf_tui.core.numbers.rounding import half_up, plain
from perf_tui.core.scoring.item import INVERSE, IndicatorScore
from perf_tui.core.scoring.measured import initial_target_of, measured_of


@on_item
def actual_present(evaluation: Evaluation, item: IndicatorScore) -> Iterator[Finding]:
    """Find indicators with neither the facts that give the actual value nor an entered one."""
    indicator = item.indicator
    address = f"indicators.{indicator.id}.actual"
    either = indicator.measure is not None and address in evaluation.form.fields
    untouched = evaluation.readings.by_address.get(address) is None
    if either and untouched and item.actual is None:
        nothing = indicator.measure and divided_by_nothing(evaluation, indicator.measure)
        yield Finding(
            "blank",
            "error",
            f"{nothing}，全年完成值算不出来" if nothing else "全年完成值还没有依据",
            "填上面的依据数据，或直接填全年完成值",
            address,
            indicator.number,
        )


@on_item
def entered_with_basis(evaluation: Evaluation, item: IndicatorScore) -> Iterator[Finding]:
    """Find actual values entered directly although facts would give them.

    Without those facts the remark has to name the source. With them the entered value has to agree
    to two decimals, because the score uses the computed one.
    """
    indicator, at = item.indicator, f"indicators.{item.indicator.id}"
    entered = evaluation.readings.number(f"{at}.actual")
    if indicator.measure is None or entered is None:
        return
    measured = measured_of(indicator, evaluation.readings)
    if measured is None and not evaluation.readings.words(f"{at}.remark"):
        yield Finding(
            "no-basis",
            "warning",
            f"完成值 {plain(entered)} 是直接填的，没有依据数据",
            "补上依据数据，或在“说明”里写清数据出处",
            f"{at}.remark",
            indicator.number,
            (f"{at}.actual",),
        )
    if measured is not None and half_up(measured) != half_up(entered):
        yield Finding(
            "two-values",
            "warning",
            f"按依据数据算得 {item.shown_actual}，直接填的是 {plain(entered)}，计分用前者",
            "删去直接填的完成值，或改正依据数据",
            f"{at}.actual",
            indicator.number,
            tuple(evaluation.form.places_of(indicator.measure.names)),
        )


@on_item
def eased_target(evaluation: Evaluation, item: IndicatorScore) -> Iterator[Finding]:
    """Find targets that were made easier during the year and whose remark is empty.

    A target lowered afterwards is one of the reasons why the finance side sends a report back.
    """
    indicator, at = item.indicator, f"indicators.{item.indicator.id}"
    adjusted = evaluation.readings.number(f"{at}.adjusted_target")
    if adjusted is None or evaluation.readings.words(f"{at}.remark"):
        return
    initial = initial_target_of(indicator, evaluation.readings)
    if initial is not None and _eased(indicator, initial, adjusted):
        yield Finding(
            "eased-target",
            "warning",
            f"指标值由 {plain(initial)} 调整为 {plain(adjusted)}，要求降低了",
            "在“说明”里写明批准调整的依据",
            f"{at}.adjusted_target",
            indicator.number,
            (f"{at}.remark",),
        )


def _eased(indicator: Indicator, initial: Decimal, adjusted: Decimal) -> bool:
    # For ≤, <, and for zero tolerance, a higher target asks less.
    few_wanted = indicator.sign in INVERSE or (indicator.sign == "=" and not initial)
    return adjusted > initial if few_wanted else adjusted < initial


def result_exists(evaluation: Evaluation) -> Iterator[Finding]:
    """Find formulas that have no result although all their figures are there: a divisor is 0.

    Formulas over the same figures are reported once.
    """
    for expression, one in evaluation.form.formulas:
        wanted, number = ("全年完成值", one.number) if one else ("预算执行率", None)
        yield from _without_result(evaluation, expression, wanted, number)


def _without_result(
    evaluation: Evaluation, expression: Expression, wanted: str, number: int | None
) -> Iterator[Finding]:
    why = divided_by_nothing(evaluation, expression)
    if not why:
        return
    # The figures that are 0 come first, because that is where to look.
    at = evaluation.form.places_of(expression.names)
    at.sort(key=lambda address: evaluation.readings.number(address) != 0)
    labels = "、".join(evaluation.form.fields[address].label for address in at)
    yield Finding(
        "no-result",
        "error",
        f"{why}，{wanted}算不出来",
        f"核对{labels}",
        at[0],
        number,
        tuple(at[1:]),
    )


@on_field(*NUMERIC, "list")
def approximate_in_basis(evaluation: Evaluation, place: Place) -> Iterator[Finding]:
    """Find approximate figures (约, 近, 余) that the execution rate or an actual value comes from.

    They are fit for the text only. This is the practice of self-evaluation, not a regulation.
    """
    if place.address in evaluation.form.measured_by:
        yield from _approximate(evaluation, place.address)


@on_item
def approximate_in_score(evaluation: Evaluation, item: IndicatorScore) -> Iterator[Finding]:
    """Find approximate figures entered as the actual value, unless another is computed."""
    at = f"indicators.{item.indicator.id}.actual"
    if item.indicator.entered and not (item.measured or item.extra):
        yield from _approximate(evaluation, at)


def _approximate(evaluation: Evaluation, at: str) -> Iterator[Finding]:
    form, number = evaluation.form, evaluation.readings.by_address[at]
    if isinstance(number, Number) and number.qualifier:
        yield Finding(
            "approximate-in-score",
            "warning",
            f"{form.fields[at].label}填的是约数 {format_number(number)}，算分要用准确的数",
            "查到准确的数改填；查不到就写明理由",
            at,
            form.home_of[at].number,
        )


BASIS_RULES = (
    actual_present,
    entered_with_basis,
    eased_target,
    result_exists,
    approximate_in_basis,
    approximate_in_score,
)
