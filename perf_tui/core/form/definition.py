"""The whole form set: the one object that screens, prompts, checks and report are made from."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from perf_tui.core.form.fields import BUDGET_REASONS, head_fields, tail_fields
from perf_tui.core.form.layout import TableLayout
from perf_tui.core.form.models import FormSet, Indicator, Section
from perf_tui.core.form.pages import Page, fact_addresses, head_pages, section_pages
from perf_tui.core.form.parts import FieldsAlike, FormFields, Homes, Part, Walk


@dataclass(frozen=True, kw_only=True)
class Form(FormSet):
    """A form set with what follows from it: its pages, fields and names."""

    @cached_property
    def parts(self) -> Mapping[str, Part]:
        """Indicator id → its part of the form, in the order of the indicators."""
        return {one.id: Part(one, self.scheme.tiers) for one in self.indicators}

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The pages in walking order: unit, budget, the indicators by number, then passages."""
        indicators = (part.page for part in self.parts.values())
        return (*head_pages(self), *indicators, *section_pages(self))

    @property
    def definitions(self) -> tuple[Page, ...]:
        """The pages on which indicators of the year's own are defined; a form set has none."""
        return ()

    @property
    def definition_fields(self) -> Mapping[str, FieldsAlike]:
        """Ident → the fields of its definition."""
        return {}

    @cached_property
    def categories(self) -> tuple[str, ...]:
        """The first level of indicators: the groups of the table, or else those that there are."""
        grouped = (group.category for group in self.layout.groups)
        return tuple(dict.fromkeys((*grouped,) or (one.category for one in self.indicators)))

    @cached_property
    def fields(self) -> FormFields:
        """Address → field, for every place where something can be typed."""
        head = {one.address: one for one in head_fields(self)}
        tail = {one.address: one for one in tail_fields(self)}
        return FormFields(head, self.parts, tail, self.definition_fields)

    @cached_property
    def addresses(self) -> Mapping[str, str]:
        """Name in an expression or a sentence → address of the field that it stands for."""
        return {
            **{f"unit_{fact.key}": f"unit.{fact.key}" for fact in self.unit},
            **{key: f"budget.{key}" for key in (*(f.key for f in self.budget), *BUDGET_REASONS)},
            **{fact.key: f"facts.{fact.key}" for fact in self.all_facts},
        }

    @cached_property
    def required_facts(self) -> frozenset[str]:
        """The addresses of the facts that must be filled."""
        return frozenset(f"facts.{fact.key}" for fact in self.all_facts if fact.required)

    @cached_property
    def changes(self) -> Mapping[str, str]:
        """Name of a change in words → name of its rate: x_change → x.

        Every percentage that may be negative has such a name for use in sentences.
        """
        rates = (fact for fact in self.all_facts if fact.kind == "percent")
        return {
            f"{one.key}_change": one.key for one in rates if one.minimum is None or one.minimum < 0
        }

    def facts_behind(self, names: Iterable[str]) -> frozenset[str]:
        """Return the names of a sentence, with rates in place of the changes made from them."""
        return frozenset(self.changes.get(name, name) for name in names)

    @cached_property
    def by_id(self) -> Mapping[str, Indicator]:
        """Indicator id → indicator."""
        return {indicator.id: indicator for indicator in self.indicators}

    @cached_property
    def place_of(self) -> Mapping[str, int]:
        """Indicator id → its place among the indicators, from 0."""
        return {indicator.id: place for place, indicator in enumerate(self.indicators)}

    @cached_property
    def by_key(self) -> Mapping[str, Section]:
        """Section key → section."""
        return {section.key: section for section in self.sections}

    @cached_property
    def layout(self) -> TableLayout:
        """The self-evaluation table that is printed."""
        return next(one for one in self.tables if one.id == self.table)

    @cached_property
    def unprinted(self) -> tuple[Section, ...]:
        """The sections that stand in no chapter, such as the goals in the self-evaluation table."""
        printed = {key for chapter in self.outline for key in chapter.sections}
        return tuple(section for section in self.sections if section.key not in printed)

    @cached_property
    def home_of(self) -> Mapping[str, Page]:
        """Address → the first page that shows the field."""
        common: dict[str, Page] = {}
        for page in self.pages:
            own = page.kind == "indicator"
            for address in fact_addresses(self.by_id[page.id]) if own else page.addresses:
                common.setdefault(address, page)
        return Homes(common, self.parts, self.definitions)

    @cached_property
    def _pages_with_facts(self) -> Mapping[str, tuple[str, ...]]:
        pages: dict[str, tuple[str, ...]] = {}
        owners: list[tuple[str, Indicator | Section]] = [(one.id, one) for one in self.indicators]
        for ident, owner in (*owners, *((one.key, one) for one in self.sections)):
            for address in fact_addresses(owner):
                pages[address] = (*pages.get(address, ()), ident)
        return pages

    def pages_with(self, address: str) -> tuple[str, ...]:
        """Return the ids of all pages that show a field: several for a shared fact."""
        if address in self._pages_with_facts:
            return self._pages_with_facts[address]
        page = self.home_of.get(address)
        return () if page is None or page.kind == "definition" else (page.id,)

    @cached_property
    def walk(self) -> Mapping[str, int]:
        """Address → its position in the order in which the staff go through the pages."""
        return Walk(self.screens, self.home_of)

    @cached_property
    def screens(self) -> tuple[Page, ...]:
        """All pages in walking order: those of the definitions, then those of the report."""
        return (*self.definitions, *self.pages)

    @cached_property
    def place_of_screen(self) -> Mapping[str, int]:
        """Page id → its place among the `screens`, from 0."""
        return {page.id: place for place, page in enumerate(self.screens)}

    @cached_property
    def weights(self) -> Mapping[str, Decimal]:
        """Category → what its indicators weigh together; all of them under an empty name."""
        sums: dict[str, Decimal] = {}
        for one in self.indicators:
            for category in {"", one.category}:
                sums[category] = sums.get(category, Decimal(0)) + one.weight
        return sums

    @cached_property
    def repeated_names(self) -> Mapping[str, int]:
        """The names that several indicators have, each with the number of these."""
        counts = Counter(one.name for one in self.indicators if one.name)
        return {name: count for name, count in counts.items() if count > 1}

    @cached_property
    def measured(self) -> tuple[Indicator, ...]:
        """The indicators whose actual value is computed."""
        return tuple(one for one in self.indicators if one.measure is not None)

    @cached_property
    def measured_by(self) -> frozenset[str]:
        """The names of all figures that the execution rate and actual values are computed from."""
        measures = (one.measure.names for one in self.measured if one.measure is not None)
        return self.scheme.execution.names.union(*measures)

    @cached_property
    def frame(self) -> tuple[object, ...]:
        """All that pages have in common; the rest of the form is the indicators'."""
        facts = {f"facts.{fact.key}": fact for fact in self.all_facts}
        homes = {address: home.id for address in facts if (home := self.home_of.get(address))}
        own = self.scheme, self.unit, self.budget, self.sections, self.tables, self.table
        return (*own, facts, tuple(facts), homes)

    def places_of(self, names: Iterable[str]) -> list[str]:
        """Return the addresses behind the names of an expression, in walking order."""
        return sorted((self.addresses[name] for name in names), key=self.walk.__getitem__)
