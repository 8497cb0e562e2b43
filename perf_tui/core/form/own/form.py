"""A form with indicators of the year's own in it: added to those of the set, changed, removed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, fields
from functools import cached_property

from perf_tui.core.form.definition import Form
from perf_tui.core.form.fields import Field
from perf_tui.core.form.models import Fact, FormSet, Indicator
from perf_tui.core.form.own.asking import NEW, OwnFields
from perf_tui.core.form.own.definition import Definition
from perf_tui.core.form.own.facts import Texts, usable
from perf_tui.core.form.own.properties import BEFORE, OWN
from perf_tui.core.form.pages import Page
from perf_tui.core.form.parts import Part
from perf_tui.core.form.scheme import Scheme
from perf_tui.core.form.scheme.changing import SCHEME, changed_scheme
from perf_tui.core.numbers import Refusal

ELSEWHERE = "别的页"


@dataclass(frozen=True, kw_only=True)
class OwnForm(Form):
    """A form set with the indicators that `own` defines: ident → property → text.

    One whose ident the set knows too changes that one; what it does not say stays as in the set.
    `said` changes the scheme of the set, key → text, and `misread` tells what of it cannot be read.
    `told` has what the year says of every indicator, and `made` their parts, of those not removed.
    """

    base: Form
    own: Mapping[str, Texts]
    said: Texts
    misread: Mapping[str, Refusal]
    told: Mapping[str, Definition] = field(compare=False, repr=False)
    made: Mapping[str, Part] = field(compare=False, repr=False)

    @property
    def parts(self) -> Mapping[str, Part]:
        """Indicator id → its part of the form, in the order of the indicators."""
        return self.made

    @cached_property
    def scheme_fields(self) -> tuple[Field, ...]:
        """The fields of the scheme, which fall back on what the set says."""
        return self.base.scheme_fields

    @cached_property
    def scheme_page(self) -> Page:
        """The page with these fields, that of the set."""
        return self.base.scheme_page

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The pages in walking order, those of the set being the same objects."""
        before = (page for page in self.base.pages if page.kind in ("unit", "budget"))
        behind = (page for page in self.base.pages if page.kind == "section")
        return (*before, *(part.page for part in self.parts.values()), *behind)

    @cached_property
    def definition_pages(self) -> Mapping[str, Page]:
        """Id of an own indicator → the page on which it is defined, in the order of the numbers."""
        fields = self.definition_fields
        own = (one for one in self.indicators if one.id in fields)
        return {one.id: self.told[one.id].page_of(one, fields[one.id]) for one in own}

    @cached_property
    def definition_fields(self) -> Mapping[str, OwnFields]:
        """Ident → the fields of its definition, those of removed indicators among them."""
        context = self.scheme, self.categories, self.sources
        return {ident: self.told[ident].fields_in(*context) for ident in self.own}

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
    def sources(self) -> Mapping[str, str]:
        """Name of a fact → the page where it is typed."""
        pages = (
            *((one.name or NEW, one.facts) for one in self.indicators),
            *((one.title, one.facts) for one in self.sections),
            ("预算执行", self.budget),
        )
        titles = {fact.key: title for title, facts in pages for fact in facts}
        return {name: titles.get(name, ELSEWHERE) for name in self.usable_facts}


def form_for(form: Form, texts: Texts, changed: AbstractSet[str] | None = None) -> Form:
    """Return the form as a year's texts define it; the same one if they define it already.

    `changed` are the addresses, if known, at which the texts differ from those that `form` is for,
    new ones in the order of the texts.
    """
    if changed is not None and not any(at.startswith(TABLES) for at in changed):
        return form
    own, said = _own_in(form, texts, changed), _scheme_in(form, texts, changed)
    if not own and not said:
        return base_of(form)
    return form if _says(form, own, said) else _form_of(own, said, form)


def _says(form: Form, own: Mapping[str, Texts], said: Texts) -> bool:
    """Whether a form is what these texts make; their order decides between like numbers."""
    if not isinstance(form, OwnForm) or (form.own, form.said) != (own, said):
        return False
    return [*form.own] == [*own]


TABLES = (f"{OWN}.", f"{SCHEME}.")


def base_of(form: Form) -> Form:
    """Return the form set without what a year says of it."""
    return form.base if isinstance(form, OwnForm) else form


def _form_of(own: Mapping[str, Texts], said: Texts, before: Form) -> OwnForm:
    """Return the form, in which everything that is as before is the same object."""
    base = base_of(before)
    told = dict(_definitions(base, own, before))
    mine = tuple(fact for one in told.values() for fact in one.facts)
    known = usable((*base.budget, *base.all_facts, *mine))
    scheme, misread = _scheme_for(base, said, before)
    left = sorted((one for one in told.values() if not one.removed), key=lambda one: one.place)
    made = {one.ident: one.part(number, known, scheme) for number, one in enumerate(left, 1)}
    indicators = tuple(part.indicator for part in made.values())
    declared = {one.name: getattr(base, one.name) for one in fields(FormSet)}
    declared |= {
        "facts": (*base.facts, *_facts_left(base, mine, indicators)),
        "indicators": indicators,
        "scheme": scheme,
    }
    return OwnForm(**declared, base=base, own=own, said=said, misread=misread, told=told, made=made)


def _definitions(
    base: Form, own: Mapping[str, Texts], before: Form
) -> Iterator[tuple[str, Definition]]:
    kept = before.told if isinstance(before, OwnForm) else {}
    for ident in (*base.by_id, *(ident for ident in own if ident not in base.by_id)):
        texts, one = own.get(ident, NOTHING), kept.get(ident)
        same = one is not None and (one.texts is texts or one.texts == texts)
        yield ident, one if one and same else Definition(base, ident, texts)


NOTHING: Texts = {}


def _scheme_for(base: Form, said: Texts, before: Form) -> tuple[Scheme, Mapping[str, Refusal]]:
    if isinstance(before, OwnForm) and before.said == said:
        return before.scheme, before.misread
    return changed_scheme(base.scheme, said)


def _facts_left(
    base: Form, mine: Iterable[Fact], indicators: Iterable[Indicator]
) -> Iterator[Fact]:
    """Yield the facts of no indicator that is left: others may be measured by them.

    Those that a definition names and does not use stay known, so that nothing typed is lost.
    """
    used = {fact.key for one in indicators for fact in one.facts}
    named = (*(fact for one in base.indicators for fact in one.facts), *mine)
    yield from (fact for fact in named if fact.key not in used)


def _own_in(form: Form, texts: Texts, changed: AbstractSet[str] | None) -> dict[str, Texts]:
    """Return the definitions in a year's texts: ident → property → text.

    Where only texts were replaced or added, those of other indicators are the same objects.
    """
    if changed is None or not isinstance(form, OwnForm):
        return _all_own_in(texts)
    own = dict(form.own)
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


def _scheme_in(form: Form, texts: Texts, changed: AbstractSet[str] | None) -> Texts:
    table = f"{SCHEME}."
    kept = changed is not None and not any(at.startswith(table) for at in changed)
    if kept and isinstance(form, OwnForm):
        return form.said
    return {at.removeprefix(table): text for at, text in texts.items() if at.startswith(table)}
