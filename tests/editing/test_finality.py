"""Making a year final, opening it again, and what stands in the way."""

from pathlib import Path

import pytest

from perf_tui.editing.desk import Desk
from perf_tui.editing.exporting import Order, export_year
from perf_tui.editing.finality import NotFinalError, hindrances, make_final, reopen
from perf_tui.editing.refusing import RefusedError
from perf_tui.store.opening import open_year
from support.samples import township


def is_final(desk: Desk) -> bool:
    return desk.session.year.locked


def test_a_year_is_made_final_and_opened_again_for_a_reason(desk: Desk) -> None:
    with pytest.raises(RefusedError, match="没有定稿，可以直接改"):
        reopen(desk, "数字有误")
    make_final(desk)
    final = desk.session.year
    assert final.locked
    assert not desk.unnoted
    with pytest.raises(RefusedError, match="已定稿"):
        make_final(desk)
    with pytest.raises(RefusedError, match="理由还空着"):
        reopen(desk, " ")
    assert desk.session.year == final
    reopen(desk, "数字有误")
    assert not is_final(desk)
    assert desk.session.year.record("final")["reopened_1"].endswith("数字有误")


def test_errors_stand_in_the_way_and_are_shown(desk: Desk) -> None:
    desk.session.put("budget.executed", "")
    (error, *_) = errors = hindrances(desk)
    assert error not in desk.shown
    with pytest.raises(NotFinalError, match=f"还不能定稿：必改 {len(errors)} 处") as refused:
        make_final(desk)
    assert refused.value.errors == errors
    assert error in desk.shown
    assert not desk.session.year.locked


def test_so_they_do_in_the_way_of_a_final_copy(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "报告.md"
    assert export_year(desk, Order(target, final=True)) == ""
    desk.session.put("budget.executed", "")
    with pytest.raises(NotFinalError, match="还不能导出正式稿"):
        export_year(desk, Order(target, final=True))
    assert set(hindrances(desk)) <= set(desk.shown)
    export_year(desk, Order(target, draft=True))
    assert "草稿" in target.read_text(encoding="utf-8")


def test_what_somebody_else_has_open_is_neither(desk: Desk) -> None:
    make_final(desk)
    other = Desk(open_year(desk.path, township))
    with pytest.raises(RefusedError, match="只能看："):
        make_final(other)
    with pytest.raises(RefusedError, match="只能看："):
        reopen(other, "数字有误")
