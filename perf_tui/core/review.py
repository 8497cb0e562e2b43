"""The last look before a year is made final: every value of a page, and what was accepted there."""

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
    """A label, what is to be said of it, and whether that is a value, a gap or an acceptance."""

    label: str
    words: str
    kind: Literal["value", "blank", "accepted"]


def entries_of(change: Change, page: Page) -> Iterator[Entry]:
    """What stands on a page, from top to bottom; blanks only where something is required."""
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
    """The text that the facts make for a section; "" for the user's own, or where none is made."""
    section = standing.form.by_key.get(page.id)
    return "" if section is None or own_words(standing, section) else generated(standing, section)
