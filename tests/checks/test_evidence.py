"""Evidence that is wanted and not at hand."""

from __future__ import annotations

from perf_tui.checks import judge
from perf_tui.core.findings.finding import Finding
from support.forms import FULL, small_form, stand

FORM = small_form()
NOTES = "indicators.mood.evidence.notes"


def _missing(texts: dict[str, str]) -> list[Finding]:
    return [one for one in judge(stand(FORM, texts)) if one.code == "evidence-missing"]


def test_missing_evidence_is_noticed_once_for_an_indicator() -> None:
    (finding,) = _missing({**FULL, NOTES: ""})
    assert (finding.severity, finding.field, finding.indicator) == ("notice", NOTES, 4)
    assert finding.message == "还缺 1 份佐证材料：“座谈记录”"
    assert not finding.open


def test_nothing_is_missing_once_its_place_is_known_or_before_there_is_a_result() -> None:
    assert _missing(FULL) == []
    assert _missing({}) == []
