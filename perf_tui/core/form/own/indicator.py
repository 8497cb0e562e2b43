"""An own indicator as its definition's texts make it, alone or as a change of one of the set."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import Any

from perf_tui.core.form.initials import initials_of
from perf_tui.core.form.models import (
    NO_TARGET,
    WITHOUT_TARGET,
    Entered,
    Evidence,
    Indicator,
    Sign,
)
from perf_tui.core.form.own.facts import Facts, facts_of, measured
from perf_tui.core.form.own.methods import in_percent, method_of
from perf_tui.core.form.own.properties import EVIDENCE_KEYS, SIGNS, YES
from perf_tui.core.form.own.sentence import (
    SentenceError,
    extra_sentence,
    own_sentence,
    plain_sentence,
    stated_sentence,
)
from perf_tui.core.form.scheme import Scheme
from perf_tui.core.numbers import Number, read_number

Texts = Mapping[str, str]
ZERO = Decimal(0)


def defined(
    ident: str,
    number: int,
    texts: Texts,
    known: Indicator | None,
    *,
    facts: Facts,
    scheme: Scheme,
) -> Indicator:
    """Return the indicator that the texts define, or the `known` one of the set as they change it.

    `facts` are all of the year that a measure can be made of, by name. What the scheme adds to the
    total or takes from it has neither target nor actual value.
    """
    said = _said(known or BLANK, texts)
    if known is None and not scheme.extra_level(said["category"]):
        return _measured(ident, number, said, texts, facts)
    start = known or BLANK
    one = Indicator(
        id=ident,
        number=number,
        **said,
        facts=start.facts,
        shared=start.shared,
        measure=start.measure,
        entered=start.entered,
        constraints=start.constraints,
        sentence=start.sentence,
        evidence=start.evidence,
    )
    return _extra(one, known) if scheme.extra_level(one.category) else _measurable(one)


def _said(start: Indicator, texts: Texts) -> dict[str, Any]:
    """Return what a definition says of the indicator itself, by the names of its attributes."""
    name = texts.get("name", start.name)
    sign = SIGNS.get(texts.get("sign", ""), start.sign)
    implied = "%" if in_percent(method_of(texts)) else start.unit
    unit = "" if sign == "qualitative" else texts.get("unit", implied)
    return {
        "name": name,
        "initials": initials_of(name) if "name" in texts else start.initials,
        "category": texts.get("category", start.category),
        "subcategory": texts.get("subcategory", start.subcategory),
        "weight": _weight(texts, start),
        "unit": unit,
        "sign": sign,
        "target": _target(texts, start, sign, unit),
        "core": texts["core"] == YES if "core" in texts else start.core,
        "guidance": texts.get("guidance", start.guidance),
    }


def _extra(one: Indicator, known: Indicator | None) -> Indicator:
    one = replace(one, unit="", entered=None, measure=None)
    return one if known else replace(one, sentence=extra_sentence(one.name))


def _measurable(one: Indicator) -> Indicator:
    """Return the indicator of a set, measured as the comparator that the year gives it asks."""
    if one.sign == "qualitative":
        return replace(one, entered=None, measure=None)
    return one if one.entered or one.measure else replace(one, entered=Entered())


def _measured(
    ident: str, number: int, said: dict[str, Any], texts: Texts, facts: Facts
) -> Indicator:
    """Return a new indicator with what it is measured, proven and told by."""
    wanted = (key for key in EVIDENCE_KEYS if key in texts)
    evidence = tuple(Evidence(key=key, title=texts[key]) for key in wanted)
    own = {"id": ident, "number": number, **said, "evidence": evidence}
    name, sign, unit = said["name"], said["sign"], said["unit"]
    if sign == "qualitative":
        told = Indicator(**own, sentence=plain_sentence(name, sign, unit))
    else:
        by = measured(ident, texts, unit, facts)
        aimless = said["target"] == NO_TARGET
        told = Indicator(
            **own,
            entered=by.entered,
            facts=by.facts,
            shared=by.shared,
            measure=by.measure,
            constraints=by.constraints,
            sentence=stated_sentence(name, unit, by.told)
            if aimless
            else plain_sentence(name, sign, unit, by.told),
        )
    if "sentence" in texts:
        with suppress(SentenceError):  # the rules on definitions tell
            return replace(told, sentence=own_sentence(texts["sentence"], facts_of(told, facts)))
    return told


BLANK = Indicator(
    id="",
    number=0,
    name="",
    initials="",
    category="",
    weight=ZERO,
    sign=">=",
    target="",
    guidance="",
    sentence=plain_sentence("", ">=", ""),
)


def _target(texts: Texts, start: Indicator, sign: Sign, unit: str) -> Decimal | str:
    """Return the target; one that cannot be read as a number is kept as the words it is."""
    if "target" not in texts:
        return start.target
    if sign == "qualitative":
        return texts["target"]
    if texts["target"] in WITHOUT_TARGET:
        return NO_TARGET
    typed = amount(texts["target"], unit)
    return texts["target"] if typed is None else typed


def _weight(texts: Texts, start: Indicator) -> Decimal:
    if "weight" not in texts:
        return start.weight
    return max(ZERO, amount(texts.get("weight", ""), "分") or ZERO)


@lru_cache(maxsize=4096)
def amount(text: str, unit: str) -> Decimal | None:
    """Return the number in a text, or None if it is none."""
    number = read_number(text, unit)
    return number.value if isinstance(number, Number) else None
