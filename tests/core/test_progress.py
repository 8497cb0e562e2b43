"""The words of the task list."""

from __future__ import annotations

import pytest

from perf_tui.checks import judge
from perf_tui.core.evaluation.progress import Progress, progress_of
from support.forms import FULL, form_of, indicator, small_form, stand

FORM = small_form()
REMARK = "indicators.costs.remark"


def _progress(texts: dict[str, str]) -> dict[str, Progress]:
    evaluation = stand(FORM, texts)
    return dict(progress_of(evaluation, judge(evaluation)))


def test_an_empty_year_is_not_started() -> None:
    progress = _progress({})
    assert progress.pop("goal").status == "可不填"
    assert {page.status for page in progress.values()} == {"未开始"}
    assert {name: page.blanks for name, page in progress.items()} == {
        "unit": 1,
        "budget": 3,
        "cases": 2,
        "fires": 1,
        "costs": 1,
        "mood": 2,
        "rate": 0,
        "again": 2,
        "duties": 1,
        "spending": 0,
        "offices": 0,
    }


def test_a_full_year_is_done_but_for_what_is_optional() -> None:
    progress = _progress(FULL)
    open_pages = {name for name, page in progress.items() if page.status != "已完成"}
    assert open_pages == {"offices", "goal"}
    assert {page.blanks + page.problems for page in progress.values()} == {0}


@pytest.mark.parametrize(
    ("texts", "page", "progress"),
    [
        ({"facts.due": "5"}, "cases", Progress("填写中", 1, 0)),
        ({"facts.due": "5"}, "again", Progress("填写中", 1, 0)),
        ({"facts.due": "  "}, "cases", Progress("未开始", 2, 0)),
        ({"facts.due": "5", "facts.done": "6"}, "cases", Progress("有问题", 0, 1, warnings=1)),
        ({"facts.due": "5", "facts.done": "6"}, "again", Progress("有问题", 0, 1, warnings=1)),
        ({"facts.due": "多", "facts.done": "6"}, "cases", Progress("有问题", 0, 1)),
        ({"facts.due": "0", "facts.done": "0"}, "cases", Progress("有问题", 0, 1)),
        ({"facts.due": "5", "facts.done": "3"}, "cases", Progress("有问题", 0, 1)),
        ({"facts.spent": "5"}, "costs", Progress("填写中", 1, 0)),
        ({"indicators.costs.remark": "见台账"}, "costs", Progress("填写中", 1, 0)),
        # Only the missing remark is left, which is a warning.
        ({"indicators.costs.actual": "90"}, "costs", Progress("有提醒", 0, 0, warnings=1)),
        (
            {"indicators.costs.actual": "90", f"accepted.no-basis/{REMARK}": "见通报"},
            "costs",
            Progress("已完成", 0, 0),
        ),
        (
            {"facts.fires": "0", "pending.facts.fires": "2023"},
            "fires",
            Progress("填写中", 0, 0, pending=1),
        ),
        ({"indicators.mood.tier": "达成"}, "mood", Progress("填写中", 1, 0)),
        ({"budget.initial": "5"}, "budget", Progress("填写中", 2, 0)),
        ({"unit.name": "云溪镇"}, "unit", Progress("已完成", 0, 0)),
        ({"sections.duties": "多项"}, "duties", Progress("已完成", 0, 0)),
        ({"sections.goal": "做好"}, "goal", Progress("已完成", 0, 0)),
        ({"facts.office_count": "5"}, "offices", Progress("已完成", 0, 0)),
    ],
)
def test_pages_with_fields_of_their_own(
    texts: dict[str, str], page: str, progress: Progress
) -> None:
    assert _progress(texts)[page] == progress


def test_missing_evidence_is_counted_and_holds_nothing_up() -> None:
    bare = _progress({**FULL, "indicators.mood.evidence.notes": ""})
    assert bare["mood"] == Progress("已完成", 0, 0, evidence=1)
    assert sum(page.evidence for page in bare.values()) == 1
    assert _progress(FULL)["mood"] == Progress("已完成", 0, 0)


def test_pages_that_follow_from_the_budget() -> None:
    some = {"budget.executed": "95"}
    assert (_progress(some)["rate"].status, _progress(some)["spending"].status) == ("未开始",) * 2
    both = {**some, "budget.adjusted": "100"}
    assert (_progress(both)["rate"].status, _progress(both)["spending"].status) == ("已完成",) * 2
    low = _progress({**both, "budget.executed": "50"})
    assert low["rate"] == Progress("有问题", 0, 1)
    assert low["budget"] == Progress("有问题", 1, 1)
    assert _progress({"sections.spending": "另写。"})["spending"].status == "已完成"


def test_brackets_in_a_fact_are_no_gap() -> None:
    sentence = {"key": "due", "title": "来文", "initials": "lw", "guidance": "写"}
    form = form_of(indicator(), sections=({**sentence, "sentence": "按{unit_name}办。"},))
    evaluation = stand(form, {"unit.name": "〔2024〕5号"})
    assert progress_of(evaluation, judge(evaluation))["due"].status == "已完成"
