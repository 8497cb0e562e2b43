"""A form with indicators of the year's own in it: added to those of the set, changed, removed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, fields, replace
from decimal import Decimal
from functools import cache, cached_property
from typing import Any

from perf_tui.core.form.definition import Form
from perf_tui.core.form.fields import Field
from perf_tui.core.form.initials import initials_of
from perf_tui.core.form.models import COMPARATORS, Entered, Fact, FormSet, Indicator, Sign
from perf_tui.core.form.own.properties import (
    NO,
    NUMBER,
    OWN,
    REMOVED,
    SIGNS,
    YES,
    property_fields,
)
from perf_tui.core.form.own.sentence import plain_sentence
from perf_tui.core.form.pages import Page
from perf_tui.core.form.parts import FieldsAlike, Part
from perf_tui.core.numbers import Number, read_number

Texts = Mapping[str, str]
ZERO = Decimal(0)
LAST = Decimal(10**6)  # the place of one without a number


class Definition:
    """An own indicator with all that follows from its definition: its part of a form, its page.

    It is what it is by its texts, by its number and by what the form set knows of it. A removed one
    has no part.
    """

    def __init__(self, base: Form, ident: str, texts: Texts) -> None:
        self._base, self.ident, self.texts = base, ident, texts
        self.known = base.by_id.get(ident)
        self.removed = texts.get(REMOVED) == YES
        self.place = _place(texts, self.known)
        pattern = _property_pattern(base.categories, self.known is not None)
        self.fields = FieldsAlike(f"{OWN}.{ident}.", pattern, self._changing)
        self._numbered: tuple[Part, Page] | None = None

    def numbered(self, number: int) -> tuple[Part, Page]:
        """Return its part of the form and the page of its definition under a number."""
        if self._numbered is None or self._numbered[1].number != number:
            one = _defined(self.ident, number, self.texts, self.known)
            self._numbered = Part(one, self._base.scheme.tiers), self._page_of(one)
        return self._numbered

    def _page_of(self, one: Indicator) -> Page:
        typed = [end for end in self.fields.pattern if end not in (NUMBER, REMOVED)]
        wanted = (end for end in typed if self.fields.pattern[end].required)
        return Page(
            f"{OWN}.{one.id}",
            "definition",
            one.name or "新指标",
            one.initials,
            tuple(self.fields.prefix + end for end in typed),
            one.number,
            tuple(self.fields.prefix + end for end in wanted),
        )

    def _changing(self, key: str, one: Field) -> Field:
        """Return the field; what the set knows of an indicator stands while it is blank."""
        known = self.known
        if known is None:
            return one
        said = {"sign": COMPARATORS[known.sign], "core": YES if known.core else NO}
        fallback = said.get(key) or str(getattr(known, key, ""))
        return replace(one, fallback=fallback)


@cache
def _property_pattern(categories: tuple[str, ...], changing: bool) -> Mapping[str, Field]:
    """Return the fields of a definition by property; none is required to change what is known."""
    return {
        one.address.rpartition(".")[2]: replace(one, required=one.required and not changing)
        for one in property_fields("", categories)
    }


@dataclass(frozen=True, kw_only=True)
class OwnForm(Form):
    """A form set with the indicators that `own` defines: ident → its definition.

    One whose ident the set knows too changes that one; what it does not say stays as in the set.
    `made` are the parts of all indicators, and `defined` the pages of the own definitions.
    """

    base: Form
    own: Mapping[str, Definition] = field(compare=False, repr=False)
    made: Mapping[str, Part] = field(compare=False, repr=False)
    defined: tuple[Page, ...]

    @property
    def parts(self) -> Mapping[str, Part]:
        """Indicator id → its part of the form, in the order of the indicators."""
        return self.made

    @property
    def definitions(self) -> tuple[Page, ...]:
        """The pages on which the own indicators are defined, in the order of their numbers."""
        return self.defined

    @cached_property
    def definition_fields(self) -> Mapping[str, FieldsAlike]:
        """Ident → the fields of its definition, those of removed indicators among them."""
        return {ident: one.fields for ident, one in self.own.items()}

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The pages in walking order, those of the set being the same objects."""
        before = (page for page in self.base.pages if page.kind in ("unit", "budget"))
        behind = (page for page in self.base.pages if page.kind == "section")
        return (*before, *(part.page for part in self.parts.values()), *behind)

    @cached_property
    def categories(self) -> tuple[str, ...]:
        """The first level of indicators, as the form set has it."""
        return self.base.categories


def form_for(form: Form, texts: Texts, changed: AbstractSet[str] | None = None) -> Form:
    """Return the form as a year's texts define it; the same one if they define it already.

    `changed` are the addresses, if known, at which the texts differ from those that `form` is for,
    new ones in the order of the texts.
    """
    if changed is not None and not any(at.startswith(f"{OWN}.") for at in changed):
        return form
    told = _own_in(form, texts, changed)
    base = form.base if isinstance(form, OwnForm) else form
    if not told:
        return base
    before = form.own if isinstance(form, OwnForm) else {}
    own = {ident: _definition(base, ident, said, before) for ident, said in told.items()}
    same = all(one is before.get(ident) for ident, one in own.items())
    return form if same and [*own] == [*before] else _form_of(base, own, form)


def _definition(
    base: Form, ident: str, texts: Texts, before: Mapping[str, Definition]
) -> Definition:
    kept = before.get(ident)
    same = kept is not None and (kept.texts is texts or kept.texts == texts)
    return kept if kept and same else Definition(base, ident, texts)


def _form_of(base: Form, own: Mapping[str, Definition], before: Form) -> OwnForm:
    parts: dict[str, Part] = {}
    definitions: list[Page] = []
    for number, ident in enumerate(_in_order(base, own), 1):
        if ident in own:
            parts[ident], page = own[ident].numbered(number)
            definitions.append(page)
        else:
            parts[ident] = _known_part(base, ident, number, before)
    indicators = tuple(part.indicator for part in parts.values())
    declared = {one.name: getattr(base, one.name) for one in fields(FormSet)}
    return OwnForm(
        **{
            **declared,
            "facts": (*base.facts, *_facts_left(base, indicators)),
            "indicators": indicators,
            "base": base,
            "own": own,
            "made": parts,
            "defined": tuple(definitions),
        }
    )


def _known_part(base: Form, ident: str, number: int, before: Form) -> Part:
    """Return the part of an indicator of the set that the year says nothing about."""
    kept = before.parts.get(ident)
    known = base.by_id[ident]
    if kept and kept.indicator.number == number and ident not in getattr(before, "own", ()):
        return kept
    return Part(replace(known, number=number), base.scheme.tiers)


def _facts_left(base: Form, indicators: Iterable[Indicator]) -> Iterator[Fact]:
    """Yield the facts of indicators that were removed, because others may be measured by them."""
    left = {one.id for one in indicators}
    for one in base.indicators:
        if one.id not in left:
            yield from one.facts


def _own_in(form: Form, texts: Texts, changed: AbstractSet[str] | None) -> dict[str, Texts]:
    """Return the definitions in a year's texts: ident → property → text.

    Where only texts were replaced or added, those of other indicators are the same objects.
    """
    if changed is None or not isinstance(form, OwnForm):
        return _all_own_in(texts)
    own: dict[str, Texts] = {ident: one.texts for ident, one in form.own.items()}
    for address in changed:
        if address.startswith(f"{OWN}."):
            if address not in texts:  # the order may be another now
                return _all_own_in(texts)
            _, ident, key = address.split(".", 2)
            own[ident] = {**own.get(ident, {}), key: texts[address]}
    return own


def _all_own_in(texts: Texts) -> dict[str, Texts]:
    own: dict[str, dict[str, str]] = {}
    for address, text in texts.items():
        if address.startswith(f"{OWN}."):
            _, ident, key = address.split(".", 2)
            own.setdefault(ident, {})[key] = text
    return {**own}


def _in_order(base: Form, own: Mapping[str, Definition]) -> list[str]:
    """Return the ids of the indicators that are left, in the order of their numbers."""
    known = base.by_id
    ids = (*known, *(ident for ident in own if ident not in known))
    left = [ident for ident in ids if ident not in own or not own[ident].removed]
    left.sort(key=lambda ident: own[ident].place if ident in own else known[ident].number)
    return left


def _place(texts: Texts, known: Indicator | None) -> Decimal:
    typed = _amount(texts.get(NUMBER, ""), "")
    if typed is not None:
        return typed
    return LAST if known is None else Decimal(known.number)


def _defined(ident: str, number: int, texts: Texts, known: Indicator | None) -> Indicator:
    start = known or BLANK
    name = texts.get("name", start.name)
    sign = SIGNS.get(texts.get("sign", ""), start.sign)
    unit = "" if sign == "qualitative" else texts.get("unit", start.unit)
    own: dict[str, Any] = {
        "id": ident,
        "number": number,
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
    plain = None if sign == "qualitative" else Entered()
    return Indicator(
        **own,
        facts=start.facts,
        shared=start.shared,
        measure=start.measure,
        entered=plain if known is None else known.entered,
        constraints=start.constraints,
        sentence=plain_sentence(name, sign, unit) if known is None else known.sentence,
        evidence=start.evidence,
    )


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
    typed = _amount(texts["target"], unit)
    return texts["target"] if typed is None else typed


def _weight(texts: Texts, start: Indicator) -> Decimal:
    if "weight" not in texts:
        return start.weight
    return max(ZERO, _amount(texts.get("weight", ""), "分") or ZERO)


def _amount(text: str, unit: str) -> Decimal | None:
    number = read_number(text, unit)
    return number.value if isinstance(number, Number) else None
