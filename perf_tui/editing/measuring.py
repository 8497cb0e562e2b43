"""What a definition says of an indicator that stands elsewhere: in the set, in the library."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING

from perf_tui.core.answers.year import Year
from perf_tui.core.form import Indicator
from perf_tui.core.form.models import COMPARATORS, Entered
from perf_tui.core.form.own import OwnForm, own_at
from perf_tui.core.form.own.facts import SLOTS, Facts, at_most, fact_name, slot_key
from perf_tui.core.form.own.methods import METHODS, method_behind
from perf_tui.core.form.own.properties import EVIDENCE_KEYS, YES
from perf_tui.core.numbers.rounding import plain

if TYPE_CHECKING:
    from perf_tui.core.form.library import LibraryIndicator

Properties = dict[str, str]
HUNDRED = Decimal(100)


def definition_of(one: Indicator | LibraryIndicator, known: Facts) -> Properties:
    """Return the properties, key → text, that define an indicator like this one, without a weight.

    A measure that no method gives is left out: the actual value is typed then. `known` are the
    facts of the year by name, because those of other pages are not named anew.
    """
    told: Mapping[str, str] = {
        "name": one.name,
        "target": one.target if isinstance(one.target, str) else plain(one.target),
        "unit": one.unit,
        "sign": COMPARATORS[one.sign],
        "category": one.category,
        "subcategory": one.subcategory,
        "guidance": one.guidance,
        **_measure_of(one, known),
        **dict(zip(EVIDENCE_KEYS, (wanted.title for wanted in one.evidence), strict=False)),
    }
    return {key: text for key, text in told.items() if text}


def _measure_of(one: Indicator | LibraryIndicator, known: Facts) -> Properties:
    choice, names = method_behind(one.measure)
    if not names:
        entered = one.entered or Entered()
        falls = entered.minimum is None or entered.minimum < 0
        return {
            "source": entered.source or getattr(one, "source", ""),
            "negative": YES if falls else "",
            "bounded": YES if entered.maximum == HUNDRED else "",
        }
    bound = at_most(METHODS[choice], names)
    told = {
        "method": choice,
        "bounded": YES if any(one.rule == bound for one in one.constraints) else "",
    }
    own = {fact.key: fact for fact in one.facts}
    for slot, name in enumerate(names, 1):
        fact = own.get(name) or known[name]
        told[slot_key(slot)] = fact.label
        if name in own:
            told |= {slot_key(slot, "unit"): fact.unit, slot_key(slot, "source"): fact.source}
        else:
            told[slot_key(slot, "from")] = name
    return told


def handed_on(form: OwnForm, idents: Collection[str], year: Year) -> dict[str, str]:
    """Return the texts, by address, that keep the facts of indicators that are to be removed.

    One that others are measured by goes to the first of these, with what was typed.
    """
    texts: dict[str, str] = {}
    for ident, slot in product(idents, SLOTS):
        name = fact_name(ident, slot)
        texts[f"facts.{name}"] = ""
        users = [one for one in _users(form, name) if one[0] not in idents]
        if users:
            (heir, place), *others = users
            new = fact_name(heir, place)
            texts |= {f"facts.{new}": year.text(f"facts.{name}")}
            texts |= {own_at(heir, slot_key(place, "from")): ""}
            for what in ("", "unit", "source"):
                told = form.own[ident].get(slot_key(slot, what), "")
                texts[own_at(heir, slot_key(place, what))] = told
            texts |= {own_at(one, slot_key(other, "from")): new for one, other in others}
    return texts


def _users(form: OwnForm, name: str) -> Iterator[tuple[str, int]]:
    """Yield the indicators that take a fact from where it is typed, with their slots."""
    for ident, texts in form.own.items():
        yield from ((ident, n) for n in SLOTS if texts.get(slot_key(n, "from")) == name)
