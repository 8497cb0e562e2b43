"""What an overall year says of the office's projects, beside what their own files come to."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from perf_tui.checks import judge, judged
from perf_tui.core.answers.year import Year
from perf_tui.core.evaluation.evaluation import Evaluation, evaluate
from perf_tui.core.evaluation.projects import ProjectSums, figures_for
from support.samples import township

SUMS = ProjectSums(12, 3, 10, Decimal(14400000), Decimal(13800000))
COUNT, BUDGET, EXECUTED, BEST = (
    f"facts.project_{key}" for key in ("count", "budget", "executed", "best")
)
SAME = {COUNT: "12", BUDGET: "14400000", EXECUTED: "13800000", BEST: "10"}


def overall(texts: dict[str, str], form: str = "national") -> Evaluation:
    return evaluate(township(form), Year(form, 2024, texts))


def found(texts: dict[str, str], sums: ProjectSums | None = SUMS) -> list[str | None]:
    return [one.field for one in judge(overall(texts), sums) if one.code == "projects-differ"]


def test_what_agrees_and_what_is_not_said_is_left_alone() -> None:
    assert found(SAME) == found({}) == []
    assert found({COUNT: "11"}, None) == []


@pytest.mark.parametrize("address", SAME)
def test_what_differs_is_found_with_the_mended_figure(address: str) -> None:
    findings = judge(overall({**SAME, address: "9"}), SUMS)
    (finding,) = (one for one in findings if one.code == "projects-differ")
    assert (finding.field, finding.suggestion) == (address, SAME[address])
    assert "12 个项目的自评合起来是" in finding.message


def test_what_a_project_lacks_is_not_judged() -> None:
    wrong = dict.fromkeys(SAME, "9")
    assert found(wrong, replace(SUMS, unknown=("村道硬化",))) == [COUNT, BEST]
    assert found(wrong, replace(SUMS, open=("村道硬化",))) == [COUNT, BUDGET, EXECUTED]


def test_it_can_be_accepted_with_a_reason() -> None:
    texts = {COUNT: "11", f"accepted.projects-differ/{COUNT}": "一个项目跨单位"}
    (finding,) = (
        one for one in judged(overall(texts), SUMS).findings if one.code == "projects-differ"
    )
    assert finding.accepted == "一个项目跨单位"


def test_amounts_are_in_the_unit_of_their_field() -> None:
    form = township("national")
    sections = tuple(
        replace(
            one,
            facts=tuple(
                replace(fact, unit="万元") if fact.projects == "budget" else fact
                for fact in one.facts
            ),
        )
        for one in form.sections
    )
    figures = figures_for(replace(form, sections=sections), SUMS)
    assert figures[BUDGET] == Decimal(1440)
    assert figures[EXECUTED] == Decimal(13800000)


def test_the_township_s_form_has_the_same_fields_and_a_project_s_has_none() -> None:
    assert township("township").project_facts.keys() == SAME.keys()
    assert figures_for(township("project"), SUMS) == {}
