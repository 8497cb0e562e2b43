"""Which indicators of two forms are the same ones; the scores are counted by hand."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

import pytest

from perf_tui.core.form import Indicator
from perf_tui.core.form.comparing.likeness import LIKELY, POSSIBLE, likeness, normal
from perf_tui.core.form.comparing.matching import (
    NONE_BEFORE,
    Matching,
    counted_ids,
    match,
    match_ids,
)
from support.forms import form_of, indicator

TOLD = {"category": "产出指标", "unit": "%", "target": 95}


def one(name: str, ident: str = "own1", **more: object) -> Indicator:
    """An indicator with this name."""
    table = indicator(ident, **{**TOLD, **more})  # type: ignore[arg-type]
    (found,) = form_of({**table, "name": name}).indicators
    return found


def several(*names: str, start: int = 1, **more: object) -> list[Indicator]:
    return [one(name, f"own{start + n}", **more) for n, name in enumerate(names)]


def pairs(matching: Matching) -> list[tuple[str, str, str]]:
    return [(pair.before.name, pair.now.name, pair.basis) for pair in matching.pairs]


def names(found: tuple[Indicator, ...]) -> list[str]:
    return [one.name for one in found]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2024年农村公路养护里程（公里）", "农村公路养护里程"),
        ("“三公” 经费占比", "三公经费率"),
        ("ＰＭ2.5浓度", "pm25浓度"),
        ("培训数量", "培训数"),
        ("全年", "全年"),
        ("垃圾清运（每月2次）", "垃圾清运每月2次"),
    ],
)
def test_a_name_is_read_however_it_is_written(written: str, meant: str) -> None:
    assert normal(written) == meant


# The similarity of the names is twice the letters in common, of all letters; unit, target, category
# agree and add 0.05 each.
@pytest.mark.parametrize(
    ("before", "now", "score"),
    [
        ("农村公路养护里程", "农村公路日常养护里程", 16 / 18 + 0.15),
        ("森林火灾发生次数", "森林火灾次数", 12 / 14 + 0.15),
        ("贫困户危房改造率", "危房改造率", 10 / 13 + 0.15),
        ("开展培训次数", "培训开展次数", LIKELY),
        ("新增就业人数", "就业人数", 0.8),
        ("村级卫生室覆盖率", "村级文化室覆盖率", 0.8),
        ("培训人次", "培训人数", 0.8),
        ("案件办结率", "案件及时办结率", 0.8),
        ("高标准农田建设面积", "新建高标准农田面积", 0.8),
        ("一期工程完成率", "二期工程完成率", 0.8),
        ("群众满意度", "服务对象满意度", 6 / 12 + 0.15),
        ("道路硬化里程", "信访案件办结率", 0.15),
    ],
)
def test_how_alike_two_are(before: str, now: str, score: float) -> None:
    found = likeness(one(before), one(now, "own2"))
    assert found == pytest.approx(score)
    assert (found >= LIKELY) == (score >= LIKELY)


def test_another_unit_or_comparator_is_another_indicator() -> None:
    now = one("森林火灾次数", "own2")
    assert likeness(one("森林火灾发生次数", unit="起"), now) == pytest.approx(0.8)
    assert likeness(one("森林火灾发生次数", sign="<="), now) == pytest.approx(0.8)


def test_levels_and_the_id_speak_for_it_too() -> None:
    before = one("群众满意度", subcategory="服务对象满意度指标")
    now = one("服务对象满意度", subcategory="服务对象满意度指标")
    assert likeness(before, now) == pytest.approx(0.5 + 5 * 0.05)


def test_the_same_names_are_matched_wherever_they_stand() -> None:
    found = match(several("甲项", "乙项", "丙项"), several("丙项", "甲 项", "丁项", start=7))
    assert pairs(found) == [("丙项", "丙项", "name"), ("甲项", "甲 项", "name")]
    assert (names(found.new), names(found.gone)) == (["丁项"], ["乙项"])
    assert found.by_now["own8"].before.name == "甲项"


def test_a_name_written_otherwise_is_the_same_name() -> None:
    found = match(several("2024年道路硬化里程（公里）"), several("2025年道路硬化里程"))
    assert [basis for *_, basis in pairs(found)] == ["name"]
    assert not found.pairs[0].guessed


def test_a_counted_id_means_nothing_and_a_key_of_a_set_does() -> None:
    assert match(several("道路硬化里程"), several("信访办结率")).pairs == ()
    before, now = one("道路硬化里程", "roads"), one("村道硬化里程", "roads")
    assert pairs(match([before], [now])) == [("道路硬化里程", "村道硬化里程", "id")]


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("新增就业人数", "就业人数"),
        ("村级卫生室覆盖率", "村级文化室覆盖率"),
        ("培训人次", "培训人数"),
        ("群众满意度", "服务对象满意度"),
    ],
)
def test_what_only_might_be_the_same_is_told_and_not_matched(before: str, now: str) -> None:
    found = match(several(before), several(now, start=5))
    assert found.pairs == ()
    assert (names(found.new), names(found.gone)) == ([now], [before])
    assert [(pair.before.name, pair.now.name) for pair in found.possible] == [(before, now)]
    assert POSSIBLE <= likeness(found.gone[0], found.new[0]) < LIKELY


def test_what_has_nothing_in_common_is_not_even_told() -> None:
    assert match(several("道路硬化里程"), several("信访办结率")).possible == ()


def test_one_of_two_that_became_likelier_is_taken_first() -> None:
    before = several("农村公路养护里程", "森林火灾发生次数")
    found = match(before, several("森林火灾次数", "农村公路日常养护里程", start=7))
    assert pairs(found) == [
        ("森林火灾发生次数", "森林火灾次数", "likeness"),
        ("农村公路养护里程", "农村公路日常养护里程", "likeness"),
    ]
    assert all(pair.guessed for pair in found.pairs)


def test_what_is_taken_for_another_is_no_rival_any_more() -> None:
    before = several("农村公路养护里程", "农村公路路面日常养护里程")
    found = match(before, several("农村公路路面养护里程", start=7))
    assert found.pairs == ()  # 18/20 for the first, 20/22 for the second
    assert len(found.possible) == 2
    assert names(found.gone) == ["农村公路养护里程", "农村公路路面日常养护里程"]
    now = several("农村公路养护里程", "农村公路路面养护里程段", start=7)
    both = match(several("农村公路路面养护里程", "公路养护里程"), now)  # 20/21, 16/18; 12/14
    assert [pair.before.name for pair in both.pairs] == ["公路养护里程", "农村公路路面养护里程"]


def test_two_of_one_name_are_told_apart_by_their_levels() -> None:
    before = [
        one("满意度", "own1", category="产出指标"),
        one("满意度", "own2", category="效益指标"),
    ]
    now = [one("满意度", "own8", category="效益指标"), one("满意度", "own9", category="产出指标")]
    found = match(before, now)
    assert [(pair.before.id, pair.now.id) for pair in found.pairs] == [
        ("own2", "own8"),
        ("own1", "own9"),
    ]


def test_two_of_one_name_at_one_place_are_not_matched() -> None:
    found = match(several("满意度", "满意度"), several("满意度", start=7))
    assert found.pairs == ()
    assert (len(found.gone), len(found.possible)) == (2, 2)


def test_what_is_stated_goes_before_all_else() -> None:
    before = several("甲项", "乙项", "丙项", "丁项")
    now = several("乙项", "甲项", "戊项", "己项")
    stated = {"own1": "甲项", "own2": NONE_BEFORE, "own3": "own3", "own4": "没有的"}
    found = match(before, now, stated)
    assert pairs(found) == [
        ("甲项", "乙项", "stated"),
        ("丙项", "戊项", "stated"),
    ]
    assert names(found.new) == ["甲项", "己项"]
    assert names(found.gone) == ["乙项", "丁项"]


def test_one_of_last_year_is_stated_once() -> None:
    found = match(
        several("甲项"), several("乙项", "丙项", start=7), {"own7": "甲项", "own8": "甲项"}
    )
    assert pairs(found) == [("甲项", "乙项", "stated")]
    assert names(found.new) == ["丙项"]


def test_what_has_no_name_yet_is_new() -> None:
    nameless = replace(one("甲项"), name="")
    found = match([nameless], [replace(nameless, id="own2")])
    assert (found.pairs, len(found.new), len(found.gone)) == ((), 1, 1)


def test_in_one_year_the_same_id_is_the_same_indicator() -> None:
    before = several("甲项", "乙项")
    found = match_ids(before, [one("丙项", "own2"), one("甲项", "own3")])
    assert pairs(found) == [("乙项", "丙项", "id")]
    assert (names(found.new), names(found.gone)) == (["甲项"], ["甲项"])


def test_new_ids_are_counted_past_those_that_are_used() -> None:
    assert list(islice(counted_ids({"own1", "own3"}), 3)) == ["own2", "own4", "own5"]
