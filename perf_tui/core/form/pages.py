"""The pages of a form, one screen each, in the order in which the staff go through them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal
from unicodedata import normalize

from perf_tui.core.form.fields import BUDGET_REASONS
from perf_tui.core.form.models import Fact, FormSet, Indicator, Section
from perf_tui.core.numbers import clean_text


@dataclass(frozen=True, slots=True)
class Page:
    """One screen. `id` is its key in the form, `addresses` are its fields from top to bottom.

    `required` are those among them that must be filled, facts left out.
    """

    id: str
    kind: Literal["unit", "budget", "section", "indicator", "definition"]
    title: str
    initials: str
    addresses: tuple[str, ...]
    number: int | None = None
    required: tuple[str, ...] = ()

    @property
    def numbered(self) -> str:
        """The title as the report prints it: 3.森林火灾发生次数, 预算执行."""
        return f"{self.number}.{self.title}" if self.number else self.title


def head_pages(form: FormSet) -> Iterator[Page]:
    """Yield the pages before those of the indicators: unit and budget."""
    unit = {f"unit.{fact.key}": fact for fact in form.unit}
    yield Page("unit", "unit", "单位信息", "dwxx", tuple(unit), required=_required(unit))
    budget = {f"budget.{fact.key}": fact for fact in form.budget if not fact.computed}
    addresses = (*budget, *(f"budget.{key}" for key in BUDGET_REASONS))
    yield Page("budget", "budget", "预算执行", "yszx", addresses, required=_required(budget))


def section_pages(form: FormSet) -> Iterator[Page]:
    """Yield the pages behind those of the indicators: the passages of the report."""
    budget = {fact.key: fact for fact in form.budget}
    for section in form.sections:
        passage = f"sections.{section.key}"
        required = (passage,) if section.sentence is None and section.required else ()
        addresses = (*fact_addresses(section, budget), passage)
        yield Page(
            section.key,
            "section",
            section.title,
            section.initials,
            addresses,
            required=required,
        )


def _required(facts: Mapping[str, Fact]) -> tuple[str, ...]:
    return tuple(address for address, fact in facts.items() if fact.required)


def fact_addresses(owner: Indicator | Section, budget: Mapping[str, Fact]) -> Iterator[str]:
    """Yield where its facts are typed, its own ones and the others; `budget` has that by key."""
    yield from (f"facts.{fact.key}" for fact in owner.facts)
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
