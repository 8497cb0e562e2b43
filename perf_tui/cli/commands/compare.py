"""`perf-tui compare`: what every indicator reached and scored over the years."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from decimal import Decimal
from itertools import chain
from pathlib import Path

from perf_tui.cli.columns import aligned
from perf_tui.cli.files import CommandError, read_evaluation
from perf_tui.cli.output import err
from perf_tui.cli.printing import print_found
from perf_tui.core.evaluation.comparison import (
    NONE,
    Comparison,
    Course,
    YearChanges,
    bars,
    changes,
    compare_years,
    signed,
)
from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.numbers.rounding import fixed, plain
from perf_tui.showing.comparison import change_lines, once_called

BAR = 40
RATE_PLACES = 10
TOTALS = ("年度", "执行率", "总分", "增减", "等级", "")


def run(arguments: Namespace) -> int:
    """Print the years side by side as tables and bars, or as JSON."""
    comparison = compare_years(_read(arguments.files))
    print_found(arguments, lambda: as_object(comparison), lambda: as_lines(comparison))
    return 0


def as_lines(comparison: Comparison) -> Iterator[str]:
    """Yield the units and years, the totals with bars, and what every indicator came to."""
    years = [str(evaluation.year.year) for evaluation in comparison.years]
    yield f"{'、'.join(_units(comparison.years))}  {'、'.join(years)} 年"
    yield ""
    yield from aligned([TOTALS, *_totals(comparison, years)], right=(1, 2, 3))
    yield ""
    head = chain.from_iterable((f"{year}完成值", "增减", "得分") for year in years)
    rows = [("序号", "指标", *head), *map(_row, comparison.indicators)]
    yield from aligned(rows, right=(0, *range(2, len(rows[0]))))
    for line, heading in change_lines(comparison):
        yield from ("", f"{line}：") if heading else (f"  {line}",)


def as_object(comparison: Comparison) -> dict[str, object]:
    """Return the comparison for JSON. Decimals are strings; what is open or missing is null.

    Only where the indicators of the years differ, there are the keys `changes`, `earlier_names` and
    `guessed`.
    """
    told: dict[str, object] = {
        "years": [_year(evaluation) for evaluation in comparison.years],
        "indicators": [_indicator(course, comparison.years) for course in comparison.indicators],
    }
    changed = [_changes(one) for one in comparison.form_changes]
    return told | ({"changes": changed} if changed else {})


def _read(files: Sequence[Path]) -> list[Evaluation]:
    if len(files) < 2:
        raise CommandError("对比要两个或更多年度文件，再写上一个")
    evaluations: list[Evaluation] = []
    named: dict[int, Path] = {}
    for path in files:
        evaluation = read_evaluation(path)
        year = evaluation.year.year
        if year in named:
            raise CommandError(f"{named[year]} 和 {path} 都是 {year} 年的，每年只写一个文件")
        named[year] = path
        evaluations.append(evaluation)
    if len(units := _units(evaluations)) > 1:
        err(f"注意：这些文件不是同一个单位的：{'、'.join(units)}")
    return evaluations


def _units(evaluations: Sequence[Evaluation]) -> list[str]:
    return list(dict.fromkeys(evaluation.unit for evaluation in evaluations))


def _totals(comparison: Comparison, years: Sequence[str]) -> Iterator[tuple[str, ...]]:
    total = comparison.total
    points = (_fixed(figure) or NONE for figure in total.figures)
    rates = comparison.execution.results
    gains = map(signed, total.changes)
    yield from zip(years, rates, points, gains, total.results, bars(total, BAR), strict=True)


def _row(course: Course) -> tuple[str, ...]:
    shown = zip(course.results, course.changes, course.scores, strict=True)
    cells = ((result, signed(change), _fixed(score) or NONE) for result, change, score in shown)
    name = f"{course.name}（{once_called(course)}）" if course.earlier_names else course.name
    return (NONE if course.gone else str(course.number), name, *chain.from_iterable(cells))


def _year(evaluation: Evaluation) -> dict[str, object]:
    score = evaluation.score
    return {
        "unit": evaluation.readings.words("unit.name"),
        "year": evaluation.year.year,
        "total": _fixed(score.total),
        "grade": score.grade,
        "complete": score.complete,
        "so_far": fixed(score.so_far),
        "open": fixed(score.open),
        "execution_rate": _fixed(score.execution.rate, RATE_PLACES),
    }


def _changes(found: YearChanges) -> dict[str, object]:
    changed = [{**asdict(one), "words": one.words} for one in found.changes]
    return {"year": found.year, "before": found.before, "indicators": changed}


def _indicator(course: Course, years: Sequence[Evaluation]) -> dict[str, object]:
    gains = changes(course.scores)
    actuals = course.results if course.in_words else [_plain(one) for one in course.figures]
    shown = zip(years, actuals, course.changes, course.scores, gains, strict=True)
    return {
        "id": course.id,
        "number": course.number,
        "name": course.name,
        "unit": course.unit,
        **_earlier(course),
        "years": [
            {
                "year": evaluation.year.year,
                "actual": None if actual == NONE else actual,
                "change": _plain(change),
                "score": _fixed(score),
                "score_change": _fixed(gain),
            }
            for evaluation, actual, change, score, gain in shown
        ],
    }


def _earlier(course: Course) -> dict[str, object]:
    if not course.earlier_names:
        return {}
    return {"earlier_names": list(course.earlier_names), "guessed": course.guessed}


def _plain(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)


def _fixed(value: Decimal | None, places: int = 2) -> str | None:
    return None if value is None else fixed(value, places)
