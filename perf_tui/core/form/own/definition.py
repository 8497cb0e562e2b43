"""What a year says of an indicator, with all that follows from it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from perf_tui.core.form.definition import Form
from perf_tui.core.form.models import Indicator
from perf_tui.core.form.own.asking import OwnFields, pattern_of, shape_of, taken_by
from perf_tui.core.form.own.facts import Facts, Texts, fact_name, own_facts, slot_key
from perf_tui.core.form.own.indicator import amount, defined
from perf_tui.core.form.own.methods import method_of
from perf_tui.core.form.own.properties import NUMBER, REMOVED, YES
from perf_tui.core.form.pages import Page
from perf_tui.core.form.parts import Part
from perf_tui.core.form.scheme import Scheme

LAST = Decimal(10**6)  # the place of one without a number


class Definition:
    """The texts by which a year defines an indicator, none for one that is as in the set.

    What is made of them is the same object as long as all that it depends on is the same: the
    texts, the number, the facts that they name and where these are typed, and what of the scheme
    counts here. `facts` are its own ones, used or not.
    """

    def __init__(self, base: Form, ident: str, texts: Texts) -> None:
        self._base, self.ident, self.texts = base, ident, texts
        self.known = base.by_id.get(ident)
        self.removed = texts.get(REMOVED) == YES
        self.place = _place(texts, self.known)
        self.facts = () if self.known else tuple(own_facts(ident, texts))
        self._category = texts.get("category", self.known.category if self.known else "")
        self._named = () if self.known else tuple(_names(ident, texts))
        self._shape, self._taken = shape_of(texts), () if self.known else taken_by(texts)
        self._part: tuple[object, Part] | None = None
        self._fields: tuple[object, OwnFields] | None = None
        self._page: tuple[Indicator, OwnFields, Page] | None = None

    def part(self, number: int, facts: Facts, scheme: Scheme) -> Part:
        """Return its part of the form under a number; `facts` are all that a measure can have."""
        named = [facts.get(name) for name in self._named]
        context = number, scheme.extra_level(self._category), scheme.tiers, named
        if self._part is None or self._part[0] != context:
            one = defined(self.ident, number, self.texts, self.known, facts=facts, scheme=scheme)
            self._part = context, Part(one, scheme, self._base.budget_facts)
        return self._part[1]

    def fields_in(self, scheme: Scheme, categories: tuple[str, ...], sources: Texts) -> OwnFields:
        """Return the fields of its page, then those that are only kept.

        `sources` says where the facts of all pages are typed, by their names.
        """
        titles = tuple((name, sources[name]) for name in self._taken if name in sources)
        context = scheme.extra_level(self._category) is not None, categories, titles
        if self._fields is None or self._fields[0] != context:
            asked = pattern_of(self._shape, *context, known=self.known is not None)
            self._fields = context, OwnFields(self.ident, asked, self.known)
        return self._fields[1]

    def page_of(self, one: Indicator, fields: OwnFields) -> Page:
        """Return the page of its definition, with the indicator that it makes and its fields."""
        kept = self._page
        if kept is None or kept[0] is not one or kept[1] is not fields:
            self._page = kept = one, fields, fields.page_of(one)
        return kept[2]


def _names(ident: str, texts: Texts) -> Iterable[str]:
    """Yield the names of all facts by which the indicator may be measured."""
    for slot in range(1, len(method_of(texts).slots) + 1):
        yield from (texts.get(slot_key(slot, "from"), ""), fact_name(ident, slot))


def _place(texts: Texts, known: Indicator | None) -> Decimal:
    typed = amount(texts.get(NUMBER, ""), "")
    if typed is not None:
        return typed
    return LAST if known is None else Decimal(known.number)
