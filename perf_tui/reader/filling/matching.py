"""Which of a form's fields a number in a report belongs to: by its unit and the words it counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from perf_tui.core.claims import MONEY, Count
from perf_tui.core.form import Field, Form, Indicator, Section

MOST = 100  # numbers of a page; no page has nearly as many fields
ALIKE, PART_ALIKE = 0.5, 0.8  # how much of the shorter words is in the longer; of 其中…, too
_SAME_UNITS = ("人名", "次起件", "个处座家所", "户")
_OF_A_NUMBER = re.compile(r"(?:人|户|件|次|起|批|个|类)?(?:数量?|次数|资金|金额)$")
# What stands before a fact in a sentence of the form.
_PHRASE = re.compile(r"(?P<words>[^\[\]{}，。；、：\n]*)\{(?P<name>\w+)\}")
SHORTEST = 3  # characters of an indicator's name that say what rate it is
Phrases = Mapping[str, Sequence[str]]


def phrases_of(form: Form) -> Phrases:
    """Address → the words by which a report may tell the field: its label, the form's sentences."""
    found: dict[str, list[str]] = {
        address: [_OF_A_NUMBER.sub("", field.label)] for address, field in form.fields.items()
    }
    owners: tuple[Indicator | Section, ...] = (*form.indicators, *form.sections)
    for owner in owners:
        for phrase in _PHRASE.finditer(owner.sentence.source if owner.sentence else ""):
            if (at := _address(form, owner, phrase["name"])) and phrase["words"]:
                found.setdefault(at, []).append(phrase["words"])
    for indicator in form.indicators:
        # 相关工作满意度 is told for 本镇居民满意度.
        names = [indicator.name, indicator.name[-SHORTEST:]]
        found.setdefault(actual_at(indicator), []).extend(names)
    return found


def _address(form: Form, owner: Indicator | Section, name: str) -> str | None:
    if name == "actual" and isinstance(owner, Indicator):
        return actual_at(owner)
    return form.addresses.get(form.changes.get(name, name))


def actual_at(indicator: Indicator) -> str:
    """Where an actual value would be typed, though it may be computed and never asked for."""
    return f"indicators.{indicator.id}.actual"


def assigned(
    counts: Sequence[Count], fields: Iterable[Field], phrases: Phrases
) -> Iterator[tuple[Field, Count]]:
    """Every field with the number that fits it best; none is used for two fields."""
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


def likeness_of_names(one: str, other: str) -> float:
    """From 0 to 1, how much of the longer name is in the other."""
    first, second = _pairs(one), _pairs(other)
    return len(first & second) / max(len(first), len(second), 1)


def likeness_of_titles(one: str, other: str) -> float:
    """From 0 to 1, how much of the shorter title is in the other, which may say more."""
    return _likeness_of_words(_only_words(one), _only_words(other))


def _likeness(field: Field, count: Count, phrases: Phrases) -> float:
    """From 0 to 1, how much of a field's words stand around a number, or the other way round."""
    if not _units_agree(field, count):
        return 0
    likeness = _closest(count, phrases[field.address])
    return likeness if "其中" not in count.words or likeness >= PART_ALIKE else 0


def fits(count: Count, unit: str, phrases: Sequence[str]) -> bool:
    """Whether a number in this unit is told by one of the phrases."""
    return count.unit == unit and _closest(count, phrases) >= ALIKE


def _closest(count: Count, phrases: Sequence[str]) -> float:
    told = (_only_words(count.words), _only_words(count.words + count.behind))
    return max(_likeness_of_words(one, _only_words(two)) for two in phrases for one in told)


def _likeness_of_words(one: str, other: str) -> float:
    """Half by the characters they share in the same order, half by neighbours they share."""
    first, second = _pairs(one), _pairs(other)
    if not first & second:
        return 0
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    in_order = sum(block.size for block in blocks) / min(len(one), len(other))
    return (in_order + len(first & second) / min(len(first), len(second))) / 2


def _pairs(words: str) -> set[str]:
    plain = _only_words(words)
    return {plain[place : place + 2] for place in range(len(plain) - 1)}


def _only_words(text: str) -> str:
    return re.sub(r"[^一-鿿A-Za-z]", "", text)


def _units_agree(field: Field, count: Count) -> bool:
    if field.kind == "money":
        return count.unit in MONEY
    return field.unit == count.unit or any(
        field.unit in group and count.unit in group for group in _SAME_UNITS if field.unit
    )
