"""Whether a result rests on anything: full marks without data are why reports are sent back."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from perf_tui.core.expressions import Expression
from perf_tui.core.findings import Finding
from perf_tui.core.form import Form, Indicator
from perf_tui.core.numbers import Number, format_number
from perf_tui.core.rounding import half_up, plain
from perf_tui.core.scoring import INVERSE
from perf_tui.core.standing import Standing
from perf_tui.core.validation import divided_by_nothing, places_of
from perf_tui.core.values import initial_target_of, measured_of


def actual_present(standing: Standing) -> Iterator[Finding]:
    """An indicator whose value may come from facts or be entered needs one of the two."""
    for indicator in standing.form.indicators:
        address = f"indicators.{indicator.id}.actual"
        either = indicator.measure is not None and indicator.entered is not None
        untouched = standing.readings.by_address.get(address) is None
        if either and untouched and standing.item(indicator.id).actual is None:
            nothing = indicator.measure and divided_by_nothing(standing, indicator.measure)
            yield Finding(
                "blank",
                "error",
                f"{nothing}，全年完成值算不出来" if nothing else "全年完成值还没有依据",
                "填上面的依据数据，或直接填全年完成值",
                address,
                indicator.number,
            )


def entered_with_basis(standing: Standing) -> Iterator[Finding]:
    """A value entered directly, where facts would give it, says in its remark where it is from."""
    for indicator in standing.form.indicators:
        at = f"indicators.{indicator.id}"
        entered = standing.readings.number(f"{at}.actual")
        if indicator.measure is None or entered is None:
            continue
        measured = measured_of(indicator, standing.readings)
        shown = standing.item(indicator.id).shown_actual
        if measured is None and not standing.readings.words(f"{at}.remark"):
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
                f"按依据数据算得 {shown}，直接填的是 {plain(entered)}，计分用前者",
                "删去直接填的完成值，或改正依据数据",
                f"{at}.actual",
                indicator.number,
                tuple(places_of(standing, indicator.measure.names)),
            )


def eased_target(standing: Standing) -> Iterator[Finding]:
    """A target made easier during the year wants a word of explanation."""
    for item in standing.score.items:
        indicator, at = item.indicator, f"indicators.{item.indicator.id}"
        adjusted = standing.readings.number(f"{at}.adjusted_target")
        if adjusted is None or standing.readings.words(f"{at}.remark"):
            continue
        initial = initial_target_of(indicator, standing.readings)
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
    few_wanted = indicator.sign in INVERSE or (indicator.sign == "=" and not initial)
    return adjusted > initial if few_wanted else adjusted < initial


def result_exists(standing: Standing) -> Iterator[Finding]:
    """All figures are there, and yet nothing comes of them: a divisor is 0; said once for each."""
    said: set[frozenset[str]] = set()
    for expression, wanted, number in _formulas(standing.form):
        if expression.names not in said:
            said.add(expression.names)
            yield from _without_result(standing, expression, wanted, number)


def _formulas(form: Form) -> Iterator[tuple[Expression, str, int | None]]:
    """What nothing else can stand in for: the execution rate, the measures without an entry."""
    yield form.scheme.execution, "预算执行率", None
    for one in form.indicators:
        if one.measure is not None and one.entered is None:
            yield one.measure, "全年完成值", one.number


def _without_result(
    standing: Standing, expression: Expression, wanted: str, number: int | None
) -> Iterator[Finding]:
    why = divided_by_nothing(standing, expression)
    if not why:
        return
    # What is 0 comes first: that is where to look.
    at = places_of(standing, expression.names)
    at.sort(key=lambda address: standing.readings.number(address) != 0)
    labels = "、".join(standing.form.fields[address].label for address in at)
    yield Finding(
        "no-result",
        "error",
        f"{why}，{wanted}算不出来",
        f"核对{labels}",
        at[0],
        number,
        tuple(at[1:]),
    )


def approximate_in_score(standing: Standing) -> Iterator[Finding]:
    """A score rests on exact figures; about so many is for the text alone."""
    form = standing.form
    for at in sorted(_scored_from(standing), key=form.walk.__getitem__):
        number = standing.readings.by_address[at]
        if isinstance(number, Number) and number.qualifier:
            yield Finding(
                "approximate-in-score",
                "warning",
                f"{form.fields[at].label}填的是约数 {format_number(number)}，算分要用准确的数",
                "查到准确的数改填；查不到就写明理由",
                at,
                form.home_of[at].number,
            )


def _scored_from(standing: Standing) -> set[str]:
    """The fields that the execution rate and the actual values come from."""
    form = standing.form
    measures = (one.measure for one in form.indicators if one.measure)
    names = {name for each in (form.scheme.execution, *measures) for name in each.names}
    entered = {
        f"indicators.{item.indicator.id}.actual"
        for item in standing.score.items
        if item.indicator.entered and not item.measured
    }
    return {form.addresses[name] for name in names} | entered


BASIS_RULES = (
    actual_present,
    entered_with_basis,
    eased_target,
    result_exists,
    approximate_in_score,
)
