"""An own indicator as its definition's texts make it, alone or as a change of one of the set."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal

from perf_tui.core.form.initials import initials_of
from perf_tui.core.form.models import (
    NO_TARGET,
    WITHOUT_TARGET,
    Entered,
    Evidence,
    Fact,
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
from perf_tui.core.wording.templates import Template

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
    one = _said(known or _blank(ident), number, texts)
    if scheme.extra_level(one.category):
        return _extra(one, known)
    return _measurable(one) if known else _measured(one, texts, facts)


def _said(start: Indicator, number: int, texts: Texts) -> Indicator:
    name = texts.get("name", start.name)
    sign = SIGNS.get(texts.get("sign", ""), start.sign)
    implied = "%" if in_percent(method_of(texts)) else start.unit
    unit = "" if sign == "qualitative" else texts.get("unit", implied)
    return replace(
        start,
        number=number,
        name=name,
        initials=initials_of(name) if "name" in texts else start.initials,
        category=texts.get("category", start.category),
        subcategory=texts.get("subcategory", start.subcategory),
        weight=_weight(texts, start),
        unit=unit,
        sign=sign,
        target=_target(texts, start, sign, unit),
        core=texts["core"] == YES if "core" in texts else start.core,
        guidance=texts.get("guidance", start.guidance),
    )


def _extra(one: Indicator, known: Indicator | None) -> Indicator:
    one = replace(one, unit="", entered=None, measure=None)
    return one if known else replace(one, sentence=extra_sentence(one.name))


def _measurable(one: Indicator) -> Indicator:
    """Return the indicator of a set, measured as the comparator that the year gives it asks."""
    if one.sign == "qualitative":
        return replace(one, entered=None, measure=None)
    return one if one.entered or one.measure else replace(one, entered=Entered())


def _measured(one: Indicator, texts: Texts, facts: Facts) -> Indicator:
    """Return the indicator with what it is measured, proven and told by."""
    wanted = (key for key in EVIDENCE_KEYS if key in texts)
    evidence = tuple(Evidence(key=key, title=texts[key]) for key in wanted)
    told = replace(one, evidence=evidence, sentence=plain_sentence(one.name, one.sign, one.unit))
    if one.sign != "qualitative":
        by = measured(one.id, texts, one.unit, facts)
        told = replace(
            told,
            entered=by.entered,
            facts=by.facts,
            shared=by.shared,
            measure=by.measure,
            constraints=by.constraints,
            sentence=_generated(one, by.told),
        )
    if "sentence" in texts:
        with suppress(SentenceError):  # the rules on definitions tell
            return replace(told, sentence=own_sentence(texts["sentence"], facts_of(told, facts)))
    return told


def _generated(one: Indicator, told: tuple[Fact, ...]) -> Template:
    if one.by_tier:
        return stated_sentence(one.name, one.unit, told)
    return plain_sentence(one.name, one.sign, one.unit, told)


def _blank(ident: str) -> Indicator:
    return Indicator(
        id=ident,
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


def amount(text: str, unit: str) -> Decimal | None:
    """Return the number in a text, or None if it is none."""
    number = read_number(text, unit)
    return number.value if isinstance(number, Number) else None
