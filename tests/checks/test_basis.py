"""Whether a result rests on anything."""

from __future__ import annotations

from decimal import Decimal

import pytest

from perf_tui.checks.year.basis import BASIS_RULES, approximate_in_basis, approximate_in_score
from perf_tui.core.findings.finding import Finding
from perf_tui.core.form import Form
from support.forms import Table, fact, form_of, indicator, one, small_form, stand

PART, WHOLE = fact("part", "实发", required=True), fact("whole", "应发", required=True)
MEASURED: Table = {"measure": "part / whole * 100", "facts": [PART, WHOLE]}
AT = "indicators.one."


def _found(form: Form, texts: dict[str, str]) -> dict[str, Finding]:
    evaluation = stand(form, texts)
    return {finding.code: finding for rule in BASIS_RULES for finding in rule(evaluation)}


@pytest.mark.parametrize(
    ("part", "whole", "entered", "codes"),
    [
        ("3", "4", "", set()),
        ("", "", "", {"blank"}),
        ("3", "", "", {"blank"}),
        ("3", "0", "", {"blank"}),
        ("3", "", "七成多吧", set()),  # said by the field itself
        ("3", "", "75", {"no-basis"}),
        ("3", "4", "75", set()),
        ("3", "4", "75.001", set()),
        ("3", "4", "76", {"two-values"}),
    ],
)
def test_an_actual_value_has_a_source(part: str, whole: str, entered: str, codes: set[str]) -> None:
    texts = {"facts.part": part, "facts.whole": whole, f"{AT}actual": entered}
    assert _found(one(**MEASURED), texts).keys() == codes
    remarked = _found(one(**MEASURED), {**texts, f"{AT}remark": "见统计表"})
    assert remarked.keys() == codes - {"no-basis"}


def test_what_is_said_of_a_source() -> None:
    form = one(**MEASURED)
    blank = _found(form, {})["blank"]
    assert (blank.severity, blank.field, blank.indicator) == ("error", f"{AT}actual", 1)
    alone = _found(form, {f"{AT}actual": "95"})["no-basis"]
    assert (alone.severity, alone.places) == ("warning", (f"{AT}remark", f"{AT}actual"))
    both = _found(form, {f"{AT}actual": "95", "facts.part": "2", "facts.whole": "3"})["two-values"]
    assert both.message == "按依据数据算得 66.67，直接填的是 95，计分用前者"


@pytest.mark.parametrize("form", [one(), one(**MEASURED, entered=None)])
def test_a_single_source_is_the_field_s_own_business(form: Form) -> None:
    assert _found(form, {}) == {}
    assert _found(form, {f"{AT}actual": "95"}) == {}


@pytest.mark.parametrize(
    ("sign", "target", "typed", "adjusted", "change"),
    [
        (">=", 95, "", "90", "95 调整为 90"),
        (">=", 95, "", "95", None),
        (">=", 95, "", "97", None),
        (">=", 95, "90", "92", None),
        (">=", 95, "97.5", "97", "97.5 调整为 97"),
        ("=", 12, "", "10", "12 调整为 10"),
        ("=", 0, "", "2", "0 调整为 2"),
        ("<=", 95, "", "90", None),
        ("<=", 95, "", "95", None),
        ("<", 95, "", "97", "95 调整为 97"),
        (">=", 95, "九成", "90", None),
        (">=", 95, "", "九成", None),
        (">=", 95, "", "", None),
    ],
)
def test_an_eased_target_wants_a_remark(
    sign: str, target: int, typed: str, adjusted: str, change: str | None
) -> None:
    form = one(sign, Decimal(target))
    texts = {f"{AT}target": typed, f"{AT}adjusted_target": adjusted}
    found = _found(form, texts).get("eased-target")
    assert (found and found.message) == (change and f"指标值由 {change}，要求降低了")
    if found:
        assert (found.severity, found.related) == ("warning", (f"{AT}remark",))
    assert _found(form, {**texts, f"{AT}remark": "区里批准"}) == {}


def test_a_budget_of_nothing_gives_no_rate_and_is_named_once() -> None:
    form = small_form()
    texts = {"budget.adjusted": "0", "budget.executed": "5"}
    (found,) = (
        finding
        for rule in BASIS_RULES
        for finding in rule(stand(form, texts))
        if finding.code == "no-result"
    )
    assert (found.severity, found.indicator) == ("error", None)
    assert found.message == "调整预算是 0，预算执行率算不出来"
    assert found.fix == "核对调整预算、执行数"
    assert found.places == ("budget.adjusted", "budget.executed")


def test_facts_without_a_result_start_with_the_one_that_is_0() -> None:
    form = form_of(indicator(**{**MEASURED, "entered": None}))
    found = _found(form, {"facts.part": "3", "facts.whole": "0"})["no-result"]
    assert (found.indicator, found.places) == (1, ("facts.whole", "facts.part"))
    assert found.message == "应发是 0，全年完成值算不出来"


@pytest.mark.parametrize("whole", ["", "好些", "5"])
def test_a_result_waits_for_its_figures(whole: str) -> None:
    form = form_of(indicator(**{**MEASURED, "entered": None}))
    assert "no-result" not in _found(form, {"facts.part": "3", "facts.whole": whole})


@pytest.mark.parametrize(
    ("texts", "fields"),
    [
        ({"facts.part": "约3", "facts.whole": "4"}, ["facts.part"]),
        ({"facts.part": "3余", "facts.whole": "近4"}, ["facts.part", "facts.whole"]),
        ({"facts.part": "3", "facts.whole": "4", f"{AT}actual": "约75"}, []),
        ({f"{AT}actual": "约75"}, [f"{AT}actual"]),
        ({f"{AT}actual": "75"}, []),
        ({f"{AT}target": "约90", "budget.initial": "约5"}, []),
        ({"budget.executed": "300多"}, ["budget.executed"]),
    ],
)
def test_a_score_rests_on_exact_figures(texts: dict[str, str], fields: list[str]) -> None:
    evaluation = stand(one(**MEASURED), texts)
    found = (*approximate_in_basis(evaluation), *approximate_in_score(evaluation))
    assert [(each.severity, each.field) for each in found] == [("warning", at) for at in fields]


def test_an_approximate_figure_is_named() -> None:
    (found,) = approximate_in_basis(stand(small_form(), {"facts.due": "300余"}))
    assert found.message == "应办件数填的是约数 300余，算分要用准确的数"
    assert (found.code, found.indicator) == ("approximate-in-score", 1)


def test_a_measure_that_comes_to_nothing_says_why() -> None:
    found = _found(one(**MEASURED), {"facts.part": "3", "facts.whole": "0"})["blank"]
    assert found.message == "应发是 0，全年完成值算不出来"
