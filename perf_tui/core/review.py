"""The last look before a year is made final: the values and accepted warnings of a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from perf_tui.core.form import Page
from perf_tui.core.sentences import generated, own_words
from perf_tui.core.session import Change
from perf_tui.core.standing import Standing


@dataclass(frozen=True, slots=True)
class Entry:
    """A label, the words beside it, and whether they are a value, a gap or an accepted warning."""

    label: str
    words: str
    kind: Literal["value", "blank", "accepted"]


def entries_of(change: Change, page: Page) -> Iterator[Entry]:
    """Yield what stands on a page, from top to bottom. Optional blanks are left out."""
    year, form = change.standing.year, change.standing.form
    for address in page.addresses:
        field = form.fields[address]
        if text := year.text(address):
            words = f"{text} {'' if field.wordy else field.unit}".rstrip()
            yield Entry(field.label, words, "value")
        elif field.required:
            yield Entry(field.label, "还没有填", "blank")
    if text := _made_for(change.standing, page):
        yield Entry("自动生成的文字", text, "value")
    for finding in change.findings:
        if finding.accepted and finding.field in page.addresses:
            yield Entry("已说明的提醒", f"{finding.message}：{finding.accepted}", "accepted")


def _made_for(standing: Standing, page: Page) -> str:
    """Return the text generated for a section.

    The string is empty if the user wrote the text, or if none is generated.
    """
    section = standing.form.by_key.get(page.id)
    return "" if section is None or own_words(standing, section) else generated(standing, section)
