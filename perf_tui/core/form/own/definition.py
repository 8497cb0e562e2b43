"""A form with indicators of the year's own in it: added to those of the set, changed, removed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from functools import cached_property

from perf_tui.core.form.definition import Form
from perf_tui.core.form.fields import Field
from perf_tui.core.form.models import COMPARATORS, Fact, FormSet, Indicator
from perf_tui.core.form.own.facts import own_facts, usable
from perf_tui.core.form.own.indicator import amount, defined
from perf_tui.core.form.own.properties import (
    BEFORE,
    NO,
    NUMBER,
    OWN,
    REMOVED,
    YES,
    kept_fields,
    property_fields,
)
from perf_tui.core.form.pages import Page
from perf_tui.core.form.scheme import Scheme
from perf_tui.core.form.scheme.changing import SCHEME, changed_scheme
from perf_tui.core.numbers import Refusal

Texts = Mapping[str, str]
NEW, ELSEWHERE = "新指标", "别的页"
LAST = Decimal(10**6)  # the place of one without a number


@dataclass(frozen=True, kw_only=True)
class OwnForm(Form):
    """A form set with the indicators that `own` defines: ident → property → text.

    One whose ident the set knows too changes that one; what it does not say stays as in the set.
    `said` changes the scheme of the set, key → text, and `misread` tells what of it cannot be read.
    """

    base: Form
    own: Mapping[str, Texts]
    said: Texts
    misread: Mapping[str, Refusal]

    @cached_property
    def scheme_fields(self) -> tuple[Field, ...]:
        """The fields of the scheme, which fall back on what the set says."""
        return self.base.scheme_fields

    @cached_property
    def definitions(self) -> tuple[Page, ...]:
        """The pages on which the own indicators are defined, in the order of their numbers."""
        return tuple(
            Page(
                f"{OWN}.{one.id}",
                "definition",
                one.name or NEW,
                one.initials,
                tuple(field.address for field in self._properties[one.id]),
                one.number,
            )
            for one in self.indicators
            if one.id in self.own
        )

    @cached_property
    def definition_fields(self) -> tuple[Field, ...]:
        """The fields of all definitions, those of removed indicators among them."""
        fields = self._properties.items()
        return tuple(
            field
            for ident, shown in fields
            for field in (*shown, *kept_fields(ident, self.own[ident], shown))
        )

    @cached_property
    def usable_facts(self) -> Mapping[str, Fact]:
        """Name → fact, for everything that a measure can be made of."""
        return usable((*self.budget, *self.all_facts))

    @cached_property
    def categories(self) -> tuple[str, ...]:
        """The first level of indicators, as the form set or the year's own scheme has it."""
        return super().categories if "levels" in self.said else self.base.categories

    @cached_property
    def stated_before(self) -> Mapping[str, str]:
        """Indicator id → the name of the one it was last year, as its definition states it."""
        return {ident: texts[BEFORE] for ident, texts in self.own.items() if BEFORE in texts}

    @cached_property
    def _properties(self) -> Mapping[str, tuple[Field, ...]]:
        """Id of an indicator → the fields on the page of its definition."""
        sources = self.sources
        return {ident: tuple(self._fields_of(ident, sources)) for ident in self.own}

    @cached_property
    def sources(self) -> Mapping[str, str]:
        """Name of a fact → the page where it is typed."""
        pages = (
            *((one.name or NEW, one.facts) for one in self.indicators),
            *((one.title, one.facts) for one in self.sections),
            ("预算执行", self.budget),
        )
        titles = {fact.key: title for title, facts in pages for fact in facts}
        return {name: titles.get(name, ELSEWHERE) for name in self.usable_facts}

    def _fields_of(self, ident: str, sources: Mapping[str, str]) -> Iterator[Field]:
        texts, known = self.own[ident], self.base.by_id.get(ident)
        if known is None:
            extra = self.scheme.extra_level(texts.get("category", ""))
            fields = property_fields(ident, texts, self.categories, sources)
            yield from map(_without_target, fields) if extra else fields
            return
        for field in property_fields(ident, texts, self.categories, None):
            yield _changing(known, field)


def defines(addresses: Iterable[str]) -> bool:
    """Whether a text at one of these addresses has a say in what the form is."""
    return any(at.startswith((f"{OWN}.", f"{SCHEME}.")) for at in addresses)


def form_for(form: Form, texts: Texts) -> Form:
    """Return the form as a year's texts define it; the same one if they define it already."""
    own = _own_in(texts)
    base = form.base if isinstance(form, OwnForm) else form
    said = _scheme_in(texts)
    if not own and not said:
        return base
    if isinstance(form, OwnForm) and (form.own, form.said) == (own, said):
        return form
    scheme, misread = changed_scheme(base.scheme, said)
    mine = tuple(_facts_named(base, own))
    known = usable((*base.budget, *base.all_facts, *mine))
    indicators = tuple(_in_order(base, own, known, scheme))
    declared = {one.name: getattr(base, one.name) for one in fields(FormSet)}
    return OwnForm(
        **{
            **declared,
            "facts": (*base.facts, *_facts_left(base, mine, indicators)),
            "indicators": indicators,
            "scheme": scheme,
            "base": base,
            "own": own,
            "said": said,
            "misread": misread,
        }
    )


def _facts_named(base: Form, own: Mapping[str, Texts]) -> Iterator[Fact]:
    """Yield the facts that the definitions name, whether or not they use them now."""
    for ident, texts in own.items():
        if ident not in base.by_id:
            yield from own_facts(ident, texts)


def _facts_left(
    base: Form, mine: Iterable[Fact], indicators: Iterable[Indicator]
) -> Iterator[Fact]:
    """Yield the facts of no indicator that is left: others may be measured by them.

    Those that a definition names and does not use stay known, so that nothing typed is lost.
    """
    used = {fact.key for one in indicators for fact in one.facts}
    named = (*(fact for one in base.indicators for fact in one.facts), *mine)
    yield from (fact for fact in named if fact.key not in used)


def _without_target(field: Field) -> Field:
    """Return the field, not required if it is the target: what is added or taken away has none."""
    return replace(field, required=False) if field.address.endswith(".target") else field


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


def _scheme_in(texts: Texts) -> dict[str, str]:
    table = f"{SCHEME}."
    return {at.removeprefix(table): text for at, text in texts.items() if at.startswith(table)}


def _in_order(
    base: Form, own: Mapping[str, Texts], facts: Mapping[str, Fact], scheme: Scheme
) -> Iterable[Indicator]:
    """Return the indicators that are left, numbered through in the order of their numbers."""
    known = base.by_id
    ids = (ident for ident in (*known, *(ident for ident in own if ident not in known)))
    left = [ident for ident in ids if own.get(ident, {}).get(REMOVED) != YES]
    left.sort(key=lambda ident: _place(own.get(ident, {}), known.get(ident)))
    for number, ident in enumerate(left, 1):
        texts = own.get(ident, {})
        yield defined(ident, number, texts, known.get(ident), facts=facts, scheme=scheme)


def _place(texts: Texts, known: Indicator | None) -> Decimal:
    typed = amount(texts.get(NUMBER, ""), "")
    if typed is not None:
        return typed
    return LAST if known is None else Decimal(known.number)
