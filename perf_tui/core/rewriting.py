"""Rewriting a passage in one's own words, beginning with the sentence that the facts make."""

from __future__ import annotations

from perf_tui.core.form import Form, Indicator, Section
from perf_tui.core.sentences import generated, has_gap, own_words
from perf_tui.core.standing import Standing

ELSEWHERE = "先走到“报告中的文字”下面那一栏，再"
NOTHING = "这一段没有自动生成的文字，直接写"
ALREADY = "这一栏已经是你自己写的；要从自动生成的文字改起，先清空，再"
GAPS = "自动生成的文字还有空档，把数填全后再"


def first_draft(standing: Standing, address: str | None) -> str:
    """Return the generated sentence at an address, or an empty string if there is none.

    It is fit to begin with if `why_no_draft` has no objection.
    """
    owner = _owner_of(standing.form, address)
    return generated(standing, owner) if owner else ""


def why_no_draft(standing: Standing, address: str | None, how: str) -> str:
    """Return why there is nothing to rewrite and what to do, or an empty string if there is.

    `how` names the key or button by which the user asks for it.
    """
    owner = _owner_of(standing.form, address)
    if owner is None:
        return ELSEWHERE + how
    if owner.sentence is None:
        return NOTHING
    if own_words(standing, owner):
        return ALREADY + how
    return GAPS + how if has_gap(standing, generated(standing, owner)) else ""


def _owner_of(form: Form, address: str | None) -> Indicator | Section | None:
    """Return the owner of the passage typed at an address, or None if it is no passage."""
    if address is None or form.fields[address].group != "passage":
        return None
    page = form.home_of[address]
    return form.by_id[page.id] if page.kind == "indicator" else form.by_key[page.id]
