"""A form as its files declare it: everything that a rule looks at, with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from perf_tui.core.expressions import Expression
from perf_tui.core.form.computed import COMPUTED, OF_YEAR
from perf_tui.core.form.definition import Form
from perf_tui.core.form.layout import TableLayout
from perf_tui.core.form.models import Fact, Indicator, Section
from perf_tui.core.form.problems import KeyPlace
from perf_tui.core.wording.templates import Template

FORM_FILE = "form.toml"


@dataclass(frozen=True, slots=True)
class Source:
    """A built form with the names of its indicators' and its tables' files, in their order."""

    form: Form
    files: tuple[str, ...]
    table_files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Formula:
    """An expression and the kind of result that it has to give."""

    place: KeyPlace
    expression: Expression
    kind: Literal["number", "truth"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence and the computed names that it may use besides the fields."""

    place: KeyPlace
    template: Template
    computed: Iterable[str]


def top(*steps: str) -> KeyPlace:
    """Return a place in the form's own file."""
    return KeyPlace(FORM_FILE).at(*steps)


def indicators(source: Source) -> Iterator[tuple[KeyPlace, Indicator]]:
    """Yield every indicator with its file."""
    for file, one in zip(source.files, source.form.indicators, strict=True):
        yield KeyPlace(file), one


def layouts(source: Source) -> Iterator[tuple[KeyPlace, TableLayout]]:
    """Yield every self-evaluation table with its file."""
    for file, one in zip(source.table_files, source.form.tables, strict=True):
        yield KeyPlace(file), one


def sections(source: Source) -> Iterator[tuple[KeyPlace, Section]]:
    """Yield every section with its place."""
    for section in source.form.sections:
        yield top("sections", section.key), section


def pages(source: Source) -> Iterator[tuple[KeyPlace, Indicator | Section]]:
    """Yield every indicator and section, all of which show facts, with its place."""
    yield from indicators(source)
    yield from sections(source)


def facts(source: Source) -> Iterator[tuple[KeyPlace, Fact]]:
    """Yield all facts but those of unit and budget, with the places where they are defined."""
    yield from _facts_of(top("facts"), source.form.facts)
    for place, page in pages(source):
        yield from _facts_of(place.at("facts"), page.facts)


def typed(source: Source) -> Iterator[tuple[KeyPlace, Fact]]:
    """Yield the facts of unit and budget and all others, with their places."""
    yield from _facts_of(top("unit"), source.form.unit)
    yield from _facts_of(top("budget"), source.form.budget)
    yield from facts(source)


def formulas(source: Source) -> Iterator[Formula]:
    """Yield every expression of the form."""
    yield Formula(top("scheme", "execution"), source.form.scheme.execution, "number")
    for fact in source.form.budget:
        if fact.measure:
            yield Formula(top("budget", fact.key, "measure"), fact.measure, "number")
    for place, one in indicators(source):
        if one.measure:
            yield Formula(place.at("measure"), one.measure, "number")
        for number, constraint in enumerate(one.constraints, 1):
            entry = KeyPlace(place.file, f"constraints[第 {number} 项].rule")
            yield Formula(entry, constraint.rule, "truth")
    for annex in source.form.annexes:
        for number, row in enumerate(annex.rows, 1):
            place = top("annexes", annex.key, f"rows[第 {number} 项]")
            yield from (Formula(place, one.value, "number") for one in row.cells if one.value)


def passages(source: Source) -> Iterator[Passage]:
    """Yield every sentence of the form."""
    for number, line in enumerate(source.form.report_title, 1):
        yield Passage(top(f"report_title[第 {number} 项]"), line, OF_YEAR)
    yield Passage(top("scheme", "closing"), source.form.scheme.closing, COMPUTED)
    for place, section in sections(source):
        if section.sentence:
            yield Passage(place.at("sentence"), section.sentence, OF_YEAR)
    for place, one in indicators(source):
        yield Passage(place.at("sentence"), one.sentence, COMPUTED)


def _facts_of(place: KeyPlace, declared: Iterable[Fact]) -> Iterator[tuple[KeyPlace, Fact]]:
    for fact in declared:
        yield place.at(fact.key), fact
