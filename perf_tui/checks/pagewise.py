"""Rules that look at one page of the form at a time, so that a key asks them of its page alone.

Such a rule may look at its page, at the texts of the year, and at what the whole form has in
common (`Form.frame`), but at no other indicator's definition. What it finds is kept until a text
changes that it looked at. A rule on the form alone is asked again for another form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from perf_tui.core.answers.readings import Reading
from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.findings.finding import Finding
from perf_tui.core.form import Field, Form, Indicator, Page, Section
from perf_tui.core.form.own import OwnForm
from perf_tui.core.scoring.item import IndicatorScore

Found = Iterator[Finding]


@dataclass(frozen=True, slots=True)
class FieldRule:
    """A rule on single fields. `at` gives what it finds in one, which is filled or required."""

    at: Callable[[Evaluation, Place], Found]

    def __call__(self, evaluation: Evaluation) -> Found:
        """Yield what the rule finds in all fields, in walking order."""
        for page in evaluation.form.screens:
            for place in places_on(evaluation, page):
                yield from self.at(evaluation, place)


@dataclass(frozen=True, slots=True)
class FormRule:
    """A rule on what a form is, whatever is filled in. `at` gives what it finds in one."""

    at: Callable[[Form], Found]

    def __call__(self, evaluation: Evaluation) -> Found:
        """Yield what the rule finds in the form of the evaluation."""
        return self.at(evaluation.form)


class Place(NamedTuple):
    """A place to type on a page: what is asked there, which may be at home at another address."""

    page: Page
    address: str
    field: Field
    reading: Reading


def places_on(evaluation: Evaluation, page: Page) -> list[Place]:
    """Return the filled and the required places of a page.

    One that stands on several pages is at home on the first of them.
    """
    form, readings = evaluation.form, evaluation.readings.by_address
    asked = {*evaluation.shares.texts.filled(page.addresses), *page.required, *form.required_facts}
    return [
        Place(page, address, form.fields.like(address), readings[address])
        for address in page.addresses
        if address in asked and form.home_of[address] is page
    ]


@dataclass(frozen=True, slots=True)
class PageRule:
    """A rule on pages of some kinds. `at` gives what it finds on one of them."""

    kinds: frozenset[str]
    at: Callable[[Evaluation, Page], Found]

    def __call__(self, evaluation: Evaluation) -> Found:
        """Yield what the rule finds on all pages, in walking order."""
        for page in evaluation.form.screens:
            if page.kind in self.kinds:
                yield from self.at(evaluation, page)


def on_item(find: Callable[[Evaluation, IndicatorScore], Found]) -> PageRule:
    """Make a rule of what finds something in the result of an indicator."""
    return PageRule(
        frozenset({"indicator"}),
        lambda evaluation, page: find(evaluation, evaluation.item(page.id)),
    )


def on_passage(find: Callable[[Evaluation, Indicator | Section], Found]) -> PageRule:
    """Make a rule of what finds something in the passage on an indicator, or of a section."""

    def at(evaluation: Evaluation, page: Page) -> Found:
        form = evaluation.form
        return find(evaluation, form.by_id.get(page.id) or form.by_key[page.id])

    return PageRule(frozenset({"indicator", "section"}), at)


def on_definition(find: Callable[[Evaluation, OwnForm, Indicator], Found]) -> PageRule:
    """Make a rule of what finds something in the definition of an own indicator."""

    def at(evaluation: Evaluation, page: Page) -> Found:
        form, ident = evaluation.form, page.id.partition(".")[2]
        if ident and isinstance(form, OwnForm):  # else the page of the scheme
            yield from find(evaluation, form, form.by_id[ident])

    return PageRule(frozenset({"definition"}), at)
