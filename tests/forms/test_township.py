"""The township form against the national table of a real year: nothing lost, nothing added."""

from __future__ import annotations

from dataclasses import asdict
from decimal import Decimal

import pytest

from perf_tui.core.form import Form
from perf_tui.store.forms import load_form

# number, name, weight, sign, target, pinyin initials
TABLE = [
    (1, "村（社区）干部务工补助发放", 5, ">=", 100, "cgbwgbzff"),
    (2, "群众到京非访次数", 5, "=", 0, "qzdjffcs"),
    (3, "森林火灾发生次数", 8, "=", 0, "slhzfscs"),
    (4, "脱贫攻坚与乡村振兴衔接覆盖村数", 8, ">=", 100, "tpgjyxczxxjfgcs"),
    (5, "重大安全事故发生次数", 5, "=", 0, "zdaqsgfscs"),
    (6, "补贴名单公示率", 5, ">=", 100, "btmdgsl"),
    (7, "河道水质整治达标率", 5, ">=", 100, "hdszzzdbl"),
    (8, "农村道路安全隐患整治及时率", 5, ">=", 100, "ncdlaqyhzzjsl"),
    (9, "群众纠纷处置及时率", 5, ">=", 100, "qzjfczjsl"),
    (10, "三公经费控制率", 8, "<=", 100, "sgjfkzl"),
    (11, "慰问金、救助金发放规范率", 10, ">=", 100, "wwjjzjffgfl"),
    (12, "辖区群众合作医疗参保率", 5, ">=", 90, "xqqzhzylcbl"),
    (13, "信访案件处置率", 8, ">=", 95, "xfajczl"),
    (14, "预算执行率", 5, ">=", 90, "yszxl"),
    (15, "政策宣传知晓率", 5, ">=", 90, "zcxczxl"),
    (16, "清扫保洁及时率", 2, ">=", 100, "qsbjjsl"),
    (17, "预决算信息公开及时率", 2, ">=", 100, "yjsxxgkjsl"),
    (18, "人民群众的幸福感、获得感", 2, "qualitative", "达成", "rmqzdxfghdg"),
    (19, "本镇居民满意度", 2, ">=", 90, "bzjmmyd"),
]

# The indicator that shows facts of another one, that other one, and the facts.
SHARED = [
    (8, 5, {"road_hazards", "checkpoint_checks", "joint_enforcement", "traffic_fines"}),
    (
        11,
        6,
        {
            "dibao_new_households",
            "dibao_new_people",
            "dibao_paid",
            "tekun_paid",
            "youfu_paid",
            "elderly_nutrition",
            "elderly_care",
            "disabled_people",
            "disabled_paid",
        },
    ),
    (13, 9, {"visits_received", "disputes", "disputes_settled"}),
]

# Facts without which a measure cannot be computed and for which nothing can be entered instead.
REQUIRED = {
    "cadres_due",
    "cadres_paid",
    "beijing_visit_count",
    "forest_fire_count",
    "major_accident_count",
    "disputes",
    "disputes_settled",
}

# Facts, their results: measures as the table's working has them.
MEASURES = [
    (1, {"cadres_due": "145", "cadres_paid": "145"}, "100"),
    (2, {"beijing_visit_count": "0"}, "0"),
    (8, {"road_hazards": "8", "road_hazards_mended": "6"}, "75"),
    (10, {"sangong_spent": "9.36", "sangong_budget": "8"}, "117"),
    (11, {"relief_checked": "500", "relief_compliant": "493"}, "98.6"),
    (13, {"disputes": "224", "disputes_settled": "223"}, "99.55357"),
    (14, {"executed": "38820071.88", "adjusted": "40686884.93"}, "95.41176"),
    (19, {"satisfaction_surveyed": "200", "people_satisfied": "190"}, "95"),
]
ENTERED = {4, 6, 7, 8, 9, 10, 11, 12, 15, 16, 17, 19}


@pytest.fixture(scope="module")
def form() -> Form:
    return load_form("township")


def test_the_table_is_the_national_one(form: Form) -> None:
    columns = ("number", "name", "weight", "sign", "target", "initials")
    assert [tuple(getattr(one, name) for name in columns) for one in form.indicators] == TABLE


def test_weights_add_up_to_what_the_scheme_sets(form: Form) -> None:
    weights = sum(one.weight for one in form.indicators)
    assert weights == form.scheme.indicator_weights == 100


@pytest.mark.parametrize(("number", "owner", "keys"), SHARED)
def test_shared_facts_are_defined_once(form: Form, number: int, owner: int, keys: set[str]) -> None:
    assert set(form.indicators[number - 1].shared) == keys
    assert keys <= {fact.key for fact in form.indicators[owner - 1].facts}


def test_nothing_else_is_shared(form: Form) -> None:
    assert {one.number for one in form.indicators if one.shared} == {8, 11, 13}


def test_only_what_a_measure_cannot_do_without_is_required(form: Form) -> None:
    assert {fact.key for fact in form.all_facts if fact.required} == REQUIRED


def test_where_the_actual_may_be_entered(form: Form) -> None:
    assert {one.number for one in form.indicators if one.entered} == ENTERED


@pytest.mark.parametrize(("number", "facts", "actual"), MEASURES)
def test_measures(form: Form, number: int, facts: dict[str, str], actual: str) -> None:
    measure = form.indicators[number - 1].measure
    assert measure is not None
    result = measure.number({key: Decimal(value) for key, value in facts.items()})
    assert result is not None
    assert round(result, 5) == Decimal(actual)


def test_every_fact_of_an_indicator_is_said_in_its_sentence(form: Form) -> None:
    for one in form.indicators:
        shown = {fact.key for fact in one.facts} | set(one.shared)
        assert shown <= form.facts_behind(one.sentence.names), one.id


def test_every_fact_says_where_it_is_found(form: Form) -> None:
    assert [fact.key for fact in form.all_facts if not fact.source] == []


def test_every_indicator_wants_evidence(form: Form) -> None:
    assert [one.id for one in form.indicators if not one.evidence] == []


def test_rates_end_at_100_except_the_one_that_can_be_exceeded(form: Form) -> None:
    open_ended = {one.number for one in form.indicators if one.entered and not one.entered.maximum}
    assert open_ended == {10}


def test_growth_may_be_negative(form: Form) -> None:
    growth = [fact for fact in form.all_facts if fact.key.endswith("_growth")]
    assert len(growth) == 7
    assert {fact.minimum for fact in growth} == {Decimal(-100)}


def test_the_scheme(form: Form) -> None:
    scheme = asdict(form.scheme)
    del scheme["execution"], scheme["closing"]
    assert scheme == {
        "execution_weight": 10,
        "execution_steps": (),
        "over_execution": 100,
        "indicator_weights": 100,
        "levels": (),
        "inverse_rule": "linear",
        "points_per_event": None,
        "score_places": 2,
        "total_places": 2,
        "least_budget": 100_000,
        "grades": (
            {"name": "优", "floor": 90},
            {"name": "良", "floor": 80},
            {"name": "中", "floor": 60},
            {"name": "差", "floor": 0},
        ),
        "tiers": (
            {"name": "达成", "floor": 80, "ceiling": 100, "ceiling_included": True},
            {"name": "部分达成", "floor": 60, "ceiling": 80, "ceiling_included": True},
            {"name": "未达成", "floor": 0, "ceiling": 60, "ceiling_included": True},
        ),
        "overreach": Decimal("1.2"),
        "low_execution": 90,
        "budget_shift": 20,
        "score_above_execution": 5,
        "unspent": 20,
        "caps": (),
    }


def test_chapters_hold_every_section_but_the_goals(form: Form) -> None:
    printed = [key for chapter in form.outline for key in chapter.sections]
    goals = {"initial_goal", "adjusted_goal", "achieved_goal"}
    assert len(printed) == len(set(printed))
    assert set(printed) == {"indicators", *(section.key for section in form.sections)} - goals
