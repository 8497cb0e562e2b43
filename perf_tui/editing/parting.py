"""Parting what was typed in one field into the fields that it says something of."""

from __future__ import annotations

import re

from perf_tui.core.answers.items import items_in
from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.form import Form, Indicator
from perf_tui.core.form.models import COMPARATORS, NO_TARGET, WITHOUT_TARGET
from perf_tui.core.form.own import OWN, OwnForm, own_at
from perf_tui.core.form.own.facts import SLOTS, slot_key
from perf_tui.core.form.own.methods import SUM, method_of
from perf_tui.core.form.own.properties import BEFORE, EVIDENCE_KEYS

EQUAL = ("=", "＝", "等于")
NUMBERED = re.compile(r"(fact|evidence)(\d)")


def named(evaluation: Evaluation, address: str, text: str) -> dict[str, str]:
    """Return the name of last year's indicator whose number was typed to say which one this was.

    The result is empty for any other field, and where there is no such number.
    """
    table, _, key = address.partition(".")
    if table != OWN or not key.endswith(f".{BEFORE}") or evaluation.last is None:
        return {}
    indicators = evaluation.last.form.indicators
    name = next((one.name for one in indicators if str(one.number) == text), "")
    return {address: name} if name else {}


def parted(form: Form, address: str, text: str) -> dict[str, str]:
    """Return the texts, by address, that something typed in a definition is made of.

    - ≥95% as a target becomes 95, ≥ and %, and words make the indicator a qualitative one.
    - Several documents, or several facts that are added, are parted to a field each.
    - A fact that was typed elsewhere becomes one of the indicator's own by another name.

    The result is empty for any other text.
    """
    table, _, rest = address.partition(".")
    ident, _, key = rest.partition(".")
    if table != OWN or ident not in form.by_id or not isinstance(form, OwnForm):
        return {}
    if key == "target":
        return _of_target(form.by_id[ident], address, text) if text else {}
    numbered = NUMBERED.fullmatch(key)
    if numbered is None:
        return {}
    told = _told_apart(form, ident, numbered[1], int(numbered[2]), text)
    if numbered[1] == "fact":
        told |= _released(form, ident, key, text)
    return {own_at(ident, at): what for at, what in told.items()}


def _of_target(one: Indicator, address: str, text: str) -> dict[str, str]:
    if text in WITHOUT_TARGET:
        return {} if text == NO_TARGET else {address: NO_TARGET}
    from perf_tui.reader.targets.target import read_target  # only definitions need it

    read = read_target(text, one.unit)
    if read.sign == "qualitative" and not any(map(str.isdecimal, text)):
        return {own_at(one.id, "sign"): COMPARATORS["qualitative"]}
    if not read.sign or read.text == text or one.sign == "qualitative":
        return {}
    texts = {address: read.text}
    if read.sign != "=" or any(sign in text for sign in EQUAL):  # which no comparator means, too
        texts[own_at(one.id, "sign")] = COMPARATORS[read.sign]
    return {**texts, own_at(one.id, "unit"): read.unit} if read.unit else texts


def _told_apart(form: OwnForm, ident: str, what: str, number: int, text: str) -> dict[str, str]:
    """Return the items of a text by property: its own and those blank behind it, if enough."""
    texts, items = form.own[ident], items_in(text)
    if what == "fact" and method_of(texts) is not SUM:
        return {}
    keys = EVIDENCE_KEYS if what == "evidence" else [slot_key(slot) for slot in SLOTS]
    free = [keys[number - 1], *(key for key in keys[number:] if key not in texts)]
    return dict(zip(free, items, strict=False)) if 1 < len(items) <= len(free) else {}


def _released(form: OwnForm, ident: str, key: str, text: str) -> dict[str, str]:
    """Return what lets go of a fact typed elsewhere, if the text is not its label."""
    source = f"{key}_from"
    taken = form.usable_facts.get(form.own[ident].get(source, ""))
    return {source: ""} if source in form.own[ident] and (not taken or taken.label != text) else {}
