"""The evidence for each indicator: documents that are wanted, held or missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.form import Indicator
from perf_tui.core.form.fields import OWN_EVIDENCE


@dataclass(frozen=True, slots=True)
class EvidenceEntry:
    """A document in the ledger. `place` and `date` are empty until they are known."""

    title: str
    place: str
    date: str


def ledger_of(evaluation: Evaluation, indicator: Indicator) -> Iterator[EvidenceEntry]:
    """Yield every wanted document, held or not, and then those that the staff added."""
    for wanted in indicator.evidence:
        yield _entry(evaluation, indicator, wanted.key, wanted.title)
    for key in OWN_EVIDENCE:
        label = evaluation.form.fields[f"indicators.{indicator.id}.evidence_title.{key}"].label
        entry = _entry(evaluation, indicator, key, label)
        if entry != EvidenceEntry(label, "", ""):
            yield entry


def missing_evidence(evaluation: Evaluation, indicator: Indicator) -> dict[str, str]:
    """Return the wanted documents without a place, as address of the place → title.

    Nothing is missing while there is no score to be proven.
    """
    if evaluation.item(indicator.id).blank:
        return {}
    wanted = {f"indicators.{indicator.id}.evidence.{one.key}": one for one in indicator.evidence}
    return {at: one.title for at, one in wanted.items() if not evaluation.readings.words(at)}


def _entry(evaluation: Evaluation, indicator: Indicator, key: str, title: str) -> EvidenceEntry:
    def words(table: str) -> str:
        return evaluation.readings.words(f"indicators.{indicator.id}.{table}.{key}") or ""

    return EvidenceEntry(
        words("evidence_title") or title, words("evidence"), words("evidence_date")
    )
