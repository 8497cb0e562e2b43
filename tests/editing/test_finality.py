"""Making a year final, opening it again, and what stands in the way."""

from pathlib import Path

import pytest

from perf_tui.core.answers.year import Year
from perf_tui.editing.exporting import ExportOrder, export_year
from perf_tui.editing.finality import (
    NotFinalError,
    hindrances,
    make_final,
    reopen,
    with_finality_kept,
)
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.refusing import RefusedError
from perf_tui.store.keeping.opened_file import open_file
from support.samples import township


def is_final(open_year: OpenYear) -> bool:
    return open_year.session.year.locked


def test_a_year_is_made_final_and_opened_again_for_a_reason(open_year: OpenYear) -> None:
    with pytest.raises(RefusedError, match="没有定稿，可以直接改"):
        reopen(open_year, "数字有误")
    make_final(open_year)
    final = open_year.session.year
    assert final.locked
    assert not open_year.unnoted
    with pytest.raises(RefusedError, match="已定稿"):
        make_final(open_year)
    with pytest.raises(RefusedError, match="理由还空着"):
        reopen(open_year, " ")
    assert open_year.session.year == final
    reopen(open_year, "数字有误")
    assert not is_final(open_year)
    assert open_year.session.year.record("final")["reopened_1"].endswith("数字有误")


def test_errors_stand_in_the_way_and_are_shown(open_year: OpenYear) -> None:
    open_year.session.put("budget.executed", "")
    (error, *_) = errors = hindrances(open_year)
    assert error not in open_year.shown
    with pytest.raises(NotFinalError, match=f"还不能定稿：必改 {len(errors)} 处") as refused:
        make_final(open_year)
    assert refused.value.errors == errors
    assert error in open_year.shown
    assert not open_year.session.year.locked


def test_so_they_do_in_the_way_of_a_final_copy(open_year: OpenYear, tmp_path: Path) -> None:
    target = tmp_path / "报告.md"
    assert export_year(open_year, ExportOrder(target, final=True)) == ""
    open_year.session.put("budget.executed", "")
    with pytest.raises(NotFinalError, match="还不能导出正式稿"):
        export_year(open_year, ExportOrder(target, final=True))
    assert set(hindrances(open_year)) <= set(open_year.shown)
    export_year(open_year, ExportOrder(target, draft=True))
    assert "草稿" in target.read_text(encoding="utf-8")


def test_what_somebody_else_has_open_is_neither(open_year: OpenYear) -> None:
    make_final(open_year)
    other = OpenYear(open_file(open_year.path, township))
    with pytest.raises(RefusedError, match="只能看："):
        make_final(other)
    with pytest.raises(RefusedError, match="只能看："):
        reopen(other, "数字有误")


@pytest.mark.parametrize(
    ("present", "other", "kept"),
    [
        ({}, {}, {}),
        ({"date": "1"}, {}, {"date": "1"}),
        ({}, {"date": "1"}, {"date": "1"}),
        ({"reopened_1": "甲"}, {"date": "1"}, {"reopened_1": "甲"}),
        ({"date": "1"}, {"reopened_1": "甲"}, {"reopened_1": "甲"}),
        ({"date": "2", "reopened_1": "甲"}, {"date": "1"}, {"date": "2", "reopened_1": "甲"}),
    ],
)
def test_no_version_opens_a_final_year_in_silence(
    present: dict[str, str], other: dict[str, str], kept: dict[str, str]
) -> None:
    def year(record: dict[str, str]) -> Year:
        return Year("township", 2024, {f"final.{key}": text for key, text in record.items()})

    assert with_finality_kept(year(present), year(other)).record("final") == kept
