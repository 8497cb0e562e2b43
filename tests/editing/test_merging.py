"""A table laid over a year that has indicators: what becomes of each, all in one step."""

import pytest

from perf_tui.core.form.own import own_at
from perf_tui.editing import defining
from perf_tui.editing.merge_words import doubts, said_of, state_of, state_of_missing
from perf_tui.editing.merging import Merge, laid_over, take_merge, take_table
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.refusing import RefusedError
from perf_tui.reader.targets import read_pasted

HEAD = "一级指标\t二级指标\t三级指标\t年度指标值\t分值\n"
ROADS = "产出指标\t数量指标\t农村公路养护里程\t≥80公里\t20\n"
PEOPLE = "产出指标\t数量指标\t培训人次\t≥300人次\t30\n"
JOBS = "效益指标\t社会效益指标\t新增就业人数\t≥200人\t30\n"
MOOD = "满意度指标\t满意度指标\t群众满意度\t≥90%\t10\n"
WAYS = {"undo": "按 Z"}


@pytest.fixture
def office(office: OpenYear) -> OpenYear:
    """A year of an office with these four indicators and an answer for each."""
    take_table(office, read_pasted(HEAD + ROADS + PEOPLE + JOBS + MOOD).indicators)
    for one in office.form.indicators:
        office.session.put(f"indicators.{one.id}.actual", "99")
    return office


def over(open_year: OpenYear, *rows: str) -> Merge:
    return laid_over(open_year, read_pasted(HEAD + "".join(rows)).indicators)


def told(merge: Merge) -> list[tuple[str, str]]:
    return [(state_of(merge, n), said_of(merge, n)) for n in range(len(merge.rows))]


def names(open_year: OpenYear) -> list[str]:
    return [one.name for one in open_year.form.indicators]


def actuals(open_year: OpenYear) -> list[str]:
    year = open_year.session.year
    return [year.text(f"indicators.{one.id}.actual") for one in open_year.form.indicators]


def test_the_same_table_again_changes_nothing(office: OpenYear) -> None:
    before = office.session.year
    merge = over(office, ROADS, PEOPLE, JOBS, MOOD)
    assert told(merge) == [("不变", "")] * 4
    assert (merge.missing, merge.texts) == ((), {})
    with pytest.raises(RefusedError, match="与现在的指标一样"):
        take_merge(office, merge)
    assert office.session.year == before


def test_changed_ones_keep_their_answers_and_new_ones_stand_in_the_table_s_order(
    office: OpenYear,
) -> None:
    before = office.session.year
    roads = ROADS.replace("养护", "日常养护").replace("≥80", "≥85")
    new = "效益指标\t社会效益指标\t增收户数\t≥50户\t10\n"
    jobs = JOBS.replace("\t30", "\t20")
    merge = over(office, roads, PEOPLE, new, jobs, MOOD)
    assert told(merge) == [
        ("改动", "按名称认作现有的“农村公路养护里程”，指标值 ≥80公里 → ≥85公里"),
        ("不变", ""),
        ("新增", ""),
        ("改动", "权重 30 分 → 20 分"),
        ("不变", ""),
    ]
    assert list(doubts(merge)) == [0]
    assert take_merge(office, merge).worded(WAYS) == "已并入：改动 2 项，新增 1 项，按 Z 撤销"
    assert names(office) == [
        *("农村公路日常养护里程", "培训人次", "增收户数", "新增就业人数", "群众满意度")
    ]
    assert actuals(office) == ["99", "99", "", "99", "99"]
    assert [str(one.weight) for one in office.form.indicators] == ["20", "30", "10", "20", "10"]
    office.session.undo()
    assert office.session.year == before


def test_what_the_table_lacks_stays_behind_the_one_before_it_or_is_removed(
    office: OpenYear,
) -> None:
    merge = over(office, JOBS, ROADS)
    assert [one.name for one in merge.missing] == ["培训人次", "群众满意度"]
    assert [state_of_missing(merge, one) for one in merge.missing] == ["留着", "留着"]
    take_merge(office, merge)
    assert names(office) == ["新增就业人数", "群众满意度", "农村公路养护里程", "培训人次"]
    office.session.undo()
    gone = merge.dropping(*(one.id for one in merge.missing))
    assert [state_of_missing(gone, one) for one in gone.missing] == ["删去", "删去"]
    assert take_merge(office, gone).worded(WAYS) == "已并入：改动 1 项，删去 2 项，按 Z 撤销"
    assert names(office) == ["新增就业人数", "农村公路养护里程"]
    assert [one.number for one in office.form.indicators] == [1, 2]
    office.session.undo()
    assert actuals(office) == ["99"] * 4


def test_a_guess_is_turned_into_a_new_one_and_back(office: OpenYear) -> None:
    merge = over(office, ROADS.replace("养护", "日常养护"), PEOPLE, JOBS, MOOD)
    new = merge.turned(0)
    assert told(new)[0] == ("新增", "也许就是现有的“农村公路养护里程”")
    assert [one.name for one in new.missing] == ["农村公路养护里程"]
    assert told(new.turned(0)) == told(merge)
    take_merge(office, new)
    ident = office.form.indicators[1].id
    assert names(office)[:2] == ["农村公路养护里程", "农村公路日常养护里程"]
    assert office.session.year.text(own_at(ident, "before")) == "无"


def test_a_possible_one_is_taken_for_the_same_by_turning(office: OpenYear) -> None:
    merge = over(office, ROADS, PEOPLE, JOBS, MOOD.replace("群众", "服务对象"))
    assert told(merge)[3] == ("新增", "也许就是现有的“群众满意度”")
    merge = merge.dropping(merge.missing[0].id).turned(3)
    assert merge.dropped == frozenset()
    assert told(merge)[3] == ("改动", "按名称认作现有的“群众满意度”")
    take_merge(office, merge)
    assert names(office)[3] == "服务对象满意度"
    assert actuals(office) == ["99"] * 4
    assert merge.turned(0) is merge


def test_a_row_like_nothing_stays_new(office: OpenYear) -> None:
    merge = over(office, "产出指标\t时效指标\t项目按期完成\t100%\t10\n")
    assert merge.turned(0) is merge
    assert told(merge) == [("新增", "")]
    take_merge(office, merge)
    assert names(office)[-1] == "项目按期完成"
    assert len(names(office)) == 5


def test_what_another_row_is_taken_for_is_not_offered(office: OpenYear) -> None:
    people = PEOPLE.replace("人次", "人数")
    assert told(over(office, PEOPLE, people))[1] == ("新增", "")
    assert told(over(office, people))[0] == ("新增", "也许就是现有的“培训人次”")


def test_what_the_table_does_not_say_stays(office: OpenYear) -> None:
    rows = read_pasted("指标名称\t指标值\n培训人次\t≥350\n新增就业人数\t≥200\n").indicators
    merge = laid_over(office, rows)
    assert told(merge) == [("改动", "指标值 ≥300人次 → ≥350人次"), ("不变", "")]
    take_merge(office, merge)
    assert [str(one.weight) for one in office.form.indicators] == ["20", "30", "30", "10"]


def test_a_name_written_otherwise_is_told(office: OpenYear) -> None:
    merge = over(office, ROADS.replace("里程", "里程（公里）"))
    assert told(merge) == [("改动", "原名“农村公路养护里程”")]


def test_indicators_of_the_set_are_changed_for_the_year(open_year: OpenYear) -> None:
    fires = open_year.form.by_id["forest_fires"]
    table = f"指标名称\t指标值\t分值\n{fires.name}\t=0起\t3\n"
    merge = laid_over(open_year, read_pasted(table).indicators)
    assert told(merge) == [("改动", "权重 8 分 → 3 分")]
    take_merge(open_year, merge)
    assert open_year.form.by_id["forest_fires"].weight == 3
    assert len(open_year.form.indicators) == 19
    defining.remove(open_year, "forest_fires")
    again = laid_over(open_year, read_pasted(table).indicators)
    assert told(again)[0][0] == "新增"
