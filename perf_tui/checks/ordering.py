"""All findings of a year, page by page, in the order of the form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import NamedTuple, TypeAlias, get_args

from perf_tui.checks.pagewise import FieldRule, PageRule, places_on
from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.findings.acceptance import with_reason
from perf_tui.core.findings.finding import Finding
from perf_tui.core.form import Page
from perf_tui.core.form.pages import PageKind

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
BEHIND = 10**6  # the number of no rule
KINDS: tuple[PageKind, ...] = get_args(PageKind)


class Rulebook:
    """Rules sorted by what they look at: single fields, pages of each kind, or the whole year."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        numbered = list(enumerate(rules))
        self._of_fields = [(n, rule) for n, rule in numbered if isinstance(rule, FieldRule)]
        self._of_pages: dict[str, list[tuple[int, PageRule]]] = {
            kind: [(n, r) for n, r in numbered if isinstance(r, PageRule) and kind in r.kinds]
            for kind in KINDS
        }
        self._of_year = [one for one in numbered if not isinstance(one[1], FieldRule | PageRule)]

    def judge(self, evaluation: Evaluation, others: Iterable[Finding] = ()) -> tuple[Finding, ...]:
        """Return what the rules find, sorted by place, then suggestions first, then by rule.

        `others` have been found by no rule on the year alone.
        """
        form, watched = evaluation.form, evaluation.watched()
        judge_page = partial(self._judge_page, watched)
        on_pages = evaluation.shares.of("findings", form.screens, judge_page)
        of_year = evaluation.shares.of("year", self._of_year, partial(_judge_year, watched))
        something = {n: page for n, page in enumerate(on_pages) if page is not NOTHING}
        strays = (stray for page in something.values() for stray in page.strays)
        told = (_placed(evaluation, BEHIND, one) for one in others)
        loose = _grouped(chain(*of_year, strays, told))
        first = [one.finding for one in loose.pop("", ())]
        found = {n: page.found for n, page in something.items()}
        for page, more in loose.items():
            at = form.place_of_screen[page]
            placed = sorted((*on_pages[at].placed, *more), key=_order)
            found[at] = tuple(one.finding for one in placed)
        return tuple(chain(first, *(found[at] for at in sorted(found))))

    def _judge_page(self, evaluation: Evaluation, page: Page) -> _OnPage:
        found = [
            _placed(evaluation, number, finding)
            for place in places_on(evaluation, page)
            for number, rule in self._of_fields
            for finding in rule.at(evaluation, place)
        ]
        found += [
            _placed(evaluation, number, finding)
            for number, rule in self._of_pages[page.kind]
            for finding in rule.at(evaluation, page)
        ]
        if not found:
            return NOTHING
        placed = sorted((one for one in found if one.page == page.id), key=_order)
        strays = tuple(one for one in found if one.page != page.id)
        return _OnPage(tuple(one.finding for one in placed), tuple(placed), strays)


def _judge_year(evaluation: Evaluation, numbered: tuple[int, Rule]) -> tuple[_Placed, ...]:
    number, rule = numbered
    return tuple(_placed(evaluation, number, finding) for finding in rule(evaluation))


def _placed(evaluation: Evaluation, number: int, found: Finding) -> _Placed:
    finding = _where_typed(evaluation, found)
    page = evaluation.form.home_of.get(finding.field or "")
    place = page.addresses.index(finding.field) if page else -1
    order = place, not finding.suggestion, number
    return _Placed(page.id if page else "", order, with_reason(finding, evaluation.year))


def _order(one: _Placed) -> tuple[int, bool, int]:
    return one.order


def _grouped(found: Iterable[_Placed]) -> dict[str, list[_Placed]]:
    """Return findings by page, each group in the order in which its rules stand."""
    groups: dict[str, list[_Placed]] = {}
    for one in sorted(found, key=_order):
        groups.setdefault(one.page, []).append(one)
    return groups


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
