"""The words for the names in the cells of a self-evaluation table."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TypeAlias

from perf_tui.core.evaluation.evaluation import Evaluation, JudgedEvaluation
from perf_tui.core.explaining.working import work_total
from perf_tui.core.findings.finding import reasons_given
from perf_tui.core.form.computed import OF_ROW, OF_TABLE
from perf_tui.core.form.layout import TableCell
from perf_tui.core.form.models import COMPARATORS
from perf_tui.core.numbers import Number
from perf_tui.core.numbers.number import qualified
from perf_tui.core.numbers.rounding import fixed, half_up, percent, plain, with_sign
from perf_tui.core.numbers.units import split_unit
from perf_tui.core.scoring.item import IndicatorScore
from perf_tui.core.scoring.measured import initial_target_of
from perf_tui.core.scoring.points import HUNDRED
from perf_tui.core.wording.printed import Printed, gap_in
from perf_tui.core.wording.sentences import section_passage
from perf_tui.core.wording.templates import Template
from perf_tui.render.gaps import gap

Fill: TypeAlias = Callable[[Template], str]
FillCell: TypeAlias = Callable[[TableCell], str]


def filled_cells(evaluation: Evaluation) -> FillCell:
    """Return a function that fills the cells above and below the indicators, and in annexes."""
    fill, amounts = filled_by_year(evaluation), evaluation.readings.amounts

    def filled(cell: TableCell) -> str:
        if cell.value is not None:
            number = cell.value.number(amounts)
            return "" if number is None else _value(number, cell.unit)
        return fill(cell.text) if cell.text else ""

    return filled


def _value(number: Decimal, unit: str) -> str:
    return f"{percent(number) if unit == '%' else plain(half_up(number))}{unit}"


def filled_by_year(evaluation: Evaluation) -> Fill:
    """Return a function that fills the cells above and below the indicators."""
    form, score = evaluation.form, evaluation.score
    sections = {f"section_{one.key}": one for one in form.sections}
    blank = any(item.blank for item in score.weighed)
    texts: Printed = {
        **evaluation.printed,
        **_amounts(evaluation),
        **{name: section_passage(evaluation, one) for name, one in sections.items()},
        "execution_weight": plain(score.execution.weight),
        "weights": plain(score.weight),
        "scores": None if blank else fixed(score.indicators, score.scheme.score_places),
        "working": _working(evaluation),
    }
    labels = {**OF_TABLE, **{name: one.title for name, one in sections.items()}}
    of_year = gap_in(form)
    return lambda text: text.fill(
        texts, lambda name: gap(labels[name]) if name in labels else of_year(name)
    )


def _amounts(evaluation: Evaluation) -> Printed:
    """Return the figures of the budget in the unit in which the table prints money."""
    power, _ = split_unit(evaluation.form.layout.money)
    if not power:
        return {}
    readings = evaluation.readings.by_address
    numbers = {
        fact.key: number
        for fact in evaluation.form.budget
        if fact.unit == "元" and isinstance(number := readings[f"budget.{fact.key}"], Number)
    }
    return {
        key: qualified(plain(number.value.scaleb(-power)), number.qualifier)
        for key, number in numbers.items()
    }


def filled_by_item(evaluation: JudgedEvaluation, item: IndicatorScore, *, internal: bool) -> Fill:
    """Return a function that fills the cells of an indicator's row.

    Remarks are for the internal copy only. The public one has the deviation reason (偏差原因).
    """
    remark = _remark(evaluation, item) if internal else _reason(evaluation, item)
    texts = {**_item_texts(evaluation, item), "remark": remark}
    return lambda text: text.fill(texts, lambda name: gap(OF_ROW[name]))


def _working(evaluation: Evaluation) -> str:
    """Return the steps from the sum of the indicators to the total. Execution stands above."""
    _execution, _indicators, *steps = work_total(evaluation)
    return "；".join(f"{line.label} {line.equation}" for line in steps)


def _item_texts(evaluation: Evaluation, item: IndicatorScore) -> Printed:
    indicator, share = item.indicator, item.coefficient
    return {
        "number": str(indicator.number),
        "name": indicator.name,
        "category": indicator.category,
        "category_points": _category_points(evaluation, indicator.category),
        "subcategory": indicator.subcategory,
        "unit": indicator.unit,
        "sign": COMPARATORS[indicator.sign],
        "initial_target": _initial_target(evaluation, item),
        "adjusted_target": _adjusted_target(evaluation, item),
        "goal": _goal(item),
        "target": item.shown_target or ("/" if item.extra else None),
        "actual": item.shown_actual,
        "coefficient": "/" if item.extra else None if share is None else percent(share * HUNDRED),
        "weight": plain(indicator.weight),
        "score": _score(evaluation, item),
        "core": "是" if indicator.core else "否",
    }


def _score(evaluation: Evaluation, item: IndicatorScore) -> str | None:
    """Return the score; one that is added to the total, or taken from it, with its sign."""
    if item.score is None:
        return None
    if item.extra:
        beside = "" if item.extra.counted else "（不计入）"
        return f"{with_sign(item.score)}{beside}"
    return fixed(item.score, evaluation.form.scheme.score_places)


def _category_points(evaluation: Evaluation, category: str) -> str:
    indicators = evaluation.form.indicators
    return plain(sum((one.weight for one in indicators if one.category == category), HUNDRED * 0))


def _initial_target(evaluation: Evaluation, item: IndicatorScore) -> str | None:
    if item.indicator.by_tier or item.extra:
        return item.shown_target or "/"
    target = initial_target_of(item.indicator, evaluation.readings)
    return None if target is None else plain(target)


def _adjusted_target(evaluation: Evaluation, item: IndicatorScore) -> str:
    """Return the adjusted target, an empty string if none was set, or a gap if it is unreadable."""
    address = f"indicators.{item.indicator.id}.adjusted_target"
    if not evaluation.year.text(address):
        return ""
    target = evaluation.readings.number(address)
    return gap(OF_ROW["adjusted_target"]) if target is None else plain(target)


def _goal(item: IndicatorScore) -> str | None:
    """Return the target that counts with its sign and unit: ≥90%. Words stand alone."""
    if item.indicator.by_tier or item.extra or item.shown_target is None:
        return item.shown_target or ("/" if item.extra else None)
    return f"{COMPARATORS[item.indicator.sign]}{item.shown_target}{item.indicator.unit}"


def _remark(evaluation: JudgedEvaluation, item: IndicatorScore) -> str:
    """Return reason and remark as typed, then the reasons for which warnings were accepted."""
    typed = evaluation.readings.words(f"indicators.{item.indicator.id}.remark")
    accepted = reasons_given(evaluation.findings, item.indicator.number)
    told = (_reason(evaluation, item), typed, *accepted)
    return "\n".join(dict.fromkeys(words for words in told if words))


def _reason(evaluation: Evaluation, item: IndicatorScore) -> str:
    return evaluation.readings.words(f"indicators.{item.indicator.id}.deviation_reason") or ""
