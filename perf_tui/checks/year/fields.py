"""Rules that one field, or the facts of one indicator, can break by itself.

The finance side returns a form with a blank required cell or an actual value that is no number. The
ranges and the relations between facts are the form's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from perf_tui.checks.pagewise import Place, on_field, on_item
from perf_tui.core.answers.readings import Reading
from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.findings.finding import Finding
from perf_tui.core.form import Field
from perf_tui.core.numbers import Number, Refusal
from perf_tui.core.numbers.rounding import plain
from perf_tui.core.scoring.item import IndicatorScore


@on_field()
def field_findings(_: Evaluation, place: Place) -> Iterator[Finding]:
    """Find blank required fields, texts that cannot be read, and values out of their range."""
    field, reading = place.field, place.reading
    if isinstance(reading, str):
        return
    for code, message, fix in _faults(field, reading):
        yield Finding(code, "error", message, fix, place.address, place.page.number)


def computed_findings(evaluation: Evaluation) -> Iterator[Finding]:
    """Find required figures that follow from others while all of these are blank."""
    form, text = evaluation.form, evaluation.year.text
    for address, field in form.computed.items():
        if field.required and not any(map(text, form.typed_at(address))):
            yield Finding("blank", "error", f"{field.label}还没有填", _how_to_fill(field), address)


@on_item
def constraint_findings(evaluation: Evaluation, item: IndicatorScore) -> Iterator[Finding]:
    """Find relations between facts that the form declares and that do not hold.

    The form sets their severity and words. A relation with a blank fact is left alone.
    """
    for constraint in item.indicator.constraints:
        if constraint.rule.truth(evaluation.readings.amounts) is False:
            first, *others = evaluation.form.places_of(constraint.rule.names)
            yield Finding(
                "constraint",
                constraint.severity,
                constraint.message,
                constraint.fix,
                first,
                item.indicator.number,
                tuple(others),
                rule=constraint.rule.source,
            )


def _faults(field: Field, reading: Reading) -> Iterator[tuple[str, str, str]]:
    match reading:
        case None if field.required:
            yield "blank", f"{field.label}还没有填", _how_to_fill(field)
        case Refusal():
            yield "unreadable", f"{field.label}填的{reading.trouble}", reading.fix
        case Number():
            yield from _range_faults(field, reading.value)
        case _:
            return


def _how_to_fill(field: Field) -> str:
    if field.choices:
        *most, last = map(str, range(1, len(field.choices) + 1))
        numbers = " 或 ".join(filter(None, ("、".join(most), last)))
        return f"填 {numbers}：{'、'.join(field.choices)}"
    found = f"到{field.source}里找" if field.source else ""
    return "；".join(filter(None, (found, field.hint))) or "填上后再导出"


def _range_faults(field: Field, value: Decimal) -> Iterator[tuple[str, str, str]]:
    shown = f"{plain(value)}{field.unit}"
    if field.kind == "count" and value != value.to_integral_value():
        yield "not-whole", f"{field.label}是 {shown}，应为整数", "核对是否多了小数点，或单位填错"
    if field.minimum is not None and value < field.minimum:
        least = f"{plain(field.minimum)}{field.unit}"
        yield "below-range", f"{field.label}是 {shown}，低于最小值 {least}", "核对数字和正负号"
    if field.maximum is not None and value > field.maximum:
        most = f"{plain(field.maximum)}{field.unit}"
        yield "above-range", f"{field.label}是 {shown}，高于最大值 {most}", "核对数字和单位"


FIELD_RULES = (field_findings, computed_findings, constraint_findings)
