"""Parting what was typed in one field into the fields that it says something of."""

from __future__ import annotations

from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.form import Form
from perf_tui.core.form.models import COMPARATORS
from perf_tui.core.form.own import OWN, own_at
from perf_tui.core.form.own.properties import BEFORE

EQUAL = ("=", "＝", "等于")


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
    """Return the texts, by address, that a target typed with comparator or unit is made of.

    ≥95% becomes 95, ≥ and %, and words make the indicator a qualitative one. The result is empty
    for any other field, and for a target that is a bare number.
    """
    table, _, rest = address.partition(".")
    ident, _, key = rest.partition(".")
    if (table, key) != (OWN, "target") or not text or ident not in form.by_id:
        return {}
    from perf_tui.reader.targets.target import read_target  # only definitions need it

    one = form.by_id[ident]
    read = read_target(text, one.unit)
    if read.sign == "qualitative" and not any(map(str.isdecimal, text)):
        return {own_at(ident, "sign"): COMPARATORS["qualitative"]}
    if not read.sign or read.text == text or one.sign == "qualitative":
        return {}
    texts = {address: read.text}
    if read.sign != "=" or any(sign in text for sign in EQUAL):  # which no comparator means, too
        texts[own_at(ident, "sign")] = COMPARATORS[read.sign]
    return {**texts, own_at(ident, "unit"): read.unit} if read.unit else texts
