"""Rules that look at one page of the form at a time, so that a key asks them of its page alone.

Such a rule may look at its page, at the texts of the year, and at what the whole form has in
common (`Form.frame`), but at no other indicator's definition. What it finds is kept until a text
changes that it looked at. A rule on the form alone is asked again for another form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

from perf_tui.core.answers.readings import Reading
from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.findings.finding import Finding
from perf_tui.core.form import Field, Form, Indicator, Page, Section
from perf_tui.core.form.models import Kind
from perf_tui.core.form.own import OwnForm
from perf_tui.core.scoring.item import IndicatorScore

Found = Iterator[Finding]


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


@dataclass(frozen=True, slots=True)
class FieldRule:
    """A rule on single fields of some kinds, or of all.

    `at` gives what it finds in one, which is filled or required.
    """

    at: Callable[[Evaluation, Place], Found]
    kinds: tuple[Kind, ...] = ()

    def __call__(self, evaluation: Evaluation) -> Found:
        """Yield what the rule finds in all fields, in walking order."""
        for page in evaluation.form.screens:
            for place in places_on(evaluation, page):
                if not self.kinds or place.field.kind in self.kinds:
                    yield from self.at(evaluation, place)


def on_field(*kinds: Kind) -> Callable[[Callable[[Evaluation, Place], Found]], FieldRule]:
    """Make a rule of what finds something in a field of these kinds, or of any kind."""
    return lambda find: FieldRule(find, kinds)


def places_on(evaluation: Evaluation, page: Page) -> list[Place]:
    """Return the filled and the required places of a page.

    One that stands on several pages is at home on the first of them.
    """
    form, required = evaluation.form, evaluation.form.required_facts
    asked = [*evaluation.shares.texts.filled(page.addresses), *page.required]
    asked += [address for address in page.addresses if address in required] if required else ()
    own, home_of, read = form.fields.on(page), form.home_of, evaluation.readings.read
    places = []
    for address in dict.fromkeys(asked):
        if own is not None and address.startswith(own.prefix):
            field = own.pattern[address.removeprefix(own.prefix)]
        elif home_of[address] is page:
            field = form.fields[address]
        else:
            continue
        places.append(Place(page, address, field, read(address, field)))
    return places


Subject: TypeAlias = Callable[[Evaluation, Page], Any]
"""What a rule looks at on a page: a tuple, empty if there is nothing."""


@dataclass(frozen=True, slots=True)
class PageRule:
    """A rule on what some pages are about. `at` gives what it finds in the subject of one."""

    subject: Subject
    at: Callable[..., Found]

    def __call__(self, evaluation: Evaluation) -> Found:
        """Yield what the rule finds on all pages, in walking order."""
        for page in evaluation.form.screens:
            if subject := self.subject(evaluation, page):
                yield from self.at(evaluation, *subject)


def on_item(find: Callable[[Evaluation, IndicatorScore], Found]) -> PageRule:
    """Make a rule of what finds something in the result of an indicator."""
    return PageRule(_item, find)


def on_passage(find: Callable[[Evaluation, Indicator | Section], Found]) -> PageRule:
    """Make a rule of what finds something in the passage on an indicator, or of a section."""
    return PageRule(_passage, find)


def on_definition(find: Callable[[Evaluation, OwnForm, Indicator], Found]) -> PageRule:
    """Make a rule of what finds something in the definition of an own indicator."""
    return PageRule(_definition, find)


def _item(evaluation: Evaluation, page: Page) -> tuple[IndicatorScore] | tuple[()]:
    return (evaluation.item(page.id),) if page.kind == "indicator" else ()


def _passage(evaluation: Evaluation, page: Page) -> tuple[Indicator | Section] | tuple[()]:
    if page.kind == "indicator":
        return (evaluation.form.by_id[page.id],)
    return (evaluation.form.by_key[page.id],) if page.kind == "section" else ()


def _definition(evaluation: Evaluation, page: Page) -> tuple[OwnForm, Indicator] | tuple[()]:
    form, ident = evaluation.form, page.id.partition(".")[2]
    if page.kind != "definition" or not ident or not isinstance(form, OwnForm):
        return ()  # that of the scheme has no indicator
    return form, form.by_id[ident]
