"""`perf-tui score`: total and grade with their working, and every indicator's score."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator
from decimal import Decimal

from perf_tui.cli.files import read_standing
from perf_tui.cli.output import say
from perf_tui.cli.table import aligned
from perf_tui.core.explaining import explain_grade, explain_losses
from perf_tui.core.rounding import fixed, half_up, plain
from perf_tui.core.scoring import Item
from perf_tui.core.standing import Standing
from perf_tui.core.working import SIGNS, work_total
from perf_tui.showing.glyphs import ASCII, FULL

COLUMNS = ("序号", "指标", "权重", "目标", "完成值", "得分")
FIGURES = (0, 2, 4, 5)
OPEN = "待定"
RATE_PLACES = 10
COEFFICIENT_PLACES = 4


def run(arguments: Namespace) -> int:
    """Print the score as a table or as JSON."""
    standing = read_standing(arguments.file)
    if arguments.json:
        say(json.dumps(as_object(standing), ensure_ascii=False, indent=2))
    else:
        glyphs = ASCII if arguments.ascii else FULL
        say(glyphs.spell("\n".join(as_lines(standing))))
    return 0


def as_lines(standing: Standing) -> Iterator[str]:
    """The unit and the year, how the total comes about, what it lacks, then the indicators."""
    yield f"{standing.unit}  {standing.year.year} 年"
    yield ""
    for lines in (work_total(standing), explain_grade(standing), explain_losses(standing)):
        yield from aligned((line.label, line.equation) for line in lines)
        yield ""
    yield from aligned([COLUMNS, *map(_row, standing.score.items)], right=FIGURES)


def as_object(standing: Standing) -> dict[str, object]:
    """The score for other programs; decimals are strings, what is open is null."""
    score, execution = standing.score, standing.score.execution
    return {
        "unit": standing.readings.words("unit.name"),
        "year": standing.year.year,
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
    }


def _item(item: Item) -> dict[str, object]:
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


def _row(item: Item) -> tuple[str, ...]:
    indicator = item.indicator
    unit = "" if indicator.sign == "qualitative" else indicator.unit
    target, actual = item.shown_target, item.shown_actual
    return (
        str(indicator.number),
        indicator.name,
        plain(indicator.weight),
        f"{SIGNS[indicator.sign]} {OPEN if target is None else target + unit}",
        OPEN if actual is None else actual + unit,
        _fixed(item.score) or OPEN,
    )


def _fixed(value: Decimal | None, places: int = 2) -> str | None:
    return None if value is None else fixed(value, places)


def _plain(value: Decimal | None, places: int = 2) -> str | None:
    return None if value is None else plain(half_up(value, places))
