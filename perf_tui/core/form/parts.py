"""What a form has for each of its indicators: a page, and fields that are made when asked for.

With a thousand indicators a form has some thirty thousand fields, of which a key needs a dozen.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import accumulate, chain

from perf_tui.core.form.fields import Field, Shape, own_fields
from perf_tui.core.form.models import Fact, Indicator
from perf_tui.core.form.pages import Page, fact_addresses
from perf_tui.core.form.scheme import Scheme

TABLE, OWN = "indicators", "own"


class FieldsAlike(Mapping[str, Field]):
    """The fields of a pattern at addresses that begin with `prefix`."""

    def __init__(self, prefix: str, pattern: Mapping[str, Field]) -> None:
        self.prefix, self.pattern = prefix, pattern
        self._made: dict[str, Field] = {}

    @abstractmethod
    def finished(self, ending: str, one: Field) -> Field:
        """Return a field with what is not the same in all of the same pattern."""

    def __getitem__(self, address: str) -> Field:
        if address not in self._made:
            ending = address.removeprefix(self.prefix)
            field = self.pattern[ending]
            after = tuple(self.prefix + at for at in field.after)
            self._made[address] = self.finished(
                ending, replace(field, address=address, after=after)
            )
        return self._made[address]

    def __contains__(self, address: object) -> bool:
        return isinstance(address, str) and address.removeprefix(self.prefix) in self.pattern

    def __iter__(self) -> Iterator[str]:
        return (self.prefix + ending for ending in self.pattern)

    def __len__(self) -> int:
        return len(self.pattern)


class Part:
    """An indicator's part of a form."""

    def __init__(self, indicator: Indicator, scheme: Scheme, budget: Mapping[str, Fact]) -> None:
        self.indicator = indicator
        self.facts = tuple(fact_addresses(indicator, budget))
        shape = Shape.of(indicator, scheme.tiers, scheme.extra_level(indicator.category))
        self.fields = _PartFields(indicator, _pattern(shape))

    @cached_property
    def page(self) -> Page:
        """The page on which its facts and fields stand."""
        one, prefix, pattern = self.indicator, self.fields.prefix, self.fields.pattern
        addresses = (*self.facts, *[prefix + ending for ending in pattern])
        required = tuple([prefix + end for end, field in pattern.items() if field.required])
        return Page(one.id, "indicator", one.name, one.initials, addresses, one.number, required)


class _PartFields(FieldsAlike):
    def __init__(self, indicator: Indicator, pattern: Mapping[str, Field]) -> None:
        super().__init__(f"{TABLE}.{indicator.id}", pattern)
        self._target = indicator.target

    def finished(self, ending: str, one: Field) -> Field:
        return replace(one, fallback=str(self._target)) if ending == ".target" else one


@lru_cache(maxsize=256)
def _pattern(shape: Shape) -> Mapping[str, Field]:
    return {field.address: field for field in own_fields("", shape)}


class FormFields(Mapping[str, Field]):
    """All fields of a form: those before the indicators, theirs, those behind, the definitions."""

    def __init__(
        self,
        head: Mapping[str, Field],
        parts: Mapping[str, Part],
        tail: Mapping[str, Field],
        definitions: Mapping[str, FieldsAlike],
    ) -> None:
        self.common = {**head, **tail}
        self.by_ident: Mapping[str, Mapping[str, FieldsAlike]] = {
            TABLE: {ident: part.fields for ident, part in parts.items()},
            OWN: definitions,
        }
        self._head, self._tail = head, tail

    def __getitem__(self, address: str) -> Field:
        table, _, rest = address.partition(".")
        if table in self.by_ident:
            return self.by_ident[table][rest.partition(".")[0]][address]
        return self.common[address]

    def __contains__(self, address: object) -> bool:
        return isinstance(address, str) and super().__contains__(address)

    def on(self, page: Page) -> FieldsAlike | None:
        """Return the fields on a page that are alike on others, None if it is the only such one."""
        table = {"indicator": TABLE, "definition": OWN}.get(page.kind, "")
        return self.by_ident[table].get(page.id.rpartition(".")[2]) if table else None

    def like(self, address: str) -> Field:
        """Return a field that asks the same as the one at an address; quicker than that itself."""
        table, _, rest = address.partition(".")
        if table in self.by_ident:
            fields = self.by_ident[table][rest.partition(".")[0]]
            return fields.pattern[address.removeprefix(fields.prefix)]
        return self.common[address]

    def __iter__(self) -> Iterator[str]:
        parts, definitions = (self.by_ident[table].values() for table in (TABLE, OWN))
        inner = chain.from_iterable(parts), self._tail, chain.from_iterable(definitions)
        return chain(self._head, *inner)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Homes(Mapping[str, Page]):
    """Address → the first page on which it stands."""

    def __init__(
        self,
        common: Mapping[str, Page],
        parts: Mapping[str, Part],
        definitions: Mapping[str, Page],
    ) -> None:
        self._common, self._parts, self._definitions = common, parts, definitions

    def __getitem__(self, address: str) -> Page:
        table, _, rest = address.partition(".")
        if table == TABLE:
            part = self._parts[rest.partition(".")[0]]
            if address in part.fields:
                return part.page
        if table == OWN:
            page = self._definitions[rest.partition(".")[0]]
            if address in page.addresses:
                return page
        return self._common[address]

    def __iter__(self) -> Iterator[str]:
        pages = chain((part.page for part in self._parts.values()), self._definitions.values())
        own = (at for page in pages for at in page.addresses if at not in self._common)
        return chain(self._common, own)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Walk(Mapping[str, int]):
    """Address → a number that grows in the order in which the staff go through the pages."""

    def __init__(self, pages: Sequence[Page], homes: Mapping[str, Page]) -> None:
        self._pages, self._homes = pages, homes

    @cached_property
    def _start(self) -> Mapping[str, int]:
        counts = accumulate((len(page.addresses) for page in self._pages), initial=0)
        return {page.id: start for page, start in zip(self._pages, counts, strict=False)}

    def __getitem__(self, address: str) -> int:
        page = self._homes[address]
        if address not in page.addresses:  # a computed figure, which nobody types
            raise KeyError(address)
        return self._start[page.id] + page.addresses.index(address)

    def __iter__(self) -> Iterator[str]:
        return (at for page in self._pages for at in page.addresses if self._homes[at] is page)

    def __len__(self) -> int:
        return sum(1 for _ in self)
