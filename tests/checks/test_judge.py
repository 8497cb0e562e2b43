"""All rules together: their order, and the real year."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perf_tui.checks import judge
from perf_tui.core.answers.year import Year
from perf_tui.core.evaluation.evaluation import Evaluation, evaluate
from perf_tui.core.explaining.working import work_execution
from perf_tui.core.findings.finding import errors_of
from perf_tui.store.forms import load_form
from perf_tui.store.years.year_file import read_year_file
from support.forms import FULL, small_form, stand

SAMPLES = Path(__file__).parents[2] / "sample_years"
FORM = small_form()


@pytest.fixture(scope="module")
def real() -> Year:
    return read_year_file(SAMPLES / "jianlong-2024.toml", load_form).year


def _stock(year: Year, **changes: str) -> Evaluation:
    for address, text in changes.items():
        year = year.with_text(address.replace("__", "."), text)
    return evaluate(load_form("township"), year)


def test_a_full_year_has_no_findings() -> None:
    assert judge(stand(FORM, FULL)) == ()


def test_findings_come_in_the_order_in_which_the_form_is_walked() -> None:
    found = judge(stand(FORM, {**FULL, "facts.done": "50", "unit.name": "", "sections.duties": ""}))
    places = [finding.field for finding in found]
    assert places == [
        "unit.name",
        "indicators.cases.deviation_reason",
        "indicators.again.deviation_reason",
        "sections.duties",
    ]
    empty = [FORM.walk[str(finding.field)] for finding in judge(stand(FORM, {}))]
    assert empty == sorted(empty)


def test_no_field_is_reported_blank_twice() -> None:
    blanks = [finding.field for finding in judge(stand(FORM, {})) if finding.code == "blank"]
    assert len(blanks) == len(set(blanks)) == 11


def test_the_real_year(real: Year) -> None:
    evaluation = _stock(real)
    assert (str(evaluation.score.total), evaluation.score.grade) == ("99.54", "优")
    assert work_execution(evaluation).equation == "9.54 = 10 × 38820071.88 ÷ 40686884.93"
    assert [finding for finding in judge(evaluation) if finding.severity == "error"] == []


def test_the_real_year_with_less_spent(real: Year) -> None:
    evaluation = _stock(real, budget__executed="30000000")
    rate = evaluation.form.indicators[13]
    assert str(evaluation.score.execution.score) == "7.37"
    assert str(evaluation.item(rate.id).score) == "4.10"
    assert (str(evaluation.score.total), evaluation.score.grade) == ("96.56", "优")
    errors = [(one.code, one.field) for one in judge(evaluation) if one.severity == "error"]
    assert errors == [
        ("execution-reason-missing", "budget.execution_reason"),
        ("reason-missing", f"indicators.{rate.id}.deviation_reason"),
    ]
    reasons = {address.replace(".", "__"): "项目跨年" for _, address in errors if address}
    answered = judge(_stock(evaluation.year, **reasons))
    assert [finding for finding in answered if finding.severity == "error"] == []


def test_whatever_is_taken_from_the_real_year_is_missed_if_the_score_misses_it(real: Year) -> None:
    for address in real.texts:
        evaluation = _stock(real.with_text(address, ""))
        errors = [finding for finding in judge(evaluation) if finding.severity == "error"]
        assert evaluation.score.complete or errors, address


@given(
    st.dictionaries(
        st.sampled_from(sorted(FULL)), st.sampled_from(["", "0", "-1", "50", "101", "约7", "好多"])
    )
)
def test_a_score_that_is_open_has_an_error(changes: dict[str, str]) -> None:
    evaluation = stand(FORM, {**FULL, **changes})
    assert evaluation.score.complete or errors_of(judge(evaluation))


def test_a_warning_carries_the_reason_for_which_it_was_accepted() -> None:
    texts = {**FULL, "unit.report_date": "2024-04-15"}
    (warning,) = judge(stand(FORM, texts))
    assert warning.open
    (accepted,) = judge(stand(FORM, {**texts, f"accepted.{warning.key}": "补录"}))
    assert (accepted.accepted, accepted.open) == ("补录", False)
    missing = {**FULL, "unit.name": ""}
    (error,) = judge(stand(FORM, {**missing, "accepted.blank/unit.name": "不填"}))
    assert (error.accepted, error.open) == ("", True)
