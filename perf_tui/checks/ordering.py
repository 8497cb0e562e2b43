"""All findings of a year, page by page, in the order of the form."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import NamedTuple, TypeAlias

from perf_tui.checks.pagewise import FieldRule, PageRule, places_on
from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.findings.acceptance import with_reason
from perf_tui.core.findings.finding import Finding
from perf_tui.core.form import Page

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
KINDS = ("unit", "budget", "section", "indicator", "definition")


class Rulebook:
    """Rules sorted by what they look at: single fields, pages of each kind, or the whole year."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        numbered = list(enumerate(rules))
        self._of_fields = [(n, rule) for n, rule in numbered if isinstance(rule, FieldRule)]
        self._of_pages: dict[str, list[tuple[int, PageRule]]] = {
            kind: [(n, r) for n, r in numbered if isinstance(r, PageRule) and kind in r.kinds]
            for kind in KINDS
        }
        self._of_year = [(n, r) for n, r in numbered if not isinstance(r, FieldRule | PageRule)]

    def judge(self, evaluation: Evaluation) -> tuple[Finding, ...]:
        """Return what the rules find, sorted by place, then suggestions first, then by rule."""
        form = evaluation.form
        judge_page = partial(self._judge_page, evaluation.watched())
        on_pages = evaluation.shares.of("findings", form.screens, judge_page)
        something = {n: page for n, page in enumerate(on_pages) if page is not NOTHING}
        strays = (stray for page in something.values() for stray in page.strays)
        loose = _grouped(chain(self._judge_year(evaluation), strays))
        first = [one.finding for one in loose.pop("", ())]
        found = {n: page.found for n, page in something.items()}
        for page, more in loose.items():
            at = form.place_of_screen[page]
            placed = sorted((*on_pages[at].placed, *more), key=_order)
            found[at] = tuple(one.finding for one in placed)
        return tuple(chain(first, *(found[at] for at in sorted(found))))

    def _judge_year(self, evaluation: Evaluation) -> Iterator[_Placed]:
        for number, rule in self._of_year:
            for finding in rule(evaluation):
                yield _placed(evaluation, number, finding)

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


def _placed(evaluation: Evaluation, number: int, finding: Finding) -> _Placed:
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
