"""A form with indicators of the year's own in it: added to those of the set, changed, removed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from functools import cached_property

from perf_tui.core.form.definition import Form
from perf_tui.core.form.fields import Field
from perf_tui.core.form.initials import initials_of
from perf_tui.core.form.models import COMPARATORS, Entered, Fact, FormSet, Indicator, Sign
from perf_tui.core.form.own.properties import (
    BEFORE,
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
from perf_tui.core.numbers import Number, read_number

Texts = Mapping[str, str]
ZERO = Decimal(0)
LAST = Decimal(10**6)  # the place of one without a number


@dataclass(frozen=True, kw_only=True)
class OwnForm(Form):
    """A form set with the indicators that `own` defines: ident → property → text.

    One whose ident the set knows too changes that one; what it does not say stays as in the set.
    """

    base: Form
    own: Mapping[str, Texts]

    @cached_property
    def definitions(self) -> tuple[Page, ...]:
        """The pages on which the own indicators are defined, in the order of their numbers."""
        return tuple(
            Page(
                f"{OWN}.{one.id}",
                "definition",
                one.name or "新指标",
                one.initials,
                tuple(field.address for field in self._properties(one.id) if _is_typed(field)),
                one.number,
            )
            for one in self.indicators
            if one.id in self.own
        )

    @cached_property
    def definition_fields(self) -> tuple[Field, ...]:
        """The fields of all definitions, those of removed indicators among them."""
        return tuple(field for ident in self.own for field in self._properties(ident))

    @cached_property
    def categories(self) -> tuple[str, ...]:
        """The first level of indicators, as the form set has it."""
        return self.base.categories

    @property
    def stated_before(self) -> Mapping[str, str]:
        """Indicator id → the name of the one it was last year, as its definition states it."""
        return {ident: texts[BEFORE] for ident, texts in self.own.items() if BEFORE in texts}

    def _properties(self, ident: str) -> tuple[Field, ...]:
        properties = tuple(property_fields(ident, self.categories))
        known = self.base.by_id.get(ident)
        return properties if known is None else tuple(_changing(known, one) for one in properties)


def form_for(form: Form, texts: Texts) -> Form:
    """Return the form as a year's texts define it; the same one if they define it already."""
    own = _own_in(texts)
    base = form.base if isinstance(form, OwnForm) else form
    if not own:
        return base
    if isinstance(form, OwnForm) and form.own == own:
        return form
    indicators = tuple(_in_order(base, own))
    declared = {one.name: getattr(base, one.name) for one in fields(FormSet)}
    return OwnForm(
        **{
            **declared,
            "facts": (*base.facts, *_facts_left(base, indicators)),
            "indicators": indicators,
            "base": base,
            "own": own,
        }
    )


def _facts_left(base: Form, indicators: Iterable[Indicator]) -> Iterator[Fact]:
    """Yield the facts of indicators that were removed, because others may be measured by them."""
    left = {one.id for one in indicators}
    for one in base.indicators:
        if one.id not in left:
            yield from one.facts


def _is_typed(field: Field) -> bool:
    return field.address.rsplit(".", 1)[1] not in (NUMBER, REMOVED)


def _changing(known: Indicator, field: Field) -> Field:
    """Return the field for a change of an indicator of the set, which stands while it is blank."""
    key = field.address.rsplit(".", 1)[1]
    said = {"sign": COMPARATORS[known.sign], "core": YES if known.core else NO}
    fallback = said.get(key) or str(getattr(known, key, ""))
    return replace(field, required=False, fallback=fallback)


def _own_in(texts: Texts) -> dict[str, dict[str, str]]:
    own: dict[str, dict[str, str]] = {}
    for address, text in texts.items():
        if address.startswith(f"{OWN}."):
            _, ident, key = address.split(".", 2)
            own.setdefault(ident, {})[key] = text
    return own


def _in_order(base: Form, own: Mapping[str, Texts]) -> Iterable[Indicator]:
    """Return the indicators that are left, numbered through in the order of their numbers."""
    known = base.by_id
    ids = (ident for ident in (*known, *(ident for ident in own if ident not in known)))
    left = [ident for ident in ids if own.get(ident, {}).get(REMOVED) != YES]
    left.sort(key=lambda ident: _place(own.get(ident, {}), known.get(ident)))
    for number, ident in enumerate(left, 1):
        yield _defined(ident, number, own.get(ident, {}), known.get(ident))


def _place(texts: Texts, known: Indicator | None) -> Decimal:
    typed = _amount(texts.get(NUMBER, ""), "")
    if typed is not None:
        return typed
    return LAST if known is None else Decimal(known.number)


def _defined(ident: str, number: int, texts: Texts, known: Indicator | None) -> Indicator:
    start = known or _blank(ident)
    name = texts.get("name", start.name)
    sign = SIGNS.get(texts.get("sign", ""), start.sign)
    unit = "" if sign == "qualitative" else texts.get("unit", start.unit)
    one = replace(
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
    if known is not None:
        return one
    entered = None if sign == "qualitative" else Entered()
    return replace(one, entered=entered, sentence=plain_sentence(name, sign, unit))


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
    typed = _amount(texts["target"], unit)
    return texts["target"] if typed is None else typed


def _weight(texts: Texts, start: Indicator) -> Decimal:
    if "weight" not in texts:
        return start.weight
    return max(ZERO, _amount(texts.get("weight", ""), "分") or ZERO)


def _amount(text: str, unit: str) -> Decimal | None:
    number = read_number(text, unit)
    return number.value if isinstance(number, Number) else None
