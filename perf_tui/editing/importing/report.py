"""Making a year of what a report claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from perf_tui.core.answers.year import Year, pending_at
from perf_tui.core.claims.claims import Claims, Quote
from perf_tui.core.evaluation.evaluation import evaluate
from perf_tui.core.form.own import form_for
from perf_tui.editing.importing.definitions import definition_of, ids_of, is_as_known, placed
from perf_tui.editing.importing.recognising import (
    Recognised,
    best_known,
    best_scheme,
    recognised,
    without_execution,
)
from perf_tui.editing.importing.results import lowered, results_of
from perf_tui.reader.filling import filled_from, once
from perf_tui.reader.filling.answers import Taken
from perf_tui.reader.filling.goals import goals_in
from perf_tui.reader.filling.project import is_of_project
from perf_tui.reader.filling.untaken import untaken
from perf_tui.reader.indicators import Difference, FoundIndicators, indicators_of
from perf_tui.store.forms.finding import find_sets, newest
from perf_tui.store.years.beginning import DEFAULT_FORM, form_named
from perf_tui.store.years.year_file import YearFile

NEEDED = ("own.", "indicators.", "facts.", "budget.")  # tables of what a report is about


@dataclass(frozen=True, slots=True)
class Imported:
    """A year made from a report, what was taken, what matches no field, and what to look at."""

    file: YearFile
    taken: tuple[Taken, ...]
    unread: tuple[Quote, ...]
    told: tuple[Difference, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing was taken of indicators or the budget, as from what is no report."""
        return not any(one.address.startswith(NEEDED) for one in self.taken)


def import_report(claims: Claims, year: int | None, folder: Path, form_name: str = "") -> Imported:
    """Return the year of a report with everything that it claims, for a file in `folder`.

    The year is the one that the report names unless `year` is, and 0 if it names none.

    Its indicators are those of the form set that has most of them, or else the year's
    own, under the scheme that fits best; `form_name` says otherwise. Those of the set that the
    report lacks are removed, unless it has no others and weighs them alike. Raises FormError if the
    form cannot be used.
    """
    found = indicators_of(claims)
    form, unknown = form_named(form_name or _best_form(claims, found, folder), folder)
    matched = recognised(without_execution(found.indicators, form), form)
    number = year or int(claims.year.value if claims.year else 0)
    file = YearFile(form, Year(form.id, number), unknown)
    if is_as_known(matched):
        return _of_known(file, claims, found, matched)
    return _of_own(file, claims, found, matched)


def _best_form(claims: Claims, found: FoundIndicators, folder: Path) -> str:
    """Return the name of the form set that has the indicators, or else whose scheme fits best.

    One for projects is taken for the report of a project, and for no other.
    """
    of_project = is_of_project(claims)
    if not (found.indicators or of_project):
        return DEFAULT_FORM
    sets = newest(find_sets(folder)).values()
    forms = [form_named(one.name, folder)[0] for one in sets if one.for_project == of_project]
    best = best_known(found.indicators, forms) or best_scheme(found.indicators, forms)
    return best.id if best else DEFAULT_FORM


def _of_known(
    file: YearFile, claims: Claims, found: FoundIndicators, matched: Sequence[Recognised]
) -> Imported:
    """Fill the fields of the form set; a table gives what stands in no words."""
    filled = filled_from(claims, file.form)
    tabled = (
        taken
        for one in matched
        if one.known and one.found.item is None
        for taken in results_of(one.found, one.known, file.form)
    )
    taken = once((*filled.taken, *tabled))
    unread = _in_order((*filled.unread, *found.unread))
    return Imported(_with(file, taken), taken, unread, found.differences)


def _of_own(
    file: YearFile, claims: Claims, found: FoundIndicators, matched: Sequence[Recognised]
) -> Imported:
    """Define the indicators that the form set does not have as it is, and fill all."""
    ids = ids_of(matched, file.form)
    pairs = list(zip(matched, ids, strict=True))
    defined = [taken for one, ident in pairs for taken in definition_of(one, ident, file.form)]
    texts = {**placed(matched, file.form), **{one.address: one.text for one in defined}}
    form = form_for(file.form, texts)
    items = [(form.by_id[ident], one.found.item) for one, ident in pairs if one.found.item]
    results = [
        taken for one, ident in pairs for taken in results_of(one.found, form.by_id[ident], form)
    ]
    known = {**texts, **{one.address: one.text for one in results}}
    filled = filled_from(claims, form, items, known)
    # Where a table and the text name two targets, that of the table is in the definition.
    said = (one for one in filled.taken if not _is_target(one))
    taken = once((*defined, *results, *said, *goals_in(claims, form)))
    file = _with(replace(file, form=form, year=file.year.with_texts(texts)), taken)
    scores = list(_scores(file, pairs))
    taken = (*taken, *(one for one in scores if isinstance(one, Taken)))
    told = (*found.differences, *(one for one in scores if isinstance(one, Difference)))
    unread = (*filled.unread, *found.unread, *untaken(claims, form, items))
    in_order = tuple(sorted(told, key=lambda one: one.at.line))
    return Imported(_with(file, taken), taken, _in_order(unread), in_order)


def _is_target(one: Taken) -> bool:
    return one.address.startswith("indicators.") and one.address.endswith(".target")


def _scores(
    file: YearFile, pairs: Iterable[tuple[Recognised, str]]
) -> Iterator[Taken | Difference]:
    score = evaluate(file.form, file.year).score
    items = {item.indicator.id: item for item in score.items}
    for one, ident in pairs:
        if kept := lowered(one.found, items[ident]):
            yield kept


def _with(file: YearFile, taken: Iterable[Taken]) -> YearFile:
    """Return the file with the texts, those that were guessed marked as unconfirmed."""
    texts: dict[str, str] = {}
    for one in taken:
        texts[one.address] = one.text
        if one.guessed:
            texts[pending_at(one.address)] = f"报告第 {one.at.line} 行"
    return file.with_year(file.year.with_texts(texts))


def _in_order(unread: Iterable[Quote]) -> tuple[Quote, ...]:
    return tuple(sorted(dict.fromkeys(unread), key=lambda one: one.line))
