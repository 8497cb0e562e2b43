"""The whole form set: one object from which screen, prompts, checks and report are drawn."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from perf_tui.core.form.fields import BUDGET_REASONS, Field, Page, fields_of, pages_of
from perf_tui.core.form.models import Chapter, Fact, Indicator, Part, Scheme, Section
from perf_tui.core.form.values import Key, Sentence, Whole, Words


@dataclass(frozen=True, kw_only=True)
class Form(Part):
    """A form set; `unit`, `budget` and `facts` are typed once and used by any page."""

    id: Key
    version: Whole
    title: Words
    report_title: tuple[Sentence, ...]
    scheme: Scheme
    unit: tuple[Fact, ...]
    budget: tuple[Fact, ...]
    facts: tuple[Fact, ...] = ()
    outline: tuple[Chapter, ...]
    sections: tuple[Section, ...]
    indicators: tuple[Indicator, ...]

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The screens in the order in which the staff walk them."""
        return tuple(pages_of(self))

    @cached_property
    def fields(self) -> Mapping[str, Field]:
        """Address → field, every place where something can be typed, each once."""
        return {field.address: field for field in fields_of(self)}

    @cached_property
    def addresses(self) -> Mapping[str, str]:
        """Name in an expression or a sentence → address of the field it stands for."""
        return {
            **{f"unit_{fact.key}": f"unit.{fact.key}" for fact in self.unit},
            **{key: f"budget.{key}" for key in (*(f.key for f in self.budget), *BUDGET_REASONS)},
            **{fact.key: f"facts.{fact.key}" for fact in self.all_facts},
        }

    @cached_property
    def all_facts(self) -> tuple[Fact, ...]:
        """The facts proper, wherever they are defined: in the form, a section or an indicator."""
        groups = (
            self.facts,
            *(s.facts for s in self.sections),
            *(i.facts for i in self.indicators),
        )
        return tuple(chain.from_iterable(groups))

    @cached_property
    def by_id(self) -> Mapping[str, Indicator]:
        """Indicator id → indicator."""
        return {indicator.id: indicator for indicator in self.indicators}

    @cached_property
    def by_key(self) -> Mapping[str, Section]:
        """Section key → section."""
        return {section.key: section for section in self.sections}

    @cached_property
    def home_of(self) -> Mapping[str, Page]:
        """Address → the first page that shows the field."""
        return {address: page for page in reversed(self.pages) for address in page.addresses}

    @cached_property
    def walk(self) -> Mapping[str, int]:
        """Address → its place in the order in which the pages are walked."""
        order = dict.fromkeys(address for page in self.pages for address in page.addresses)
        return {address: place for place, address in enumerate(order)}
