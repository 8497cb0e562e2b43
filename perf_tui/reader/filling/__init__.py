"""A year's answers as a finished report gives them, and what in the report matches no field."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from perf_tui.core.answers.year import Year
from perf_tui.core.claims.claims import Claims, Count, IndicatorClaim, Quote, ReportPart
from perf_tui.core.claims.strays import GAP
from perf_tui.core.evaluation.evaluation import evaluate
from perf_tui.core.form import Form, Indicator, Section
from perf_tui.core.wording.sentences import generated, passage_of
from perf_tui.reader.filling.answers import Answers, Taken, answers_of_item, answers_of_part
from perf_tui.reader.filling.budget import BUDGET, budget_of
from perf_tui.reader.filling.fitting import phrases_of
from perf_tui.reader.filling.heads import heads_of
from perf_tui.reader.filling.sections import sections_of
from perf_tui.reader.filling.times import of_the_year
from perf_tui.reader.likeness import SAME_NAME, likeness_of_names, likeness_of_titles, most_alike

MOST = 100  # indicators; nobody has nearly as many

Matched = Sequence[tuple[Indicator | None, IndicatorClaim]]


@dataclass(frozen=True, slots=True)
class Filled:
    """What was taken from a report, and the places in it that match no field (`unread`)."""

    taken: tuple[Taken, ...]
    unread: tuple[Quote, ...]

    def year(self, form: Form, number: int) -> Year:
        """Return year `number` of the form with everything that was taken."""
        return Year(form.id, number, {one.address: one.text for one in self.taken})


def filled_from(
    claims: Claims,
    form: Form,
    matched: Matched | None = None,
    known: Mapping[str, str] | None = None,
) -> Filled:
    """Return every field that the report answers, and the places that match no field.

    `matched` says which indicator of the form each of the report is; without it, their names do.
    `known` are the texts that are known from elsewhere, as address → text.

    Each figure goes to one field, found by unit and words. Words are taken as they are, unless the
    form generates the same from the figures. Scores and totals are left out, because they are
    computed.
    """
    phrases, budget = phrases_of(form), tuple(budget_of(claims, form))
    taken = [*heads_of(claims, form), *(one for one in budget if isinstance(one, Taken))]
    year = int(claims.year.value) if claims.year else 0
    unread = [one for one in budget if isinstance(one, Quote)]
    found: list[Answers] = []
    if matched is None:
        matched = tuple(_matched(claims.items, form.indicators))
    for indicator, item in matched:
        if indicator is None:
            unread.append(item.heading)
            continue
        counts = list(of_the_year(claims.counts_of(item), year))
        found.append(answers_of_item(indicator, item, counts, form, phrases))
    theirs = {quote.line for indicator, item in matched if indicator for quote in item.body}
    for section, whole in sections_of(claims, form):
        part = _without(whole, theirs)
        told = (count for quote in part.body for count in claims.counts_in.get(quote.line, ()))
        counts = list(of_the_year(told, year))
        found.append(answers_of_part(section, part, counts, form, phrases))
    taken += [one for answers in found for one in answers.taken]
    used = [count for answers in found for count in answers.used]
    left = [count for answers in found for count in answers.left]
    unread += [count.phrase for count in left if not _is_used(count, used, claims)]
    in_order = sorted(dict.fromkeys(unread), key=lambda quote: quote.line)
    filled = [one for one in once(taken) if not GAP.fullmatch(one.text)]
    return Filled(_without_generated(filled, claims, form, known or {}), tuple(in_order))


def _matched(
    items: Sequence[IndicatorClaim], indicators: Sequence[Indicator]
) -> Iterator[tuple[Indicator | None, IndicatorClaim]]:
    """Pair every indicator of the report with the most similar one of the form, or with None."""
    named = most_alike(
        items[:MOST], indicators, lambda item, one: likeness_of_names(one.name, item.name)
    )
    yield from ((indicator, item) for item, indicator in named)
    yield from ((None, item) for item in items[MOST:])


def _without(part: ReportPart, lines: Collection[int]) -> ReportPart:
    """Return a part without the lines that are told of indicators, and kept there."""
    return replace(part, body=tuple(quote for quote in part.body if quote.line not in lines))


def _is_used(count: Count, used: Sequence[Count], claims: Claims) -> bool:
    """Whether a number only repeats the budget, or one that was taken elsewhere."""
    if any(_same(count, one) for one in used):
        return True
    budget = (getattr(one, key) for one in claims.executions for key in (*BUDGET, "rate"))
    return any(told and (told.value, told.unit) == (count.value, count.unit) for told in budget)


def _same(count: Count, other: Count) -> bool:
    if (count.value, count.unit) != (other.value, other.unit):
        return False
    if count.unit == "%":
        return count.words == other.words
    words = (one.words + one.behind for one in (count, other))
    return likeness_of_titles(*words) >= SAME_NAME


def once(taken: Iterable[Taken]) -> tuple[Taken, ...]:
    """Return the first text for every field, because several indicators may tell a shared fact."""
    first: dict[str, Taken] = {}
    for one in taken:
        first.setdefault(one.address, one)
    return tuple(first.values())


def _without_generated(
    taken: Sequence[Taken], claims: Claims, form: Form, known: Mapping[str, str]
) -> tuple[Taken, ...]:
    """Leave out passages that the form generates anyway, as in a report made by this program."""
    both: tuple[Indicator | Section, ...] = (*form.indicators, *form.sections)
    owners = {passage_of(owner): owner for owner in both}
    facts = {one.address: one.text for one in taken if one.address not in owners} | {**known}
    number = int(claims.year.value) if claims.year else 0
    evaluation = evaluate(form, Year(form.id, number, facts))
    return tuple(
        one
        for one in taken
        if one.address not in owners or generated(evaluation, owners[one.address]) != one.text
    )
