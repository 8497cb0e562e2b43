"""Last year's answers taken over, its file chosen, the years compared; or why not."""

import pytest

from perf_tui.core.answers.year import LAST_FILE, pending_at
from perf_tui.editing.last_year import choose, compare, files_to_choose, take, take_page
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.refusing import RefusedError

INITIAL, ADJUSTED = "budget.initial", "budget.adjusted"
WAYS = {"confirm": "按回车确认", "choose": "按 F1"}


def test_an_answer_is_taken_once_and_waits_to_be_confirmed(new: OpenYear) -> None:
    assert take(new, INITIAL).worded(WAYS) == "已取上年的内容，按回车确认，或改填今年的"
    year = new.session.year
    assert (year.text(INITIAL), year.text(pending_at(INITIAL))) == ("21480600", "2024")
    with pytest.raises(RefusedError, match="已经取过上年的内容，还没确认"):
        take(new, INITIAL)


def test_the_blanks_of_a_page_are_taken_at_once(new: OpenYear) -> None:
    addresses = new.form.home_of[INITIAL].addresses
    new.type(ADJUSTED, "5")
    new.leave(ADJUSTED)
    assert take_page(new, INITIAL, addresses).worded(WAYS) == "已取上年的内容 3 栏，逐栏按回车确认"
    assert new.session.year.text(ADJUSTED) == "5"
    with pytest.raises(RefusedError, match="没有可取的空栏"):
        take_page(new, INITIAL, addresses)


def test_where_there_is_nothing_to_take_it_says_why(new: OpenYear, open_year: OpenYear) -> None:
    for address, why in (
        *((None, "先打开一项"), ("budget.execution_reason", "没有可取的内容")),
        ("indicators.forest_fires.paragraph", "按数据自动生成的"),
    ):
        with pytest.raises(RefusedError, match=why):
            take(new, address)
    with pytest.raises(RefusedError) as refused:
        take(open_year, None)
    assert refused.value.worded(WAYS) == "还没有上年的文件，按 F1 选一个"
    with pytest.raises(RefusedError, match="还没有上年的文件"):
        take_page(open_year, None, ())


def test_another_file_is_chosen(new: OpenYear) -> None:
    names = [path.name for path, _ in files_to_choose(new)]
    assert names[:2] == ["yunxi-2024.toml", "yunxi-2023.toml"]
    path, file = files_to_choose(new)[1]
    assert choose(new, path, file) == "上年文件改用 yunxi-2023.toml"
    assert new.session.year.text(LAST_FILE) == "yunxi-2023.toml"


def test_without_an_earlier_year_there_is_none_to_choose(open_year: OpenYear) -> None:
    with pytest.raises(RefusedError, match="没有更早的年度文件"):
        files_to_choose(open_year)


def test_the_years_are_compared_as_far_back_as_they_go(new: OpenYear, open_year: OpenYear) -> None:
    assert [one.year.year for one in compare(new).years] == [2022, 2023, 2024, 2025]
    with pytest.raises(RefusedError, match="还没有上年的文件"):
        compare(open_year)


def test_a_final_year_takes_nothing_and_is_compared_all_the_same(new: OpenYear) -> None:
    new.session.lock("2026-01-05 09:00")
    with pytest.raises(RefusedError, match="已定稿"):
        take(new, INITIAL)
    with pytest.raises(RefusedError, match="已定稿"):
        files_to_choose(new)
    assert compare(new).years
