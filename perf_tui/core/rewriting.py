"""Writing a passage in one's own words, begun from the sentence that the facts make."""

from __future__ import annotations

from perf_tui.core.form import Form, Indicator, Section
from perf_tui.core.sentences import generated, has_gap, own_words
from perf_tui.core.standing import Standing

ELSEWHERE = "先走到“报告中的文字”下面那一栏，再"
NOTHING = "这一段没有自动生成的文字，直接写"
ALREADY = "这一栏已经是你自己写的；要从自动生成的文字改起，先清空，再"
GAPS = "自动生成的文字还有空档，把数填全后再"


def first_draft(standing: Standing, address: str | None) -> str:
    """The sentence to begin with at an address; "" where `why_no_draft` has something to say."""
    owner = _owner_of(standing.form, address)
    return generated(standing, owner) if owner else ""


def why_no_draft(standing: Standing, address: str | None, how: str) -> str:
    """Why there is nothing to rewrite and what to do; `how` the user asks for it. "" if none."""
    owner = _owner_of(standing.form, address)
    if owner is None:
        return ELSEWHERE + how
    if owner.sentence is None:
        return NOTHING
    if own_words(standing, owner):
        return ALREADY + how
    return GAPS + how if has_gap(standing, generated(standing, owner)) else ""


def _owner_of(form: Form, address: str | None) -> Indicator | Section | None:
    """Whose passage is typed at an address; None where something else is."""
    if address is None or form.fields[address].group != "passage":
        return None
    page = form.home_of[address]
    return form.by_id[page.id] if page.kind == "indicator" else form.by_key[page.id]
