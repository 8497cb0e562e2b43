"""The figures of a budget that follow from others: totals, rates, and what rests on them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from perf_tui.checks import judge
from perf_tui.core.answers.year import Year
from perf_tui.core.evaluation.evaluation import evaluate
from perf_tui.core.explaining.funds import work_funds
from perf_tui.core.numbers import Number
from perf_tui.core.session import Session
from support.projects import FUNDS, WHOLE, project
from support.samples import township

OTHER = {"budget.adjusted_other": "34567.89", "budget.executed_other": "30000.5"}


def test_totals_are_the_sums_of_their_parts_and_blanks_count_as_nothing() -> None:
    readings = project({**WHOLE, **OTHER}).readings
    assert readings.number("budget.initial") == Decimal(1200000)
    assert readings.number("budget.adjusted") == Decimal("1234567.89")
    assert readings.number("budget.executed") == Decimal("1180000.5")
    assert readings.amounts["adjusted"] == Decimal("1234567.89")


def test_the_execution_is_that_of_the_totals() -> None:
    execution = project({**WHOLE, **OTHER}).score.execution
    assert execution.rate == pytest.approx(Decimal("1180000.5") / Decimal("1234567.89"))
    assert execution.score == Decimal("9.56")


def test_every_part_has_a_rate_of_its_own_as_it_is_printed() -> None:
    printed = project({**WHOLE, **OTHER}).printed
    assert (printed["grant_rate"], printed["other_rate"]) == ("95.83", "86.79")
    assert printed["carried_rate"] is None


@pytest.mark.parametrize("text", ["", "x"])
def test_a_total_is_open_while_all_parts_are_blank_or_one_cannot_be_read(text: str) -> None:
    texts = {key: word for key, word in WHOLE.items() if not key.startswith("budget.executed")}
    evaluation = project({**texts, **({"budget.executed_other": text} if text else {})})
    assert evaluation.readings.number("budget.executed") is None
    assert evaluation.score.execution.rate is None


def test_one_unreadable_part_leaves_the_total_open_beside_good_ones() -> None:
    assert project({**WHOLE, "budget.initial_other": "x"}).readings.amounts["initial"] is None


def test_a_total_with_an_approximate_part_is_approximate() -> None:
    evaluation = project({**WHOLE, "budget.executed_other": "近300"})
    assert evaluation.readings.by_address["budget.executed"] == Number(Decimal(1150300), "约")
    found = [one.field for one in judge(evaluation) if one.code == "approximate-in-score"]
    assert found == ["budget.executed_other"]


def test_totals_are_no_fields_and_stand_on_no_page() -> None:
    form = township("project")
    assert form.computed.keys().isdisjoint(form.fields)
    assert not any(at in page.addresses for page in form.pages for at in form.computed)
    assert form.home_of["budget.executed"].id == form.home_of["budget.grant_rate"].id == "budget"


def test_what_is_wrong_with_a_total_is_found_where_it_is_typed() -> None:
    texts = {key: text for key, text in WHOLE.items() if key not in FUNDS}
    blank = [one for one in judge(project(texts)) if one.code == "blank"]
    assert [one.field for one in blank] == [
        *("budget.initial_grant", "budget.adjusted_grant", "budget.executed_grant")
    ]
    assert blank[0].message == "资金总额年初预算数还没有填"
    assert blank[0].related == ()


def test_a_low_execution_and_figures_in_another_unit_are_found_at_the_parts() -> None:
    evaluation = project({**WHOLE, "budget.executed_grant": "115"})
    found = {one.code: one for one in judge(evaluation)}
    reason = found["execution-reason-missing"]
    assert reason.related == ("budget.executed_grant", "budget.adjusted_grant")
    slip = found["ten-thousands-for-yuan"]
    assert (slip.field, slip.suggestion) == ("budget.executed_grant", "")
    assert "改填成元" in slip.fix


def test_small_projects_are_no_slip_of_the_unit() -> None:
    texts = dict.fromkeys(FUNDS, "3000")
    assert "ten-thousands-for-yuan" not in {one.code for one in judge(project({**WHOLE, **texts}))}
    slips = dict.fromkeys(FUNDS, "30")
    assert "ten-thousands-for-yuan" in {one.code for one in judge(project({**WHOLE, **slips}))}


def test_the_working_shows_how_every_figure_comes_about() -> None:
    lines = {one.label: one.equation for one in work_funds(project({**WHOLE, **OTHER}))}
    assert lines["资金总额全年预算数"] == "1,234,567.89 元 = 1200000 + 34567.89"
    assert lines["资金总额年初预算数"] == "1,200,000 元"
    assert lines["财政拨款执行率"] == "95.83% = 1150000 ÷ 1200000 × 100"
    assert "结转资金执行率" not in lines
    open_funds = work_funds(project({}))
    assert next(open_funds).equation == "还算不出"


def test_a_year_with_totals_is_typed_and_undone_like_any_other() -> None:
    session = Session(township("project"), project().year, judge)
    change = session.apply("budget.executed_carried", "50000")
    assert change.evaluation.readings.number("budget.executed") == Decimal(1200000)
    undone = session.undo()
    assert undone
    assert undone.evaluation.readings.number("budget.executed") == Decimal(1150000)


def test_a_project_is_named_behind_its_unit() -> None:
    assert project().full_name == "云溪镇人民政府 村道硬化"
    assert evaluate(township("national"), Year("national", 2024)).full_name == "（未填单位名称）"


def test_a_sentence_may_use_them_and_has_no_gap() -> None:
    evaluation = project()
    assert not [one for one in judge(evaluation) if one.severity == "error"]
