"""Own indicators measured by facts: methods, facts of other pages, evidence, sentences."""

from __future__ import annotations

from decimal import Decimal

import pytest

from perf_tui.core.answers.year import Year
from perf_tui.core.evaluation.evaluation import Evaluation, evaluate
from perf_tui.core.explaining.working import work_item
from perf_tui.core.expressions import compile_expression
from perf_tui.core.form import Form
from perf_tui.core.form.own import OwnForm, form_for, own_at, slot_at
from perf_tui.core.form.own.facts import fact_name, kind_of
from perf_tui.core.form.own.methods import METHODS, method_behind
from perf_tui.core.wording.sentences import indicator_passage
from support.forms import fact, form_of, indicator, qualitative

SET = form_of(
    indicator("paid", weight=60, measure="due", facts=[fact("due", "应付数", unit="户")]),
    qualitative("mood", weight=40),
)
RATE = {
    "name": "补贴发放率",
    "target": "95",
    "weight": "10",
    "method": "分子÷分母×100",
    "fact1": "实发放户数",
    "fact1_unit": "户",
    "fact2": "应发放户数",
}
PAID = {"facts.one_1": "118", "facts.one_2": "120"}


def evaluated(values: dict[str, str], **own: dict[str, str]) -> Evaluation:
    defined = {own_at(ident, key): text for ident, one in own.items() for key, text in one.items()}
    texts = {**defined, **values}
    return evaluate(form_for(SET, texts), Year("small", 2024, texts))


def labels(form: Form, ident: str) -> list[str]:
    """What the page of a definition asks for, behind what it asks of every indicator."""
    (page,) = (page for page in form.definitions if page.id == f"own.{ident}")
    asked = [form.fields[address].label for address in page.addresses][8:]
    return [label for label in asked if label != "上年对应指标"]


def test_a_rate_is_computed_shown_and_told_with_its_facts() -> None:
    evaluation = evaluated(PAID, one=RATE)
    one, item = evaluation.form.by_id["one"], evaluation.item("one")
    assert f"{item.shown_actual}{one.unit} {item.score}" == "98.33% 10.00"
    assert next(work_item(evaluation, item)).equation == "98.33% = 118 ÷ 120 × 100"
    told = indicator_passage(evaluation, one).partition("。")[0]
    assert told == "应发放户数120户，实发放户数118户，补贴发放率为98.33%，年度指标值为≥95%"
    page = next(page for page in evaluation.form.pages if page.id == "one")
    assert page.addresses[:3] == ("facts.one_2", "facts.one_1", "indicators.one.actual")
    assert [(fact.unit, fact.kind) for fact in one.facts] == [("户", "count")] * 2


@pytest.mark.parametrize(
    ("method", "values", "actual"),
    [
        ("分子÷分母×100", ("1", "4"), "25"),
        ("分子÷分母", ("1", "4"), "0.25"),
        ("增长率", ("5", "4"), "25"),
        ("增长率", ("3", "4"), "-25"),
        ("合计", ("1", "4", "7"), "12"),
        ("相减", ("1", "4"), "-3"),
        ("计数", ("义诊、宣讲；\n培训。",), "3"),
        ("计数", ("《关于甲、乙的通知》、演练（一、二）",), "2"),
        ("计数", ("无",), "0"),
        ("直接填报", ("1", "4"), None),
        ("没有这种", ("1", "4"), None),
    ],
)
def test_every_method_gives_what_it_says(
    method: str, values: tuple[str, ...], actual: str | None
) -> None:
    slots = range(1, len(values) + 1)
    facts = {f"fact{slot}": f"数{slot}" for slot in slots}
    typed = {f"facts.one_{slot}": text for slot, text in zip(slots, values, strict=True)}
    one = {"name": "甲", "target": "1", "weight": "10", "method": method, **facts}
    item = evaluated(typed, one=one).item("one")
    assert item.actual == (None if actual is None else Decimal(actual))
    if item.indicator.measure:
        names = tuple(fact_name("one", slot) for slot in slots)
        expected = (METHODS and method, names) if method != "计数" else ("直接填报", ())
        assert method_behind(item.indicator.measure) == expected


def test_a_measure_that_no_method_gives_is_none_of_them() -> None:
    programmed = compile_expression("a * b + 1")
    assert method_behind(programmed) == method_behind(None) == ("直接填报", ())


def test_a_list_is_printed_item_by_item() -> None:
    one = {"name": "场次", "target": "2", "unit": "场", "method": "计数", "fact1": "培训班"}
    evaluation = evaluated({"facts.one_1": "电工\n焊工"}, one=one)
    told = indicator_passage(evaluation, evaluation.form.by_id["one"])
    assert told.startswith("培训班：电工、焊工；场次为2场，年度指标值为≥2场。")
    assert evaluation.readings.words("facts.one_1") == "电工、焊工"


def test_only_what_the_method_needs_is_asked_for() -> None:
    rate = ["计算方法", "分子", "分子单位", "分子出处", "分母", "分母单位", "分母出处"]
    rest = ["分子不得大于分母", "佐证材料1", "填报说明", "正文句式"]
    assert labels(evaluated({}, one=RATE).form, "one") == [*rate, *rest]
    plain = ["计算方法", "数据出处", "完成值可为负数", "佐证材料1", "填报说明", "正文句式"]
    assert labels(evaluated({}, one={"name": "甲"}).form, "one") == plain
    percent = labels(evaluated({}, one={"name": "甲", "unit": "%"}).form, "one")
    assert "完成值不得大于100%" in percent
    counted = labels(evaluated({}, one={"method": "计数", "fact1": "培训班"}).form, "one")
    assert counted[:3] == ["计算方法", "清单", "清单出处"]
    added = {
        "method": "合计",
        "fact1": "甲",
        "fact2": "乙",
        "fact3_from": "due",
        "fact3": "丙",
    }
    assert "数据4" in labels(evaluated({}, one=added).form, "one")
    assert "数据3单位" not in labels(evaluated({}, one=added).form, "one")
    mood = labels(evaluated({}, one={"sign": "定性", "evidence2": "照片"}).form, "one")
    assert mood == ["佐证材料1", "佐证材料2", "佐证材料3", "填报说明", "正文句式"]
    assert labels(evaluated({}, paid={"weight": "5"}).form, "paid") == ["填报说明"]


def test_another_method_loses_nothing_that_was_typed() -> None:
    before = evaluated(PAID, one=RATE).form
    direct = evaluated(PAID, one={**RATE, "method": "直接填报"}).form
    for address in ("own.one.fact1", "own.one.fact2", "facts.one_1", "facts.one_2"):
        assert address in before.fields
        assert address in direct.fields
    assert direct.by_id["one"].measure is None
    assert own_at("one", "fact1") not in direct.walk


def test_as_long_as_a_fact_has_no_name_the_value_is_typed() -> None:
    form = evaluated({}, one={**RATE, "fact2": ""} | {"unit": "%"}).form
    assert form.by_id["one"].measure is None
    assert form.fields["own.one.fact2"].required
    assert form.fields["indicators.one.actual"].required
    told = form.by_id["one"].sentence.fill({"actual": "90", "target": "95"}, str)
    assert told == "补贴发放率，年度指标值为≥95%，全年完成90%。"


def test_a_fact_of_another_page_is_typed_once_and_used_in_both() -> None:
    other = {**RATE, "name": "建档率", "fact2": "应发放户数", "fact2_from": "one_2"}
    spent = {"name": "支出", "method": "合计", "fact1_from": "executed", "fact2_from": "due"}
    values = {**PAID, "facts.two_1": "60", "facts.due": "10", "budget.executed": "90"}
    evaluation = evaluated(values, one=RATE, two=other, three=spent)
    form = evaluation.form
    assert isinstance(form, OwnForm)
    shown = [evaluation.item(ident).shown_actual for ident in ("two", "three")]
    assert shown == ["50", "100"]
    assert (form.by_id["two"].shared, form.by_id["three"].shared) == (
        ("one_2",),
        ("executed", "due"),
    )
    pages = {page.id: page.addresses for page in form.pages}
    assert pages["two"][:2] == ("facts.two_1", "facts.one_2")
    assert pages["three"][:2] == ("budget.executed", "facts.due")
    hint = form.fields["own.two.fact2"].hint
    assert hint == "取自“补贴发放率”，在那里填；改写名称就不取用"
    assert form.sources["executed"] == "预算执行"


def test_a_fact_stays_where_the_set_s_indicator_is_removed_or_the_other_s_method_changes() -> None:
    two = {"method": "合计", "fact1_from": "due", "fact2_from": "one_2"}
    direct = {**RATE, "method": "直接填报"}
    evaluation = evaluated({**PAID, "facts.due": "5"}, one=direct, two=two, paid={"removed": "是"})
    assert evaluation.item("two").actual == 125
    assert isinstance(evaluation.form, OwnForm)
    assert evaluation.form.sources["one_2"] == "别的页"


def test_a_fact_that_is_gone_becomes_one_of_its_own() -> None:
    evaluation = evaluated(
        {"facts.one_1": "3", "facts.one_2": "4"}, one={**RATE, "fact2_from": "x"}
    )
    assert evaluation.item("one").actual == 75


@pytest.mark.parametrize(
    ("own", "values", "message", "fix"),
    [
        (
            {},
            ("5", "4"),
            "实发放户数多于应发放户数",
            "核对这两个数，改正其中一个",
        ),
        (
            {"fact1_source": "台账", "fact2_source": "名册", "fact1_unit": "元"},
            ("5", "4"),
            "实发放户数大于应发放户数",
            "对照名册和台账，改正其中一个数",
        ),
        ({"method": "相减"}, ("4", "5"), "应发放户数多于实发放户数", "核对这两个数，改正其中一个"),
    ],
)
def test_a_bound_is_asked_for_by_yes(
    own: dict[str, str], values: tuple[str, str], message: str, fix: str
) -> None:
    typed = dict(zip(("facts.one_1", "facts.one_2"), values, strict=True))
    (bound,) = evaluated(typed, one={**RATE, **own, "bounded": "是"}).form.by_id["one"].constraints
    assert (bound.message, bound.fix, bound.severity) == (message, fix, "error")
    amounts = evaluated(typed, one={**RATE, **own}).readings.amounts
    assert bound.rule.truth(amounts) is False
    assert evaluated(typed, one={**RATE, **own}).form.by_id["one"].constraints == ()


@pytest.mark.parametrize(
    ("own", "bounds"),
    [
        ({"unit": "%"}, (0, None)),
        ({"unit": "%", "bounded": "是"}, (0, 100)),
        ({"unit": "人", "bounded": "是"}, (0, None)),
        ({"unit": "%", "negative": "是"}, (-100, None)),
        ({"unit": "元", "negative": "是"}, (None, None)),
        ({"method": "增长率"}, (-100, None)),
        ({"method": "相减"}, (None, None)),
        ({"method": "分子÷分母×100", "bounded": "是"}, (0, 100)),
    ],
)
def test_what_is_typed_directly_has_bounds(
    own: dict[str, str], bounds: tuple[int | None, int | None]
) -> None:
    entered = evaluated({}, one={"name": "甲", **own}).form.by_id["one"].entered
    assert entered
    assert (entered.minimum, entered.maximum) == bounds


def test_documents_keep_their_keys_when_others_go() -> None:
    one = evaluated(
        {}, one={"evidence1": "花名册", "evidence3": "照片", "source": "台账"}
    ).form.by_id
    assert [(wanted.key, wanted.title) for wanted in one["one"].evidence] == [
        ("evidence1", "花名册"),
        ("evidence3", "照片"),
    ]
    assert one["one"].entered
    assert one["one"].entered.source == "台账"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("全年发放{实发放户数}户，目标{ 指标值 }%。", "全年发放118户，目标95%。"),
        ("{年度}年｛补贴｝[约]{完成值}", "应发放户数120户，"),
        ("没有合上{完成值", "应发放户数120户，"),
        ("[约]{完成值}%", "[约]98.33%。"),
    ],
)
def test_the_office_s_own_sentence_names_figures_by_their_labels(typed: str, told: str) -> None:
    evaluation = evaluated(PAID, one={**RATE, "sentence": typed})
    assert indicator_passage(evaluation, evaluation.form.by_id["one"]).startswith(told)


def test_a_fact_keeps_its_name_when_its_label_changes() -> None:
    renamed = evaluated(PAID, one={**RATE, "fact1": "实际发放"})
    assert renamed.item("one").shown_actual == "98.33"
    assert fact_name("own12", 3) == "own12_3"


def test_an_id_written_by_hand_makes_a_name_that_expressions_can_hold() -> None:
    names = {fact_name(ident, 1) for ident in ("培训", "A-1", "x" * 300)}
    assert len(names) == 3
    assert all(compile_expression(name).names == {name} for name in names)


def test_the_same_figure_twice_stands_once_on_the_page() -> None:
    twice = {"method": "合计", "fact1_from": "due", "fact2_from": "due"}
    form = evaluated({}, one=twice).form
    assert form.by_id["one"].shared == ("due",)
    assert form.by_id["one"].sentence.names == {"due", "actual", "target"}


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        ("户", "count"),
        ("人次", "count"),
        ("万人次", "number"),
        ("", "number"),
        ("万元", "money"),
        ("%", "percent"),
    ],
)
def test_the_unit_tells_which_numbers_there_can_be(unit: str, kind: str) -> None:
    assert kind_of(unit) == kind


@pytest.mark.parametrize(
    ("address", "slot"),
    [
        ("own.one.fact2", ("one", 2)),
        ("own.one.fact2_unit", None),
        ("own.one.name", None),
        ("unit.name", None),
    ],
)
def test_an_address_tells_the_slot_of_a_fact(address: str, slot: tuple[str, int] | None) -> None:
    assert slot_at(address) == slot
