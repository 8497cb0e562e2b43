"""The evidence for each indicator: documents that are wanted, held or missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from perf_tui.core.form import Indicator
from perf_tui.core.form.fields import OWN_EVIDENCE
from perf_tui.core.standing import Standing


@dataclass(frozen=True, slots=True)
class Entry:
    """A document in the ledger. `place` and `date` are empty until they are known."""

    title: str
    place: str
    date: str


def ledger_of(standing: Standing, indicator: Indicator) -> Iterator[Entry]:
    """Yield every wanted document, held or not, and then those that the staff added."""
    for wanted in indicator.evidence:
        yield _entry(standing, indicator, wanted.key, wanted.title)
    for key in OWN_EVIDENCE:
        label = standing.form.fields[f"indicators.{indicator.id}.evidence_title.{key}"].label
        entry = _entry(standing, indicator, key, label)
        if entry != Entry(label, "", ""):
            yield entry


def missing_evidence(standing: Standing, indicator: Indicator) -> dict[str, str]:
    """Return the wanted documents without a place, as address of the place → title.

    Nothing is missing while there is no score to be proven.
    """
    if standing.item(indicator.id).blank:
        return {}
    wanted = {f"indicators.{indicator.id}.evidence.{one.key}": one for one in indicator.evidence}
    return {at: one.title for at, one in wanted.items() if not standing.readings.words(at)}


def _entry(standing: Standing, indicator: Indicator, key: str, title: str) -> Entry:
    def words(table: str) -> str:
        return standing.readings.words(f"indicators.{indicator.id}.{table}.{key}") or ""

    return Entry(words("evidence_title") or title, words("evidence"), words("evidence_date"))
