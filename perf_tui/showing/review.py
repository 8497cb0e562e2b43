"""The last look before a year is made final: the values and accepted warnings of a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.form import Page
from perf_tui.core.session import Change
from perf_tui.core.wording.sentences import generated, own_words


@dataclass(frozen=True, slots=True)
class ReviewEntry:
    """A label, the words beside it, and whether they are a value, a gap or an accepted warning."""

    label: str
    words: str
    kind: Literal["value", "blank", "accepted"]


def entries_of(change: Change, page: Page) -> Iterator[ReviewEntry]:
    """Yield what stands on a page, from top to bottom. Optional blanks are left out."""
    year, form = change.evaluation.year, change.evaluation.form
    for address in page.addresses:
        field = form.fields[address]
        if text := year.text(address):
            words = f"{text} {'' if field.wordy else field.unit}".rstrip()
            yield ReviewEntry(field.label, words, "value")
        elif field.required:
            yield ReviewEntry(field.label, "还没有填", "blank")
    if text := _made_for(change.evaluation, page):
        yield ReviewEntry("自动生成的文字", text, "value")
    for finding in change.findings:
        if finding.accepted and finding.field in page.addresses:
            yield ReviewEntry("已说明的提醒", f"{finding.message}：{finding.accepted}", "accepted")


def _made_for(evaluation: Evaluation, page: Page) -> str:
    """Return the text generated for a section.

    The string is empty if the user wrote the text, or if none is generated.
    """
    section = evaluation.form.by_key.get(page.id)
    return (
        "" if section is None or own_words(evaluation, section) else generated(evaluation, section)
    )
