"""Writing a passage in one's own words, starting from the generated sentence."""

from __future__ import annotations

from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.form import Form, Indicator, Section
from perf_tui.core.wording.sentences import generated, has_gap, own_words
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.refusing import RefusedError, require_editable

ELSEWHERE = "先走到“报告中的文字”下面那一栏，再"
NOTHING = "这一段没有自动生成的文字，直接写"
ALREADY = "这一栏已经是你自己写的；要从自动生成的文字改起，先清空，再"
GAPS = "自动生成的文字还有空档，把数填全后再"


def rewrite(open_year: OpenYear, address: str | None) -> str:
    """Put the generated sentence into the empty passage at an address. Return the address.

    Raises RefusedError if the year cannot be edited or there is nothing to rewrite.
    """
    require_editable(open_year)
    evaluation = open_year.change.evaluation
    refusal = why_no_draft(evaluation, address, "{rewrite}")
    if address is None or refusal:
        raise RefusedError(refusal)
    open_year.session.put(address, first_draft(evaluation, address))
    open_year.note()
    return address


def first_draft(evaluation: Evaluation, address: str | None) -> str:
    """Return the generated sentence at an address, or an empty string if there is none.

    It can be used if `why_no_draft` has no objection.
    """
    owner = _owner_of(evaluation.form, address)
    return generated(evaluation, owner) if owner else ""


def why_no_draft(evaluation: Evaluation, address: str | None, how: str) -> str:
    """Return why there is nothing to rewrite and what to do, or an empty string if there is.

    `how` names the key or button by which the user asks for it.
    """
    owner = _owner_of(evaluation.form, address)
    if owner is None:
        return ELSEWHERE + how
    if owner.sentence is None:
        return NOTHING
    if own_words(evaluation, owner):
        return ALREADY + how
    return GAPS + how if has_gap(evaluation, generated(evaluation, owner)) else ""


def _owner_of(form: Form, address: str | None) -> Indicator | Section | None:
    """Return the owner of the passage typed at an address, or None if it is no passage."""
    if address is None or form.fields[address].group != "passage":
        return None
    page = form.home_of[address]
    return form.by_id[page.id] if page.kind == "indicator" else form.by_key[page.id]
