"""`perf-tui score`: how total and grade come about, and every indicator's score."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from decimal import Decimal

from perf_tui.cli.columns import aligned
from perf_tui.cli.files import read_evaluation
from perf_tui.cli.printing import print_found
from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.explaining.explanation import explain_deductions, explain_grade
from perf_tui.core.explaining.working import work_total
from perf_tui.core.form.models import COMPARATORS, NO_TARGET
from perf_tui.core.numbers.rounding import fixed, half_up, plain, with_sign
from perf_tui.core.scoring.item import IndicatorScore

COLUMNS = ("序号", "指标", "权重", "目标", "完成值", "得分")
FIGURES = (0, 2, 4, 5)
OPEN = "待定"
RATE_PLACES = 10
COEFFICIENT_PLACES = 4


def run(arguments: Namespace) -> int:
    """Print the score as a table or as JSON."""
    evaluation = read_evaluation(arguments.file)
    print_found(arguments, lambda: as_object(evaluation), lambda: as_lines(evaluation))
    return 0


def as_lines(evaluation: Evaluation) -> Iterator[str]:
    """Yield the unit and the year, how the total comes about, and the indicators."""
    yield f"{evaluation.full_name}  {evaluation.year.year} 年"
    yield ""
    for lines in (
        work_total(evaluation),
        explain_grade(evaluation),
        explain_deductions(evaluation),
    ):
        if told := list(aligned((line.label, line.equation) for line in lines)):
            yield from (*told, "")
    yield from aligned([COLUMNS, *map(_row, evaluation.score.items)], right=FIGURES)


def as_object(evaluation: Evaluation) -> dict[str, object]:
    """Return the score for JSON. Decimals are strings; what is open is null."""
    score, execution = evaluation.score, evaluation.score.execution
    return {
        "unit": evaluation.readings.words("unit.name"),
        "year": evaluation.year.year,
        "total": _fixed(score.total),
        "grade": score.grade,
        "complete": score.complete,
        "so_far": fixed(score.so_far),
        "open": fixed(score.open),
        "execution": {
            "rate": _fixed(execution.rate, RATE_PLACES),
            "weight": plain(execution.weight),
            "score": _fixed(execution.score),
        },
        "indicators": {
            "weight": plain(score.weight),
            "score": fixed(score.indicators),
            "converted": fixed(score.converted),
            "items": [_item(item) for item in score.items],
        },
        **({"extra": with_sign(score.extra)} if score.extras else {}),
    }


def _item(item: IndicatorScore) -> dict[str, object]:
    indicator = item.indicator
    return {
        "id": indicator.id,
        "number": indicator.number,
        "name": indicator.name,
        "weight": plain(indicator.weight),
        "sign": indicator.sign,
        "target": item.shown_target,
        "actual": item.tier or _plain(item.actual),
        "coefficient": _plain(item.coefficient, COEFFICIENT_PLACES),
        "score": _fixed(item.score),
        "blank": item.blank,
    }


def _row(item: IndicatorScore) -> tuple[str, ...]:
    indicator = item.indicator
    unit = "" if indicator.sign == "qualitative" else indicator.unit
    target, actual = item.shown_target, item.shown_actual
    said = f"{COMPARATORS[indicator.sign]} {OPEN if target is None else target + unit}"
    worded = item.extra or indicator.target == NO_TARGET
    return (
        str(indicator.number),
        indicator.name,
        plain(indicator.weight),
        (target or "/") if worded else said,
        OPEN if actual is None else actual + unit,
        _fixed(item.score) or OPEN,
    )


def _fixed(value: Decimal | None, places: int = 2) -> str | None:
    return None if value is None else fixed(value, places)


def _plain(value: Decimal | None, places: int = 2) -> str | None:
    return None if value is None else plain(half_up(value, places))
