"""The pages of a form, one screen each, in the order in which the staff go through them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal
from unicodedata import normalize

from perf_tui.core.form.fields import BUDGET_REASONS, own_fields
from perf_tui.core.form.models import FormSet, Indicator, Section
from perf_tui.core.numbers import clean_text

PageKind = Literal["unit", "budget", "section", "indicator", "definition"]


@dataclass(frozen=True, slots=True)
class Page:
    """One screen. `id` is its key in the form, `addresses` are its fields from top to bottom."""

    id: str
    kind: PageKind
    title: str
    initials: str
    addresses: tuple[str, ...]
    number: int | None = None

    @property
    def numbered(self) -> str:
        """The title as the report prints it: 3.森林火灾发生次数, 预算执行."""
        return f"{self.number}.{self.title}" if self.number else self.title


def pages_of(form: FormSet) -> Iterator[Page]:
    """Yield unit, budget, the indicators by number, then the passages of the report."""
    yield Page("unit", "unit", "单位信息", "dwxx", tuple(f"unit.{f.key}" for f in form.unit))
    typed = (fact.key for fact in form.budget if not fact.computed)
    budget = tuple(f"budget.{key}" for key in (*typed, *BUDGET_REASONS))
    yield Page("budget", "budget", "预算执行", "yszx", budget)
    for one in form.indicators:
        own = (field.address for field in own_fields(form, one))
        addresses = (*_fact_addresses(form, one), *own)
        yield Page(one.id, "indicator", one.name, one.initials, addresses, one.number)
    for section in form.sections:
        addresses = (*_fact_addresses(form, section), f"sections.{section.key}")
        yield Page(section.key, "section", section.title, section.initials, addresses)


def _fact_addresses(form: FormSet, owner: Indicator | Section) -> Iterator[str]:
    yield from (f"facts.{fact.key}" for fact in owner.facts)
    budget = {fact.key: fact for fact in form.budget}
    for key in owner.shared:
        if not (key in budget and budget[key].computed):  # nobody types what follows from others
            yield f"{'budget' if key in budget else 'facts'}.{key}"


def matching_pages(pages: Sequence[Page], typed: str) -> Sequence[Page]:
    """Return the pages that a text may mean.

    Digits find the indicators whose numbers begin so, and 01 is 1 but not 10. Other text finds
    pages by title or initials, with those first whose initials begin so. Full-width digits, letters
    and brackets are read as half-width ones.
    """
    plain = normalize("NFKC", clean_text(typed)).strip().lower()
    if plain.isdecimal():
        return [page for page in pages if page.number and _begins(page.number, plain)]
    found = [
        page
        for page in pages
        if plain in normalize("NFKC", page.title).lower() or plain in page.initials
    ]
    return sorted(found, key=lambda page: not page.initials.startswith(plain))


def _begins(number: int, digits: str) -> bool:
    return str(number).startswith(digits) or f"{number:02}".startswith(digits)
