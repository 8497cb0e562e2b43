"""The whole form set: one object from which screen, prompts, checks and report are drawn."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from perf_tui.core.form.fields import BUDGET_REASONS, Field, fields_of
from perf_tui.core.form.models import FormSet, Indicator, Section
from perf_tui.core.form.pages import Page, pages_of
from perf_tui.core.form.tables import TableLayout


@dataclass(frozen=True, kw_only=True)
class Form(FormSet):
    """A form set with what follows from it: its pages, its fields, its names."""

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
    def changes(self) -> Mapping[str, str]:
        """Name in a sentence → the rate that it puts in words by its sign: x_change → x."""
        rates = (fact for fact in self.all_facts if fact.kind == "percent")
        return {
            f"{one.key}_change": one.key for one in rates if one.minimum is None or one.minimum < 0
        }

    def facts_behind(self, names: Iterable[str]) -> frozenset[str]:
        """The names of a sentence, those of changes replaced by the rates they come from."""
        return frozenset(self.changes.get(name, name) for name in names)

    @cached_property
    def by_id(self) -> Mapping[str, Indicator]:
        """Indicator id → indicator."""
        return {indicator.id: indicator for indicator in self.indicators}

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
        """The sections that no chapter prints: the goals in the self-evaluation table."""
        printed = {key for chapter in self.outline for key in chapter.sections}
        return tuple(section for section in self.sections if section.key not in printed)

    @cached_property
    def home_of(self) -> Mapping[str, Page]:
        """Address → the first page that shows the field."""
        return {address: page for page in reversed(self.pages) for address in page.addresses}

    @cached_property
    def walk(self) -> Mapping[str, int]:
        """Address → its place in the order in which the pages are walked."""
        order = dict.fromkeys(address for page in self.pages for address in page.addresses)
        return {address: place for place, address in enumerate(order)}
