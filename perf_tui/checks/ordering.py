"""All findings of a year, page by page, in the order of the form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import NamedTuple, TypeAlias, get_args

from perf_tui.checks.pagewise import FieldRule, FormRule, PageRule, Subject, places_on
from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.findings.acceptance import with_reason
from perf_tui.core.findings.finding import Finding
from perf_tui.core.form import Form, Page
from perf_tui.core.form.models import Kind

Rule: TypeAlias = Callable[[Evaluation], Iterator[Finding]]


class _Placed(NamedTuple):
    """A finding, and the id of the page that it stands on with its place there; empty if none."""

    page: str
    order: tuple[int, bool, int]
    finding: Finding


class _OnPage(NamedTuple):
    """What the rules on single pages found on one of them; `strays` stand on other pages."""

    found: tuple[Finding, ...] = ()
    placed: tuple[_Placed, ...] = ()
    strays: tuple[_Placed, ...] = ()


NOTHING = _OnPage()
Finder: TypeAlias = tuple[int, Callable[..., Iterator[Finding]]]
"""The number of a rule, and what it finds things by."""


class Rulebook:
    """Rules sorted by what they look at: single fields, what a page is about, the form, all."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._of_fields: dict[str, list[Finder]] = {kind: [] for kind in get_args(Kind)}
        self._of_pages: dict[Subject, list[Finder]] = {}
        self._of_form: list[Finder] = []
        self._of_year: list[Finder] = []
        self._behind = len(rules)
        for number, rule in enumerate(rules):
            for group in self._groups(rule):
                group.append((number, getattr(rule, "at", rule)))

    def _groups(self, rule: Rule) -> list[list[Finder]]:
        match rule:
            case FieldRule():
                return [self._of_fields[kind] for kind in rule.kinds or self._of_fields]
            case PageRule():
                return [self._of_pages.setdefault(rule.subject, [])]
            case FormRule():
                return [self._of_form]
        return [self._of_year]

    def judge(self, evaluation: Evaluation, others: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return what the rules find, sorted by place, then suggestions first, then by rule.

        What others found stands behind that.
        """
        form = evaluation.form
        watched = evaluation.watched()
        share = evaluation.shares.of
        on_pages = share("findings", form.screens, partial(self._on_page, watched))
        [on_form] = share("form", (form,), partial(self._on_form, watched))
        something = {n: page for n, page in enumerate(on_pages) if page is not NOTHING}
        strays = (stray for page in something.values() for stray in page.strays)
        on_year = self._on_year(evaluation, others)
        loose = _grouped(chain(on_form, on_year, strays))
        first = [one.finding for one in loose.pop("", ())]
        found = {n: page.found for n, page in something.items()}
        for page, more in loose.items():
            at = form.place_of_screen[page]
            placed = sorted((*on_pages[at].placed, *more), key=_order)
            found[at] = tuple(one.finding for one in placed)
        return tuple(chain(first, *(found[at] for at in sorted(found))))

    def _on_year(self, evaluation: Evaluation, others: Iterable[Finding]) -> Iterator[_Placed]:
        for number, find in self._of_year:
            for finding in find(evaluation):
                yield _placed(evaluation, number, finding)
        for finding in others:
            yield _placed(evaluation, self._behind, finding)

    def _on_form(self, evaluation: Evaluation, form: Form) -> tuple[_Placed, ...]:
        return tuple(
            _placed(evaluation, number, finding)
            for number, find in self._of_form
            for finding in find(form)
        )

    def _on_page(self, evaluation: Evaluation, page: Page) -> _OnPage:
        found = [
            _placed(evaluation, number, finding)
            for place in places_on(evaluation, page)
            for number, find in self._of_fields[place.field.kind]
            for finding in find(evaluation, place)
        ]
        for subject_on, finders in self._of_pages.items():
            if subject := subject_on(evaluation, page):
                found += [
                    _placed(evaluation, number, finding)
                    for number, find in finders
                    for finding in find(evaluation, *subject)
                ]
        if not found:
            return NOTHING
        placed = sorted((one for one in found if one.page == page.id), key=_order)
        strays = tuple(one for one in found if one.page != page.id)
        return _OnPage(tuple(one.finding for one in placed), tuple(placed), strays)


def _placed(evaluation: Evaluation, number: int, finding: Finding) -> _Placed:
    finding = _where_typed(evaluation, finding)
    page = evaluation.form.home_of.get(finding.field or "")
    place = page.addresses.index(finding.field) if page else -1
    order = place, not finding.suggestion, number
    return _Placed(page.id if page else "", order, with_reason(finding, evaluation.year))


def _where_typed(evaluation: Evaluation, finding: Finding) -> Finding:
    """Return the finding at the fields where its figures are typed, if they follow from others.

    Of a figure that is computed, those are told that are filled, or the first if none is.
    """
    form, text = evaluation.form, evaluation.year.text
    if form.computed.keys().isdisjoint(finding.places):
        return finding

    def typed(place: str) -> list[str]:
        places = form.typed_at(place)
        return [at for at in places if text(at)] or [places[0]]

    first, *others = dict.fromkeys(at for place in finding.places for at in typed(place))
    return replace(finding, field=first, related=tuple(others))


def _order(one: _Placed) -> tuple[int, bool, int]:
    return one.order


def _grouped(found: Iterable[_Placed]) -> dict[str, list[_Placed]]:
    """Return findings by page, each group in the order in which its rules stand."""
    groups: dict[str, list[_Placed]] = {}
    for one in sorted(found, key=_order):
        groups.setdefault(one.page, []).append(one)
    return groups
