"""Facts typed once and used in several indicators, and what becomes of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from perf_tui.cli import main
from perf_tui.core.form.own import own_at
from perf_tui.editing import defining
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.refusing import RefusedError
from perf_tui.editing.reusing import reusable, reuse
from perf_tui.store.keeping.opened_file import open_file
from support.samples import township

RATE = {"name": "发放率", "target": "95", "weight": "10", "method": "2"}
FACTS = {"fact1": "实发放户数", "fact1_unit": "户", "fact2": "应发放户数", "fact2_source": "名册"}


@pytest.fixture
def office(office: OpenYear) -> OpenYear:
    """A year with the rate `own1` of two facts, and the sum `own2` of none yet."""
    for one in ({**RATE, **FACTS}, {"name": "合计数", "target": "9", "weight": "5", "method": "5"}):
        ident = defining.add(office).split(".")[1]
        for key, text in one.items():
            fill(office, own_at(ident, key), text)
    fill(office, "facts.own1_1", "118")
    fill(office, "facts.own1_2", "120")
    return office


def fill(open_year: OpenYear, address: str, text: str) -> None:
    open_year.type(address, text)
    open_year.leave(address)


def take(open_year: OpenYear, address: str, typed: str) -> str:
    (one,) = reusable(open_year.form, address, typed)
    return str(reuse(open_year, address, one))


def test_the_figures_of_other_pages_are_found_by_words_page_and_initials(office: OpenYear) -> None:
    address = own_at("own2", "fact1")
    labels = [one.label for one in reusable(office.form, address)]
    assert labels[:3] == ["年初预算数", "全年调整预算数", "全年执行数"]
    assert labels[-2:] == ["应发放户数", "实发放户数"]
    assert "应发放户数" not in [one.label for one in reusable(office.form, "own.own1.fact1")]
    for typed in ("实发放", "SFF"):
        assert [one.source for one in reusable(office.form, address, typed)] == ["发放率"]
    assert len(reusable(office.form, address, "发放率")) == 2
    for wrong in ("own.own2.name", "budget.executed", ""):
        with pytest.raises(RefusedError, match="没有可选用的"):
            reusable(office.form, wrong)


def test_a_list_takes_lists_only(office: OpenYear) -> None:
    fill(office, own_at("own2", "method"), "计数")
    assert reusable(office.form, own_at("own2", "fact1")) == []
    fill(office, own_at("own2", "fact1"), "培训班")
    copied = defining.copy(office, "own2").split(".")[1]
    (one,) = reusable(office.form, own_at(copied, "fact1"))
    assert (one.name, one.source) == ("own2_1", "合计数")


def test_one_that_is_used_is_typed_once(office: OpenYear) -> None:
    said = take(office, own_at("own2", "fact1"), "实发")
    assert said == "已选用“实发放户数”，在“发放率”里填一次就行"
    take(office, own_at("own2", "fact2"), "应发")
    assert office.change.evaluation.item("own2").actual == 238
    fill(office, "facts.own1_1", "100")
    assert office.change.evaluation.item("own2").actual == 220
    office.session.undo()
    office.session.undo()
    assert own_at("own2", "fact2_from") not in office.session.year.texts


def test_another_name_lets_go_of_it_and_the_same_one_does_not(office: OpenYear) -> None:
    address = own_at("own2", "fact1")
    take(office, address, "实发")
    fill(office, address, "实发放户数")
    assert office.session.year.text(f"{address}_from") == "own1_1"
    fill(office, address, "另一个数")
    assert office.session.year.text(f"{address}_from") == ""


def test_it_goes_to_who_uses_it_when_its_own_indicator_is_removed(office: OpenYear) -> None:
    take(office, own_at("own2", "fact1"), "实发")
    take(office, own_at("own2", "fact2"), "应发")
    third = defining.copy(office, "own2").split(".")[1]
    defining.remove(office, "own1")
    first, second = office.form.indicators
    assert [(fact.label, fact.unit, fact.source) for fact in first.facts] == [
        ("实发放户数", "户", ""),
        ("应发放户数", "户", "名册"),
    ]
    assert (second.id, second.shared) == (third, ("own2_1", "own2_2"))
    assert [office.change.evaluation.item(one.id).actual for one in (first, second)] == [238, 238]
    assert "own1" not in str(dict(office.session.year.texts))
    office.session.undo()
    assert office.session.year.text("facts.own1_1") == "118"


def test_nothing_is_handed_on_to_one_that_is_removed_as_well(office: OpenYear) -> None:
    take(office, own_at("own2", "fact1"), "实发")
    take(office, own_at("own2", "fact2"), "应发")
    gone = defining.removal(office, "own1", "own2")
    assert set(gone.values()) == {""}
    office.session.put_all(gone)
    assert office.form.indicators == ()
    assert "own2" not in str(dict(office.session.year.texts))


def test_a_copy_has_facts_of_its_own_and_the_set_s_measure(
    office: OpenYear, open_year: OpenYear
) -> None:
    copied = defining.copy(office, "own1").split(".")[1]
    one = office.form.by_id[copied]
    assert [fact.key for fact in one.facts] == [f"{copied}_2", f"{copied}_1"]
    assert office.change.evaluation.item(copied).actual is None
    copies = [
        defining.copy(open_year, ident).split(".")[1]
        for ident in ("village_cadre_pay", "budget_execution")
    ]
    pay, spent = (open_year.form.by_id[ident] for ident in copies)
    known = open_year.form.by_id["village_cadre_pay"]
    assert [fact.label for fact in pay.facts] == [fact.label for fact in known.facts]
    assert (pay.weight, len(pay.evidence)) == (known.weight, len(known.evidence))
    assert spent.measure
    assert spent.measure.names == {"executed", "adjusted"}


def test_several_names_are_parted_to_a_field_each(office: OpenYear) -> None:
    fill(office, own_at("own2", "fact1"), "甲、乙；丙")
    fill(office, own_at("own2", "evidence1"), "《关于甲、乙的通知》、照片")
    texts = office.session.year.texts
    assert [texts[own_at("own2", f"fact{slot}")] for slot in (1, 2, 3)] == ["甲", "乙", "丙"]
    assert [texts[own_at("own2", f"evidence{n}")] for n in (1, 2)] == [
        "《关于甲、乙的通知》",
        "照片",
    ]
    fill(office, own_at("own2", "evidence1"), "通知、名单")
    assert office.session.year.text(own_at("own2", "evidence3")) == "名单"
    many = "、".join("一二三四五六七八九")
    fill(office, own_at("own2", "evidence1"), many)
    assert office.session.year.text(own_at("own2", "evidence1")) == many
    fill(office, own_at("own1", "fact1"), "个体、企业户数")
    assert office.session.year.text(own_at("own1", "fact1")) == "个体、企业户数"


def test_a_figure_that_follows_from_others_is_used_and_typed_nowhere(tmp_path: Path) -> None:
    path = tmp_path / "2025.toml"
    assert main(["new", str(path), "--year", "2025", "--form", "project", "--unit", "局"]) == 0
    open_year = OpenYear(open_file(path, township))
    ident = defining.add(open_year).split(".")[1]
    for key, text in {"name": "结余资金", "target": "9", "method": "相减"}.items():
        fill(open_year, own_at(ident, key), text)
    for address, label in (("fact1", "资金总额全年预算数"), ("fact2", "资金总额全年执行数")):
        take(open_year, own_at(ident, address), label)
    fill(open_year, "budget.adjusted_grant", "100")
    fill(open_year, "budget.executed_grant", "90")
    (item,) = open_year.change.evaluation.score.items
    assert item.actual == 10
    page = open_year.form.home_of[f"indicators.{ident}.actual"]
    assert set(page.addresses) <= open_year.form.fields.keys()
    open_year.keeper.close()
