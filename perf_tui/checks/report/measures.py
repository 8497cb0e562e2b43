"""Rules on an indicator's words: what was reached, against which target, on what data."""

from __future__ import annotations

import re
from collections.abc import Iterator

from perf_tui.core.claims.claims import Claims, IndicatorClaim, Relation, Stated
from perf_tui.core.findings.report_finding import ReportFinding
from perf_tui.core.form import Scheme, Severity
from perf_tui.core.numbers.rounding import plain

_TARGET = re.compile(r"目标|指标值|计划(?:数|值)|预期")
_NOTHING_HAPPENED = re.compile(r"无|未|没有|零|[0０]\s*[起次人件]")
_COUNTED = re.compile(r"(?P<unit>[一-鿿])数$")
_SURVEY = re.compile(r"满意度|知晓率|满意率")
_SAMPLE = re.compile(r"[\d０-９]\s*余?\s*(?:份|人|户|名|张)")
_RATES = ("率", "度")
_AS_TARGET = re.compile(r"[高低大小多少]于|超过|目标")
_UNITS_OF = {"次": "次起件", "人": "人名", "户": "户", "村": "村", "件": "件起"}


def measure_missing(claims: Claims, _: Scheme) -> Iterator[ReportFinding]:
    """Find indicators whose words lack their measure, such as a 率 without a percentage."""
    for item in claims.items:
        if item.words and not _measured(claims, item):
            yield _of(
                item,
                "measure-missing",
                "warning",
                f"“{item.name}”的文字里没有这项指标的完成值",
                "写明完成了多少",
            )


def target_missing(claims: Claims, _: Scheme) -> Iterator[ReportFinding]:
    """Find indicators without a target, unless the report has a table with a column for it."""
    if claims.rows:  # the table has a column for it
        return
    for item in claims.items:
        if not _TARGET.search(item.words):
            yield _of(
                item,
                "target-missing",
                "notice",
                f"“{item.name}”没有写目标值",
                "写上年初目标，完成值才有比较",
            )


def target_comparison(claims: Claims, _: Scheme) -> Iterator[ReportFinding]:
    """Find comparisons with a target that the numbers contradict (“高于” for a lower one)."""
    for item in claims.items:
        for reach in item.reaches:
            actual, target = reach.actual.value, reach.target.value
            above = reach.relation == "above" and actual <= target
            below = reach.relation == "below" and actual >= target
            if above or below:
                yield _of_reach(
                    item,
                    reach,
                    "target-comparison",
                    f"完成值 {_spelt(reach.actual)} 和目标 {_spelt(reach.target)} 的高低写反了",
                    "核对完成值、目标值和结论",
                )


def target_not_reached(claims: Claims, _: Scheme) -> Iterator[ReportFinding]:
    """Find full marks for a missed target, for which the scoring rules give only a part."""
    for item in claims.items:
        for reach in item.reaches:
            if reach.relation == "equal" and item.full and _short(item, reach):
                actual, target = _spelt(reach.actual), _spelt(reach.target)
                yield _of_reach(
                    item,
                    reach,
                    "target-not-reached",
                    f"“{item.name}”完成 {actual}，没有达到目标 {target}，却得了满分",
                    "核对完成值和目标值，没有达到就按比例得分并写明原因",
                )


def survey_without_sample(claims: Claims, _: Scheme) -> Iterator[ReportFinding]:
    """Find surveys (满意度, 知晓率) without the number of people asked.

    This is one of the reasons why reports are sent back.
    """
    for item in claims.items:
        if _SURVEY.search(item.name) and not _SAMPLE.search(item.words):
            yield _of(
                item,
                "survey-without-sample",
                "warning",
                f"“{item.name}”没有写调查了多少人",
                "写明发放和收回的问卷数或走访人数",
            )


def full_marks_without_data(claims: Claims, _: Scheme) -> Iterator[ReportFinding]:
    """Find full marks without a single figure in the words.

    This is one of the reasons why reports are sent back.
    """
    for item in claims.items:
        told = any(claims.counts_of(item)) or _NOTHING_HAPPENED.search(item.words)
        if item.full and not told:
            yield _of(
                item,
                "full-marks-without-data",
                "warning",
                f"“{item.name}”得了满分，文字里没有一个数据",
                "写出能证明完成情况的数据",
            )


def _short(item: IndicatorClaim, reach: Relation) -> bool:
    """Whether the target was missed: more than 0 where it is 0, less than the target elsewhere.

    For costs to be kept down, a value below the target misses nothing.
    """
    if reach.target.value == 0:
        return reach.actual.value > 0
    controls = any(word in item.name for word in ("控制", "压减", "成本"))
    return reach.actual.value < reach.target.value and not controls


def _spelt(stated: Stated) -> str:
    return plain(stated.value) + stated.unit


def _measured(claims: Claims, item: IndicatorClaim) -> bool:
    if item.name.endswith(_RATES):
        rates = (count.words for count in claims.counts_of(item) if count.unit == "%")
        return not all(map(_AS_TARGET.search, rates))
    found = _COUNTED.search(item.name)
    if found is None:
        return True
    units = _UNITS_OF.get(found["unit"], found["unit"])
    said = re.compile(rf"[\d０-９]\s*余?\s*个?(?:行政)?[{units}]")
    zero = found["unit"] in "次人件起" and _NOTHING_HAPPENED.search(item.words)
    return bool(zero) or bool(said.search(item.words))


def _of_reach(
    item: IndicatorClaim, reach: Relation, code: str, message: str, fix: str
) -> ReportFinding:
    return ReportFinding(code, "error", message, fix, reach.at, item.number)


def _of(
    item: IndicatorClaim, code: str, severity: Severity, message: str, fix: str
) -> ReportFinding:
    return ReportFinding(code, severity, message, fix, item.heading, item.number)


MEASURE_RULES = (
    measure_missing,
    target_missing,
    target_comparison,
    target_not_reached,
    survey_without_sample,
    full_marks_without_data,
)
