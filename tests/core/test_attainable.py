"""Which totals are still within reach, and what decides the grade."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.explaining.attainable import bounds, gains, open_parts, steps, total_with
from perf_tui.core.explaining.deductions import deductions_of
from perf_tui.core.explaining.explanation import explain_grade
from perf_tui.core.explaining.working import work_total
from perf_tui.core.form import Form
from perf_tui.core.scoring.score import grade_of
from support.drawn import GIVEN, SOME_TEXTS, forms
from support.forms import CAPS, SPENT, form_of, indicator, stand

NAMES = ("one", "two", "three")
ACTUALS = tuple(f"indicators.{name}.actual" for name in NAMES)
POINTS = st.integers(0, 120).map(str) | st.decimals("0", "110", places=3).map(str)
WEIGHTS = st.tuples(*[st.decimals("0.5", "60", places=1)] * 3)


def _form(*weights: Decimal | int, **scheme: Any) -> Form:
    rows = zip(NAMES, weights, strict=False)
    return form_of(*(indicator(name, weight=weight) for name, weight in rows), **scheme)


@given(
    WEIGHTS,
    st.fixed_dictionaries(dict.fromkeys((*ACTUALS, "budget.executed"), POINTS)),
    st.sets(st.sampled_from((*ACTUALS, "budget.executed"))),
    st.sampled_from([[], CAPS]),
)
def test_every_completion_lies_within_reach_and_narrows_it(
    weights: tuple[Decimal, ...], texts: dict[str, str], blank: set[str], caps: list[object]
) -> None:
    form = _form(*weights, caps=caps)
    filled = {**SPENT, **texts}
    total = stand(form, filled).score.total
    assert total is not None
    known = {at: text for at, text in filled.items() if at not in blank}
    before = bounds(stand(form, known).score)
    for at in sorted(blank):
        known[at] = filled[at]
        after = bounds(stand(form, known).score)
        assert before[0] <= after[0] <= total <= after[1] <= before[1]
        before = after
    assert before == (total, total)


@given(WEIGHTS, st.fixed_dictionaries(dict.fromkeys(ACTUALS, POINTS)), st.sampled_from(ACTUALS))
def test_a_better_result_never_lowers_what_is_within_reach(
    weights: tuple[Decimal, ...], texts: dict[str, str], better: str
) -> None:
    form = _form(*weights)
    less, more = sorted((Decimal(texts[better]), Decimal(100)))
    low, high = (bounds(stand(form, {**texts, better: str(at)}).score) for at in (less, more))
    assert low[0] <= high[0]
    assert low[1] <= high[1]


@given(forms(), SOME_TEXTS)
def test_what_suffices_suffices_and_what_is_needed_is_needed(
    form: Form, texts: dict[str, str]
) -> None:
    score = stand(form, texts).score
    lowest, parts = total_with(score, ()), gains(score)
    for step in steps(score):
        floor = lowest + step.gap
        assert grade_of(form.scheme, floor) == step.grade
        assert total_with(score, parts) >= floor > lowest
        for part in parts:
            others = [one for one in parts if one is not part]
            assert (total_with(score, [part]) >= floor) == (part in step.alone)
            assert (total_with(score, others) < floor) == (part in step.needed)


@given(forms(), st.fixed_dictionaries(GIVEN))
def test_open_parts_are_the_open_points(form: Form, texts: dict[str, str]) -> None:
    score = stand(form, texts).score
    assert total_with(score, open_parts(score)) == score.so_far + score.open


def _grade(evaluation: Evaluation) -> list[tuple[str, str]]:
    return [(line.label, line.equation) for line in explain_grade(evaluation)]


NONE, NEEDED = "没有哪一项单独够", "第 2、3 项不得分就到不了"
FULL = {**SPENT, **dict.fromkeys(ACTUALS, "100")}


@pytest.mark.parametrize(
    ("weights", "texts", "lines"),
    [
        (
            (70, 20, 10),
            {ACTUALS[1]: "", ACTUALS[2]: ""},
            [
                ("等级", "还没有定：总分最低 73.00，是“中”；最高 100.00，是“优”"),
                ("2 指标two", "待定 18.00 = 90 × 20 ÷ 100"),
                ("3 指标three", "待定 9.00 = 90 × 10 ÷ 100"),
                ("到“良”", "还差 7.00 分；没填的 2 项最多可得 27.00 分；任一项全得即可"),
                ("到“优”", "还差 17.00 分；没填的 2 项最多可得 27.00 分；其中第 2 项全得即可"),
            ],
        ),
        (
            (60, 20, 20),
            {"budget.executed": "", ACTUALS[1]: "", ACTUALS[2]: ""},
            [
                ("等级", "还没有定：总分最低 54.00，是“差”；最高 100.00，是“优”"),
                ("预算执行", "待定 10 分"),
                ("2 指标two", "待定 18.00 = 90 × 20 ÷ 100"),
                ("3 指标three", "待定 18.00 = 90 × 20 ÷ 100"),
                ("到“中”", "还差 6.00 分；没填的 3 项最多可得 46.00 分；任一项全得即可"),
                ("到“良”", "还差 26.00 分；没填的 3 项最多可得 46.00 分；没有哪一项单独够"),
                (
                    "到“优”",
                    f"还差 36.00 分；没填的 3 项最多可得 46.00 分；{NONE}；{NEEDED}",
                ),
            ],
        ),
        (
            (60, 20, 20),
            {ACTUALS[0]: "95", "budget.executed": ""},
            [
                ("等级", "还没有定：总分最低 87.30，是“良”；最高 97.30，是“优”"),
                ("预算执行", "待定 10 分"),
                ("到“优”", "还差 2.70 分；没填的 1 项最多可得 10.00 分；其中预算执行全得即可"),
            ],
        ),
        (
            (97, 2, 1),
            {ACTUALS[2]: ""},
            [
                ("等级", "已定是“优”：没填的不管得多少，总分都在 99.10 到 100.00 之间"),
                ("3 指标three", "待定 0.90 = 90 × 1 ÷ 100"),
            ],
        ),
        (
            (60, 20, 20),
            {ACTUALS[0]: "80", "budget.executed": "90"},
            [
                ("等级", "“良”，总分比它的下限 80 高 8.20 分"),
                ("到“优”", "还差 1.80 分；失分的 2 项共 11.80 分；其中第 1 项补足即可"),
            ],
        ),
        (
            (60, 20, 20),
            {"budget.executed": "0", ACTUALS[0]: "0", ACTUALS[1]: "0", ACTUALS[2]: "0"},
            [
                ("等级", "“差”"),
                (
                    "到“中”",
                    "还差 60.00 分；失分的 4 项共 100.00 分；没有哪一项单独够；第 1 项不补就到不了",
                ),
                (
                    "到“良”",
                    "还差 80.00 分；失分的 4 项共 100.00 分；没有哪一项单独够；第 1 项不补就到不了",
                ),
                (
                    "到“优”",
                    f"还差 90.00 分；失分的 4 项共 100.00 分；{NONE}；第 1、2、3 项不补就到不了",
                ),
            ],
        ),
        ((60, 20, 20), {}, [("等级", "“优”，已是最高等级，总分比它的下限 90 高 10.00 分")]),
    ],
)
def test_the_grade_in_words(
    weights: tuple[int, ...], texts: dict[str, str], lines: list[tuple[str, str]]
) -> None:
    assert _grade(stand(_form(*weights), {**FULL, **texts})) == lines


def test_a_cap_is_lifted_by_the_execution_alone() -> None:
    evaluation = stand(_form(60, 20, 20, caps=CAPS), {**FULL, "budget.executed": "79"})
    assert _grade(evaluation)[1:] == [
        ("到“优”", "还差 1.00 分；失分的 1 项共 2.10 分；其中预算执行补足即可")
    ]


def test_without_indicators_their_points_are_open_and_nothing_is_lost() -> None:
    evaluation = stand(form_of(), {"budget.adjusted": "100", "budget.executed": "90"})
    score = evaluation.score
    assert (score.total, score.grade, score.complete) == (None, None, False)
    rest = 100 - score.execution.weight
    assert score.open == rest
    assert bounds(score) == (score.so_far, score.so_far + rest)
    assert [(one.number, one.points) for one in open_parts(score)] == [(0, rest)]
    assert list(work_total(evaluation))[2].equation == (
        f"指标和权重还没有填，算不出，待定 {rest} 分"
    )
    grade, left, step, *_ = _grade(evaluation)
    assert grade[1].startswith("还没有定：")
    assert left == ("指标", f"待定 {rest} 分，指标和权重还没有填")
    assert step[1].endswith("其中指标全得即可")
    assert [one.name for one in deductions_of(evaluation)] == ["预算执行"]
