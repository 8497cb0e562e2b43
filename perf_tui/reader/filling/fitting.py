"""Which field of a form a number in a report belongs to, by its unit and the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from perf_tui.core.claims.claims import MONEY, Count
from perf_tui.core.form import Field, Form, Indicator, Section
from perf_tui.reader.likeness import likeness_of_titles

MOST = 100  # numbers of a page; no page has nearly as many fields
# From 0 to 1, how alike a field's words and a number's have to be. A number behind 其中 is a part
# of another one and has to fit better. Set by experience with published reports.
ALIKE, PART_ALIKE = 0.5, 0.8
_SAME_UNITS = ("人名", "次起件", "个处座家所", "户")
_OF_A_NUMBER = re.compile(r"(?:人|户|件|次|起|批|个|类)?(?:数量?|次数|资金|金额)$")
# The words before a fact in a sentence of the form.
_PHRASE = re.compile(r"(?P<words>[^\[\]{}，。；、：\n]*)\{(?P<name>\w+)\}")
SHORTEST = 3  # characters at the end of an indicator's name that say what rate it is
Phrases = Mapping[str, Sequence[str]]


def phrases_of(form: Form) -> Phrases:
    """Return address → the phrases by which a report may tell the field.

    They come from its label and from the sentences of the form.
    """
    found: dict[str, list[str]] = {
        address: [_OF_A_NUMBER.sub("", field.label)] for address, field in form.fields.items()
    }
    owners: tuple[Indicator | Section, ...] = (*form.indicators, *form.sections)
    for owner in owners:
        for phrase in _PHRASE.finditer(owner.sentence.source if owner.sentence else ""):
            if (at := _address(form, owner, phrase["name"])) and phrase["words"]:
                found.setdefault(at, []).append(phrase["words"])
    for indicator in form.indicators:
        # By its last characters, 本镇居民满意度 is found where a report says 相关工作满意度.
        names = [indicator.name, indicator.name[-SHORTEST:]]
        found.setdefault(actual_at(indicator), []).extend(names)
    return found


def _address(form: Form, owner: Indicator | Section, name: str) -> str | None:
    if name == "actual" and isinstance(owner, Indicator):
        return actual_at(owner)
    return form.addresses.get(form.changes.get(name, name))


def actual_at(indicator: Indicator) -> str:
    """Return the address of an actual value. There is no such field if the value is computed."""
    return f"indicators.{indicator.id}.actual"


def assigned(
    counts: Sequence[Count], fields: Iterable[Field], phrases: Phrases
) -> Iterator[tuple[Field, Count]]:
    """Yield fields with the number that fits each best. No number is used for two fields."""
    fitting = [
        (likeness, -abs(place - position), field, count)
        for place, field in enumerate(fields)
        for position, count in enumerate(counts[:MOST])
        if (likeness := _likeness(field, count, phrases)) >= ALIKE
    ]
    fitting.sort(key=lambda one: one[:2], reverse=True)
    filled: set[str] = set()
    used: set[int] = set()
    for *_, field, count in fitting:
        if field.address not in filled and id(count) not in used:
            filled.add(field.address)
            used.add(id(count))
            yield field, count


def _likeness(field: Field, count: Count, phrases: Phrases) -> float:
    """Return, from 0 to 1, how alike the words of a field and those around a number are.

    It is 0 if their units differ.
    """
    if not _units_agree(field, count):
        return 0
    likeness = _closest(count, phrases[field.address])
    return likeness if "其中" not in count.words or likeness >= PART_ALIKE else 0


def fits(count: Count, unit: str, phrases: Sequence[str]) -> bool:
    """Whether a number is in this unit and told by one of the phrases."""
    return count.unit == unit and _closest(count, phrases) >= ALIKE


def _closest(count: Count, phrases: Sequence[str]) -> float:
    told = (count.words, count.words + count.behind)
    return max(likeness_of_titles(one, two) for two in phrases for one in told)


def _units_agree(field: Field, count: Count) -> bool:
    if field.kind == "money":
        return count.unit in MONEY
    return field.unit == count.unit or any(
        field.unit in group and count.unit in group for group in _SAME_UNITS if field.unit
    )
