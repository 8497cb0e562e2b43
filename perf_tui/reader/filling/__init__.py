"""A year's answers as a finished report gives them, and what in the report matches no field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from perf_tui.core.answers.readings import settled_text
from perf_tui.core.answers.year import Year
from perf_tui.core.claims.claims import Claims, Count, IndicatorClaim, Quote, ReportPart
from perf_tui.core.evaluation.evaluation import evaluate
from perf_tui.core.form import Form, Indicator, Section
from perf_tui.core.numbers.rounding import plain
from perf_tui.core.wording.sentences import generated, passage_of
from perf_tui.reader.filling.answers import Answers, Taken, answers_of_item, answers_of_part
from perf_tui.reader.filling.matching import likeness_of_names, likeness_of_titles, phrases_of
from perf_tui.reader.filling.times import of_the_year

MOST = 100  # chapters, sections, indicators; nobody has nearly as many
# From 0 to 1, how alike names and titles have to be. Set by experience with published reports.
SAME_NAME, SAME_TITLE = 0.5, 0.4
_BUDGET = ("initial", "adjusted", "executed")
_SHORT_NAME = re.compile(r"(?:.*[市区县州旗])?(?P<name>.{2,6}?)(?:人民政府|办事处)")


@dataclass(frozen=True, slots=True)
class Filled:
    """What was taken from a report, and the places in it that match no field (`unread`)."""

    taken: tuple[Taken, ...]
    unread: tuple[Quote, ...]

    def year(self, form: Form, number: int) -> Year:
        """Return year `number` of the form with everything that was taken."""
        return Year(form.id, number, {one.address: one.text for one in self.taken})


def filled_from(claims: Claims, form: Form) -> Filled:
    """Return every field that the report answers, and the places that match no field.

    Each figure goes to one field, found by unit and words. Words are taken as they are, unless the
    form generates the same from the figures. Scores and totals are left out, because they are
    computed.
    """
    phrases, taken = phrases_of(form), list(_heads(claims, form))
    year = int(claims.year.value) if claims.year else 0
    unread: list[Quote] = []
    found: list[Answers] = []
    for indicator, item in _matched(claims.items, form.indicators):
        if indicator is None:
            unread.append(item.heading)
            continue
        counts = list(of_the_year(claims.counts_of(item), year))
        found.append(answers_of_item(indicator, item, counts, form, phrases))
    for section, part in _sections(claims, form):
        told = (count for quote in part.body for count in claims.counts_in.get(quote.line, ()))
        counts = list(of_the_year(told, year))
        found.append(answers_of_part(section, part, counts, form, phrases))
    taken += [one for answers in found for one in answers.taken]
    used = [count for answers in found for count in answers.used]
    left = [count for answers in found for count in answers.left]
    unread += [count.phrase for count in left if not _is_used(count, used, claims)]
    in_order = sorted(unread, key=lambda quote: quote.line)
    return Filled(_without_generated(_once(taken), claims, form), tuple(in_order))


def _heads(claims: Claims, form: Form) -> Iterator[Taken]:
    """Yield the answers on the unit, the date and the budget (元)."""
    if unit := claims.signature or claims.unit:
        name = "".join(unit.text.split())  # it may be spread out by spaces
        yield Taken("unit.name", name, unit)
        if short := _SHORT_NAME.fullmatch(name):
            yield Taken("unit.short_name", short["name"], unit, guessed=True)
    if claims.dated and claims.day:
        yield Taken("unit.report_date", claims.day.isoformat(), claims.dated)
    # Amounts that agree with their rate are preferred, because they are those of the whole budget.
    for execution in sorted(claims.executions, key=lambda one: not one.agrees)[:1]:
        for key in _BUDGET:
            if amount := getattr(execution, key):
                field = form.fields[f"budget.{key}"]
                text = settled_text(field, plain(amount.value) + amount.unit)
                yield Taken(field.address, text, amount.at, guessed=not execution.agrees)


def _matched(
    items: Sequence[IndicatorClaim], indicators: Sequence[Indicator]
) -> Iterator[tuple[Indicator | None, IndicatorClaim]]:
    """Pair every indicator of the report with the most similar one of the form, or with None."""
    left = list(indicators)
    for item in items[:MOST]:
        best = max(left, key=lambda one: likeness_of_names(one.name, item.name), default=None)
        if best is None or likeness_of_names(best.name, item.name) < SAME_NAME:
            yield None, item
            continue
        left.remove(best)
        yield best, item
    yield from ((None, item) for item in items[MOST:])


def _sections(claims: Claims, form: Form) -> Iterator[tuple[Section, ReportPart]]:
    """Yield the form's sections, each with the part of the report whose title is most similar."""
    for section in form.sections:
        likeness = {
            part: likeness_of_titles(section.title, part.title.text) for part in claims.parts[:MOST]
        }
        best = max(likeness, key=lambda part: likeness[part], default=None)
        if best is not None and likeness[best] >= SAME_TITLE:
            yield section, best


def _is_used(count: Count, used: Sequence[Count], claims: Claims) -> bool:
    """Whether a number only repeats the budget, or one that was taken elsewhere."""
    if any(_same(count, one) for one in used):
        return True
    budget = (getattr(one, key) for one in claims.executions for key in (*_BUDGET, "rate"))
    return any(told and (told.value, told.unit) == (count.value, count.unit) for told in budget)


def _same(count: Count, other: Count) -> bool:
    if (count.value, count.unit) != (other.value, other.unit):
        return False
    if count.unit == "%":
        return count.words == other.words
    words = (one.words + one.behind for one in (count, other))
    return likeness_of_titles(*words) >= SAME_NAME


def _once(taken: Sequence[Taken]) -> tuple[Taken, ...]:
    """Return the first text for every field, because several indicators may tell a shared fact."""
    first: dict[str, Taken] = {}
    for one in taken:
        first.setdefault(one.address, one)
    return tuple(first.values())


def _without_generated(taken: Sequence[Taken], claims: Claims, form: Form) -> tuple[Taken, ...]:
    """Leave out passages that the form generates anyway, as in a report made by this program."""
    both: tuple[Indicator | Section, ...] = (*form.indicators, *form.sections)
    owners = {passage_of(owner): owner for owner in both}
    facts = {one.address: one.text for one in taken if one.address not in owners}
    number = int(claims.year.value) if claims.year else 0
    evaluation = evaluate(form, Year(form.id, number, facts))
    return tuple(
        one
        for one in taken
        if one.address not in owners or generated(evaluation, owners[one.address]) != one.text
    )
