"""The goals of a year in the words of the self-evaluation table."""

from __future__ import annotations

import pytest

from perf_tui.core.claims.claims import Claims
from perf_tui.reader.filling.goals import goals_in
from support.samples import township

KEPT = {
    "sections.initial_goal": "建成高标准农田。",
    "sections.achieved_goal": "农田已全部建成。",
}


@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        ("总体目标\t预期目标\t实际完成情况\n\t建成高标准农田。\t农田已全部建成。", KEPT),
        ("年初绩效目标\t建成高标准农田。\t\n目标实际完成情况\t农田已全部建成。\t", KEPT),
        ("年度目标（部门填）\t建成高标准农田。", {"sections.initial_goal": "建成高标准农田。"}),
        ("年初绩效目标\t/\t", {}),
        ("年度总体目标\t实际完成情况", {}),
        ("三级指标\t目标\t完成情况\n里程\t建成高标准农田。\t农田已全部建成。", {}),
        ("年初绩效目标", {}),
    ],
)
def test_goals_stand_below_or_behind_their_label(table: str, wanted: dict[str, str]) -> None:
    claims = Claims(tuple(table.splitlines()))
    assert {one.address: one.text for one in goals_in(claims, township("national"))} == wanted
