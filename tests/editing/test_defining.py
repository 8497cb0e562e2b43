"""The year's own indicators: added, changed, removed, ordered, their weights shared out."""

import pytest

from perf_tui.core.form.own import own_at
from perf_tui.editing import defining, merging, weighing
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.refusing import RefusedError
from perf_tui.editing.undoing import undo
from perf_tui.reader.targets import read_pasted
from perf_tui.store.years.year_file import read_year_file
from support.samples import township

TABLE = """\
一级指标\t二级指标\t三级指标\t年度指标值\t分值
产出指标\t数量指标\t培训人次\t≥80人次\t50
效益指标\t\t新增就业人数\t≥200人\t30
满意度指标\t\t参训人员满意度\t≥90%\t10
"""
WAYS = {"undo": "按 Z", "again": "再按"}


@pytest.fixture
def filled(office: OpenYear) -> OpenYear:
    """With the three indicators of the table."""
    merging.take_table(office, read_pasted(TABLE).indicators)
    return office


def names(open_year: OpenYear) -> list[str]:
    return [one.name for one in open_year.form.indicators]


def fill(open_year: OpenYear, address: str, text: str) -> None:
    open_year.type(address, text)
    open_year.leave(address)


def test_a_plain_one_takes_a_name_a_target_and_a_weight(office: OpenYear) -> None:
    address = defining.add(office)
    ident = address.split(".")[1]
    fill(office, address, "培训合格率")
    fill(office, own_at(ident, "target"), "不低于95%")
    fill(office, own_at(ident, "weight"), "50分")
    (one,) = office.form.indicators
    assert (one.name, one.category) == ("培训合格率", "产出指标")
    assert f"{one.sign}{one.target}{one.unit} {one.weight}" == ">=95% 50"


@pytest.mark.parametrize(
    ("typed", "sign", "target", "unit"),
    [("95", ">=", "95", ""), ("80人次", ">=", "80", "人次"), ("=0起", "=", "0", "起")],
)
def test_a_target_is_parted_as_far_as_it_says_more(
    office: OpenYear, typed: str, sign: str, target: str, unit: str
) -> None:
    ident = defining.add(office).split(".")[1]
    fill(office, own_at(ident, "target"), typed)
    one = office.form.by_id[ident]
    assert (one.sign, str(one.target), one.unit) == (sign, target, unit)


def test_words_make_a_qualitative_target(office: OpenYear) -> None:
    ident = defining.add(office).split(".")[1]
    fill(office, own_at(ident, "target"), "有所提升")
    assert (office.form.by_id[ident].sign, office.form.by_id[ident].target) == (
        "qualitative",
        "有所提升",
    )


def test_a_table_is_added_in_one_step_and_saved_with_the_year(filled: OpenYear) -> None:
    assert names(filled) == ["培训人次", "新增就业人数", "参训人员满意度"]
    points = "产出指标 50/50 分  效益指标 30/30 分  满意度指标 10/10 分"
    assert weighing.points_words(filled.form) == points
    filled.keeper.save(filled.session.year)
    assert read_year_file(filled.path, township).form == filled.form
    assert filled.session.undo()
    assert names(filled) == []


def test_one_more_stands_behind_and_takes_its_levels(filled: OpenYear) -> None:
    first = filled.form.indicators[0].id
    ident = defining.add(filled, first).split(".")[1]
    assert [one.id for one in filled.form.indicators][1] == ident
    assert filled.form.by_id[ident].subcategory == "数量指标"
    copied = defining.copy(filled, first).split(".")[1]
    assert names(filled)[:3] == ["培训人次", "培训人次", ""]
    assert filled.form.by_id[copied].weight == 50


def test_they_are_moved_up_to_either_end(filled: OpenYear) -> None:
    first = filled.form.indicators[0].id
    defining.move(filled, first, 1)
    assert names(filled) == ["新增就业人数", "培训人次", "参训人员满意度"]
    defining.move(filled, first, 1)
    with pytest.raises(RefusedError, match="已是最后一项"):
        defining.move(filled, first, 1)
    with pytest.raises(RefusedError, match="已是第一项"):
        defining.move(filled, filled.form.indicators[0].id, -1)


def test_one_is_removed_with_its_answers_and_comes_back_by_undo(filled: OpenYear) -> None:
    first = filled.form.indicators[0].id
    fill(filled, f"indicators.{first}.actual", "85")
    assert defining.remove(filled, first).worded(WAYS) == "已删去“培训人次”，按 Z 撤销"
    assert first not in str(dict(filled.session.year.texts))
    filled.session.undo()
    assert filled.session.year.text(f"indicators.{first}.actual") == "85"


def test_one_of_the_set_is_changed_for_this_year_only(open_year: OpenYear) -> None:
    address = defining.change(open_year, "forest_fires")
    assert defining.change(open_year, "forest_fires") == address
    fill(open_year, own_at("forest_fires", "weight"), "3")
    assert open_year.form.by_id["forest_fires"].weight == 3
    assert township("township").by_id["forest_fires"].weight != 3
    defining.remove(open_year, "forest_fires")
    open_year.keeper.save(open_year.session.year)
    again = read_year_file(open_year.path, township)
    assert "forest_fires" not in again.form.by_id
    assert "forest_fires" in open_year.path.read_text(encoding="utf-8")


def test_one_that_was_only_looked_at_stays_the_set_s(open_year: OpenYear, filled: OpenYear) -> None:
    before = open_year.session.year
    defining.change(open_year, "forest_fires")
    assert open_year.session.year != before
    defining.forget_unchanged(open_year, "forest_fires")
    assert open_year.session.year == before
    defining.change(open_year, "forest_fires")
    fill(open_year, own_at("forest_fires", "weight"), "3")
    defining.forget_unchanged(open_year, "forest_fires")
    assert open_year.form.by_id["forest_fires"].weight == 3
    mine = filled.form.indicators[0].id
    defining.forget_unchanged(filled, mine)
    assert mine in filled.form.by_id


def test_what_is_left_is_shared_out_to_those_without_a_weight(filled: OpenYear) -> None:
    for place in (0, 0, 0):
        defining.add(filled, filled.form.indicators[place].id)
    fill(filled, own_at(filled.form.indicators[0].id, "weight"), "40")
    assert weighing.share_out(filled).worded(WAYS) == "已把剩下的分摊给 3 项，按 Z 撤销"
    weights = [str(one.weight) for one in filled.form.indicators]
    assert weights == ["40", "3.33", "3.33", "3.34", "30", "10"]
    with pytest.raises(RefusedError, match="没有空着的权重"):
        weighing.share_out(filled)
    defining.add(filled)
    with pytest.raises(RefusedError, match="没有剩下的分"):
        weighing.share_out(filled)


def test_nothing_is_changed_in_a_final_year(filled: OpenYear) -> None:
    ident, row = filled.form.indicators[0].id, read_pasted(TABLE).indicators
    filled.session.lock("2026-01-15 09:00")
    before = filled.session.year
    for act in (
        lambda: defining.add(filled),
        lambda: defining.change(filled, ident),
        lambda: defining.copy(filled, ident),
        lambda: defining.remove(filled, ident),
        lambda: defining.move(filled, ident, 1),
        lambda: weighing.share_out(filled),
        lambda: merging.take_table(filled, row),
    ):
        with pytest.raises(RefusedError, match="已定稿"):
            act()
    assert filled.session.year == before


def test_a_second_level_gets_its_share_before_the_first_one(office: OpenYear) -> None:
    office.type("scheme.levels", "产出指标 50、其中成本指标 20、效益指标 40")
    office.leave("scheme.levels")
    for subcategory in ("成本指标", "成本指标", "数量指标"):
        ident = defining.add(office).split(".")[1]
        fill(office, own_at(ident, "category"), "产出指标")
        fill(office, own_at(ident, "subcategory"), subcategory)
    weighing.share_out(office)
    assert [str(one.weight) for one in office.form.indicators] == ["10", "10", "30"]


def test_a_target_that_there_is_none_of_is_said_in_one_word(office: OpenYear) -> None:
    ident = defining.add(office).split(".")[1]
    for typed in ("/", "无"):
        fill(office, own_at(ident, "target"), typed)
        assert office.form.by_id[ident].target == "无"
        assert office.session.year.text(own_at(ident, "target")) == "无"
        assert office.form.by_id[ident].sign == ">="


def test_what_is_taken_back_names_the_indicators(filled: OpenYear) -> None:
    defining.move(filled, "own1", 1)
    assert undo(filled).words == "已撤销：指标的次序"
    address = defining.add(filled)
    assert undo(filled).words == "已撤销：指标“新指标”，已不在指标表里"
    defining.remove(filled, "own2")
    assert undo(filled).words == "已撤销：指标“新增就业人数”，已在指标表里"
    assert undo(filled).words == "已撤销：“培训人次”等 3 项指标，已不在指标表里"
    assert address not in filled.form.fields
