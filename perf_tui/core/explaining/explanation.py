"""The explanation of a score, line by line: what cost points, and what can change the grade."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.explaining.attainable import (
    GradeStep,
    OpenPart,
    bounds,
    gains,
    open_parts,
    steps,
)
from perf_tui.core.explaining.deductions import (
    Deduction,
    Shortfall,
    converted_deduction,
    deductions_of,
    lacking,
    shortfalls,
)
from perf_tui.core.explaining.working import Equation
from perf_tui.core.numbers.rounding import fixed, plain
from perf_tui.core.scoring.item import IndicatorScore
from perf_tui.core.scoring.points import HUNDRED, ZERO, to_points
from perf_tui.core.scoring.score import Score, grade_of


def explain_deductions(evaluation: Evaluation) -> Iterator[Equation]:
    """Yield a line for each loss and one for their sum, which is lost for good."""
    deductions = deductions_of(evaluation)
    if not deductions:
        yield Equation("失分", "没有失分")
        return
    yield from (Equation(one.name, _loss_words(one)) for one in deductions)
    score = evaluation.score
    parts = " + ".join(map(_added, deductions))
    yield Equation("失分合计", f"{fixed(lacking(score))} = {parts}，即 {_from_hundred(score)}")


def explain_item(evaluation: Evaluation, item: IndicatorScore) -> Iterator[Equation]:
    """Yield where an indicator's points went, or what it can still bring."""
    score = evaluation.score
    for one in shortfalls(evaluation, item):
        yield Equation("失分", _shortfall_words(score, one))
    if item.blank and item.extra is None:
        worth = fixed(score.in_total(item.indicator.weight))
        yield Equation("待定", f"还没有得分，折算后最多可得 {worth} 分")


def explain_grade(evaluation: Evaluation) -> Iterator[Equation]:
    """Yield the grade reached or possible, what is open, and the way to every better grade.

    A scheme without grades leaves what is open.
    """
    score = evaluation.score
    graded = bool(score.scheme.grades)
    if score.total is None:
        if graded:
            yield Equation("等级", _undecided(score))
        yield from _open_lines(evaluation)
    elif graded:
        yield Equation("等级", _decided(score))
    parts = gains(score)
    for step in steps(score):
        yield Equation(f"到“{step.grade}”", _step_words(score, step, parts))


def _loss_words(deduction: Deduction) -> str:
    working = (
        f"{fixed(deduction.points)} = {deduction.working}"
        if deduction.working
        else fixed(deduction.points)
    )
    return f"{working}，{deduction.cause}"


def _added(deduction: Deduction) -> str:
    return fixed(deduction.points) if deduction.points >= ZERO else f"({fixed(deduction.points)})"


def _from_hundred(score: Score) -> str:
    if score.total is not None:
        return f"100 - 总分 {fixed(score.total)}"
    return f"100 - 已得 {fixed(score.so_far)} - 待定 {fixed(score.open)}"


def _shortfall_words(score: Score, one: Shortfall) -> str:
    working = f"{fixed(one.points)} = {plain(one.before)} - {plain(one.after)}"
    return f"{working}，{one.cause}；折算 {fixed(converted_deduction(score, one))} 分"


def _open_lines(evaluation: Evaluation) -> Iterator[Equation]:
    score = evaluation.score
    rest, whole = plain(HUNDRED - score.execution.weight), plain(score.weight)
    names = {item.indicator.number: item.indicator for item in score.items}
    for part in open_parts(score):
        if part.number is None:
            yield Equation("预算执行", f"待定 {plain(part.points)} 分")
            continue
        if score.unweighed:
            yield Equation("各项指标", f"待定 {plain(part.points)} 分，还没有权重")
            continue
        one = names[part.number]
        working = f"{fixed(part.points)} = {rest} × {plain(one.weight)} ÷ {whole}"
        yield Equation(f"{one.number} {one.name}", f"待定 {working}")


def _undecided(score: Score) -> str:
    lowest, highest = bounds(score)
    worst, best = (grade_of(score.scheme, total) for total in (lowest, highest))
    if worst == best:
        return (
            f"已定是“{best}”：没填的不管得多少，总分都在 {fixed(lowest)} 到 {fixed(highest)} 之间"
        )
    return f"还没有定：总分最低 {fixed(lowest)}，是“{worst}”；最高 {fixed(highest)}，是“{best}”"


def _decided(score: Score) -> str:
    total = score.total or ZERO
    floor = next(one.floor for one in score.scheme.grades if one.name == score.grade)
    best = "，已是最高等级" if score.grade == score.scheme.grades[0].name else ""
    above = f"，总分比它的下限 {plain(floor)} 高 {fixed(total - floor)} 分" if floor else ""
    return f"“{score.grade}”{best}{above}"


def _step_words(score: Score, step: GradeStep, parts: Sequence[OpenPart]) -> str:
    if score.complete:
        whole, full, none = f"失分的 {len(parts)} 项共", "补足", "不补"
    else:
        whole, full, none = f"没填的 {len(parts)} 项最多可得", "全得", "不得分"
    worth = fixed(to_points(sum((part.points for part in parts), ZERO)))
    said = [f"还差 {fixed(step.gap)} 分", f"{whole} {worth} 分"]
    if len(step.alone) == len(parts) > 1:
        said.append(f"任一项{full}即可")
    elif step.alone:
        either = "任一项" if len(step.alone) > 1 else ""
        said.append(f"其中{_names(step.alone)}{either}{full}即可")
    else:
        said.append("没有哪一项单独够")
    if needed := [part for part in step.needed if part not in step.alone]:
        said.append(f"{_names(needed)}{none}就到不了")
    return "；".join(said)


def _names(parts: Sequence[OpenPart]) -> str:
    numbers = [str(part.number) for part in parts if part.number]
    budget = ["预算执行"] if any(part.number is None for part in parts) else []
    items = [f"第 {'、'.join(numbers)} 项"] if numbers else []
    items += ["各项指标"] if any(part.number == 0 for part in parts) else []
    return "、".join([*budget, *items])
