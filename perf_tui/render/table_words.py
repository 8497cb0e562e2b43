"""The words for the names in the cells of a self-evaluation table."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from perf_tui.core.findings import reasons_given
from perf_tui.core.form.computed import OF_ROW, OF_TABLE
from perf_tui.core.printed import Printed, gap_in
from perf_tui.core.rounding import fixed, percent, plain
from perf_tui.core.scoring import HUNDRED, Item
from perf_tui.core.sentences import section_passage
from perf_tui.core.standing import JudgedStanding, Standing
from perf_tui.core.templates import Template
from perf_tui.core.values import initial_target_of
from perf_tui.core.working import SIGNS, work_total
from perf_tui.render.gaps import gap

Fill: TypeAlias = Callable[[Template], str]


def filled_by_year(standing: Standing) -> Fill:
    """Return a function that fills the cells above and below the indicators."""
    form, score = standing.form, standing.score
    sections = {f"section_{one.key}": one for one in form.sections}
    blank = any(item.blank for item in score.items)
    texts: Printed = {
        **standing.printed,
        **{name: section_passage(standing, one) for name, one in sections.items()},
        "execution_weight": plain(score.execution.weight),
        "weights": plain(score.weight),
        "scores": None if blank else fixed(score.indicators),
        "working": _working(standing),
    }
    labels = {**OF_TABLE, **{name: one.title for name, one in sections.items()}}
    of_year = gap_in(form)
    return lambda text: text.fill(
        texts, lambda name: gap(labels[name]) if name in labels else of_year(name)
    )


def filled_by_item(standing: JudgedStanding, item: Item, *, internal: bool) -> Fill:
    """Return a function that fills the cells of an indicator's row.

    Remarks are for the internal copy only. The public one has the deviation reason (偏差原因).
    """
    remark = _remark(standing, item) if internal else _reason(standing, item)
    texts = {**_item_texts(standing, item), "remark": remark}
    return lambda text: text.fill(texts, lambda name: gap(OF_ROW[name]))


def _working(standing: Standing) -> str:
    """Return the steps from the sum of the indicators to the total. Execution stands above."""
    _execution, _indicators, *steps = work_total(standing)
    return "；".join(f"{line.label} {line.equation}" for line in steps)


def _item_texts(standing: Standing, item: Item) -> Printed:
    indicator, share = item.indicator, item.coefficient
    return {
        "number": str(indicator.number),
        "name": indicator.name,
        "category": indicator.category,
        "category_points": _category_points(standing, indicator.category),
        "subcategory": indicator.subcategory,
        "unit": indicator.unit,
        "sign": SIGNS[indicator.sign],
        "initial_target": _initial_target(standing, item),
        "adjusted_target": _adjusted_target(standing, item),
        "goal": _goal(item),
        "actual": item.shown_actual,
        "coefficient": None if share is None else percent(share * HUNDRED),
        "weight": plain(indicator.weight),
        "score": None if item.score is None else fixed(item.score),
        "core": "是" if indicator.core else "否",
    }


def _category_points(standing: Standing, category: str) -> str:
    indicators = standing.form.indicators
    return plain(sum((one.weight for one in indicators if one.category == category), HUNDRED * 0))


def _initial_target(standing: Standing, item: Item) -> str | None:
    if item.indicator.sign == "qualitative":
        return item.shown_target
    target = initial_target_of(item.indicator, standing.readings)
    return None if target is None else plain(target)


def _adjusted_target(standing: Standing, item: Item) -> str:
    """Return the adjusted target, an empty string if none was set, or a gap if it is unreadable."""
    address = f"indicators.{item.indicator.id}.adjusted_target"
    if not standing.year.text(address):
        return ""
    target = standing.readings.number(address)
    return gap(OF_ROW["adjusted_target"]) if target is None else plain(target)


def _goal(item: Item) -> str | None:
    """Return the target that counts with its sign and unit: ≥90%. A tier stands alone."""
    if item.indicator.sign == "qualitative" or item.shown_target is None:
        return item.shown_target
    return f"{SIGNS[item.indicator.sign]}{item.shown_target}{item.indicator.unit}"


def _remark(standing: JudgedStanding, item: Item) -> str:
    """Return reason and remark as typed, then the reasons for which warnings were accepted."""
    typed = standing.readings.words(f"indicators.{item.indicator.id}.remark")
    accepted = reasons_given(standing.findings, item.indicator.number)
    told = (_reason(standing, item), typed, *accepted)
    return "\n".join(dict.fromkeys(words for words in told if words))


def _reason(standing: Standing, item: Item) -> str:
    return standing.readings.words(f"indicators.{item.indicator.id}.deviation_reason") or ""
