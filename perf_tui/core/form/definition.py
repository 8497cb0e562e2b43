"""The whole form set: the one object that screens, prompts, checks and report are made from."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from perf_tui.core.expressions import Expression
from perf_tui.core.form.comparing.matching import Matching, match
from perf_tui.core.form.fields import (
    BUDGET_REASONS,
    Field,
    computed_fields,
    head_fields,
    tail_fields,
)
from perf_tui.core.form.laid_over import LaidOver
from perf_tui.core.form.layout import TableLayout
from perf_tui.core.form.models import Fact, FormSet, Indicator, Section
from perf_tui.core.form.pages import Page, fact_addresses, head_pages, section_pages
from perf_tui.core.form.parts import FieldsAlike, FormFields, Homes, Part, Walk
from perf_tui.core.form.scheme import Level
from perf_tui.core.form.scheme.changing import scheme_fields, scheme_page

PROJECT = "project"  # the fact of the unit that names a project


@dataclass(frozen=True, kw_only=True)
class Form(FormSet):
    """A form set with what follows from it: its pages, fields and names."""

    @cached_property
    def parts(self) -> Mapping[str, Part]:
        """Indicator id → its part of the form, in the order of the indicators."""
        budget = self.budget_facts
        return {one.id: Part(one, self.scheme, budget) for one in self.indicators}

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The pages in walking order: unit, budget, the indicators by number, then passages."""
        indicators = (part.page for part in self.parts.values())
        return (*head_pages(self), *indicators, *section_pages(self))

    @property
    def for_project(self) -> bool:
        """Whether a year of it is that of one project: its unit has a `project`, the name."""
        return any(fact.key == PROJECT for fact in self.unit)

    @property
    def definition_pages(self) -> Mapping[str, Page]:
        """Id of an indicator of the year's own → the page on which it is defined."""
        return {}

    @cached_property
    def definitions(self) -> tuple[Page, ...]:
        """These pages in the order of the indicators' numbers; a form set has none."""
        return tuple(self.definition_pages.values())

    @cached_property
    def scheme_fields(self) -> tuple[Field, ...]:
        """The fields in which a year may change the scheme."""
        return tuple(scheme_fields(self.scheme, self.levels, self.basis))

    @cached_property
    def scheme_page(self) -> Page:
        """The page with these fields, which is gone through only on request."""
        return scheme_page(self.scheme_fields)

    @property
    def definition_fields(self) -> Mapping[str, FieldsAlike]:
        """Ident → the fields of its definition."""
        return {}

    @cached_property
    def categories(self) -> tuple[str, ...]:
        """The first level of indicators: those of the scheme, or else those that there are."""
        if self.limits:
            return self.limits
        named = (name for level in self.levels for name in level.categories)
        return tuple(dict.fromkeys((*(one.category for one in self.indicators), *named)))

    @cached_property
    def limits(self) -> tuple[str, ...]:
        """The first levels to which the scheme limits indicators; none if it weighs no level."""
        if not any(level.role == "scored" for level in self.levels):
            return ()
        return tuple(dict.fromkeys(name for level in self.levels for name in level.categories))

    @cached_property
    def levels(self) -> tuple[Level, ...]:
        """The points of the levels: those that the scheme sets, or else the table's groups."""
        groups = (one for table in self.tables if table.id == self.table for one in table.groups)
        return self.scheme.levels or tuple(
            Level(category=one.category, points=one.points) for one in groups
        )

    @cached_property
    def stated_before(self) -> Mapping[str, str]:
        """Indicator id → the name of the one it was last year, as the year states it."""
        return {}

    def matched_with(self, before: "Form") -> Matching:
        """Return which indicators of an earlier form are the same ones as these.

        The result for the last earlier form is kept, as long as both stay the same.
        """
        kept = self._matched
        if not kept or kept[0][0] is not before:
            found = match(before.indicators, self.indicators, self.stated_before)
            kept[:] = [(before, found)]
        return kept[0][1]

    @cached_property
    def _matched(self) -> list[tuple["Form", Matching]]:
        return []

    @cached_property
    def fields(self) -> FormFields:
        """Address → field, for every place where something can be typed."""
        head = {one.address: one for one in head_fields(self)}
        tail = {one.address: one for one in (*tail_fields(self), *self.scheme_fields)}
        return FormFields(head, self.parts, tail, self.definition_fields)

    @cached_property
    def computed(self) -> Mapping[str, Field]:
        """Address → field, for the figures of the budget that follow from others."""
        return {field.address: field for field in computed_fields(self)}

    @cached_property
    def computed_facts(self) -> Mapping[str, Fact]:
        """Address → fact, for the same figures."""
        return {f"budget.{fact.key}": fact for fact in self.budget if fact.computed}

    @cached_property
    def named(self) -> Mapping[str, Field]:
        """Address → field, for everything that has a name in expressions and sentences."""
        return LaidOver(self.computed, self.fields) if self.computed else self.fields

    @cached_property
    def _sources(self) -> Mapping[str, tuple[str, ...]]:
        """Address of a computed figure → the addresses of all typed ones that it follows from."""
        facts = {fact.key: fact for fact in self.budget if fact.computed}

        def typed(name: str) -> Iterator[str]:
            if (fact := facts.get(name)) is None:
                yield self.addresses[name]
                return
            for each in (*fact.sum, *sorted(fact.measure.names if fact.measure else ())):
                yield from typed(each)

        return {f"budget.{key}": tuple(dict.fromkeys(typed(key))) for key in facts}

    def typed_at(self, address: str) -> tuple[str, ...]:
        """Return where the figure at an address is typed: there, or at those it follows from."""
        return self._sources.get(address, (address,))

    @cached_property
    def project_facts(self) -> Mapping[str, Fact]:
        """Address → fact, for the figures that can be taken from the office's projects."""
        return {f"facts.{fact.key}": fact for fact in self.all_facts if fact.projects}

    @cached_property
    def addresses(self) -> Mapping[str, str]:
        """Name in an expression or a sentence → address of the field that it stands for."""
        return {
            **{f"unit_{fact.key}": f"unit.{fact.key}" for fact in self.unit},
            **{key: f"budget.{key}" for key in (*(f.key for f in self.budget), *BUDGET_REASONS)},
            **{fact.key: f"facts.{fact.key}" for fact in self.all_facts},
        }

    @cached_property
    def budget_facts(self) -> Mapping[str, Fact]:
        """Key → fact, for the figures of the budget."""
        return {fact.key: fact for fact in self.budget}

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
    def owner_of(self) -> Mapping[str, Indicator]:
        """Key of a fact that an indicator defines → that indicator."""
        return {fact.key: one for one in self.indicators for fact in one.facts}

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
            for address in self.parts[page.id].facts if own else page.addresses:
                common.setdefault(address, page)
        common |= dict.fromkeys(self.scheme_page.addresses, self.scheme_page)
        common |= {at: common[self.typed_at(at)[0]] for at in self.computed}
        return Homes(common, self.parts, self.definition_pages)

    @cached_property
    def _pages_with_facts(self) -> Mapping[str, tuple[str, ...]]:
        shown: dict[str, list[str]] = {}
        owners: list[tuple[str, Indicator | Section]] = [(one.id, one) for one in self.indicators]
        for ident, owner in (*owners, *((one.key, one) for one in self.sections)):
            for address in fact_addresses(owner, self.budget_facts):
                shown.setdefault(address, []).append(ident)
        return {
            at: tuple(dict.fromkeys((self.home_of[at].id, *pages))) for at, pages in shown.items()
        }

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
        """All pages in walking order: scheme, definitions, then those of the report."""
        return (self.scheme_page, *self.definitions, *self.pages)

    @cached_property
    def place_of_screen(self) -> Mapping[str, int]:
        """Page id → its place among the `screens`, from 0."""
        return {page.id: place for place, page in enumerate(self.screens)}

    @cached_property
    def measured_by(self) -> frozenset[str]:
        """The addresses of all figures that the execution rate and actual values come from."""
        measures = (one.measure.names for one in self.indicators if one.measure is not None)
        names = self.scheme.execution.names.union(*measures)
        return frozenset(at for name in names for at in self.typed_at(self.addresses[name]))

    @cached_property
    def formulas(self) -> tuple[tuple[Expression, Indicator | None], ...]:
        """The formulas whose result nobody can enter instead, each with its indicator, if any.

        These are the execution rate, then measures without an entry; of those over the same figures
        the first.
        """
        rate = self.scheme.execution
        found: dict[frozenset[str], tuple[Expression, Indicator | None]] = {
            rate.names: (rate, None)
        }
        for one in self.indicators:
            if one.measure is not None and one.entered is None:
                found.setdefault(one.measure.names, (one.measure, one))
        return tuple(found.values())

    @cached_property
    def frame(self) -> tuple[object, ...]:
        """All that pages have in common; the rest of the form is the indicators'."""
        facts = {f"facts.{fact.key}": fact for fact in self.all_facts}
        homes = {address: home.id for address in facts if (home := self.home_of.get(address))}
        own = self.scheme, self.unit, self.budget, self.sections, self.tables, self.table
        return (*own, facts, tuple(facts), homes, self.measured_by)

    def places_of(self, names: Iterable[str]) -> list[str]:
        """Return the addresses typed for the names of an expression, in walking order."""
        places = {at for name in names for at in self.typed_at(self.addresses[name])}
        return sorted(places, key=self.walk.__getitem__)
