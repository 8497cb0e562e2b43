"""A reason given for a warning holds for the figures it was given for."""

from __future__ import annotations

import pytest

from perf_tui.checks import judge
from perf_tui.core.findings.acceptance import acceptance, place_of_acceptance
from perf_tui.core.findings.finding import Finding
from support.forms import FULL, small_form, stand

FORM = small_form()
SHIFTED = {**FULL, "budget.initial": "50"}
PARAGRAPH = "indicators.cases.paragraph"


def warning(texts: dict[str, str]) -> Finding:
    (found,) = (one for one in judge(stand(FORM, texts)) if one.severity == "warning")
    return found


def accepted(texts: dict[str, str]) -> dict[str, str]:
    """The same texts, the warning in them accepted."""
    return {**texts, **acceptance(warning(texts), stand(FORM, texts).year, "追加")}


def test_it_holds_as_long_as_nothing_changes() -> None:
    found = warning(accepted(SHIFTED))
    assert (found.accepted, found.lapsed, found.open) == ("追加", "", False)


@pytest.mark.parametrize("changed", [{"budget.initial": "60"}, {"budget.adjusted": "101"}])
def test_it_lapses_when_a_figure_changes_and_the_reason_is_remembered(
    changed: dict[str, str],
) -> None:
    texts = accepted(SHIFTED)
    found = warning({**texts, **changed})
    assert (found.accepted, found.lapsed, found.open) == ("", "追加", True)
    assert "原来的说明“追加”是改动之前写的，要重新说明。" in found.sentence
    assert warning({**texts, **changed, **SHIFTED}).accepted == "追加"


def test_it_outlives_a_comma_set_right_elsewhere_in_a_passage() -> None:
    texts = accepted({**FULL, PARAGRAPH: "办结88件。"})
    assert warning({**texts, PARAGRAPH: "全年办结88件。"}).accepted == "追加"
    assert not warning({**texts, PARAGRAPH: "办结87件。"}).accepted


def test_a_reason_written_into_the_file_holds() -> None:
    assert warning({**SHIFTED, f"accepted.{warning(SHIFTED).key}": "追加"}).accepted == "追加"


def test_no_reason_takes_the_acceptance_back_whole() -> None:
    texts = accepted(SHIFTED)
    withdrawn = acceptance(warning(texts), stand(FORM, texts).year, "")
    assert set(withdrawn) == set(texts) - set(SHIFTED)
    assert set(withdrawn.values()) == {""}


def test_the_place_of_a_reason_is_the_field_it_was_given_at() -> None:
    place = "budget.adjustment_reason"
    (address, basis) = acceptance(warning(SHIFTED), stand(FORM, SHIFTED).year, "追加")
    assert (place_of_acceptance(address), place_of_acceptance(basis)) == (place, place)
    assert place_of_acceptance("budget.initial") is None
    assert place_of_acceptance("accepted.total") is None
