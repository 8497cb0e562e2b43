"""A year's answers as a finished report gives them, and what of the report found no field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from perf_tui.core.claims import MONEY, Claims, Count, Item, Part, Quote
from perf_tui.core.form import Field, Form, Indicator, Section
from perf_tui.core.readings import settled_text
from perf_tui.core.rounding import plain
from perf_tui.reader.matching import Phrases, assigned, likeness_of_names, phrases_of

SAME_NAME = 0.5
_COMPUTED = {"total", "execution_rate"}  # a passage with these is never anybody's own words
_NOTHING = re.compile(r"[^，。；;]*(?:无|未发生|没有发生|零)[^，。；;]*")
_BUDGET = ("initial", "adjusted", "executed")


@dataclass(frozen=True, slots=True)
class Taken:
    """A text for a field, and where it was read; `guessed` where only its words led there."""

    address: str
    text: str
    at: Quote
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class Filled:
    """What was taken from a report, and the places that found no field."""

    taken: tuple[Taken, ...]
    unread: tuple[Quote, ...]


def filled_from(claims: Claims, form: Form) -> Filled:
    """Every field that the report answers.

    Figures go where unit and words lead them, once each; the words themselves are taken as they
    are. Scores and totals are left out, because they are computed.
    """
    phrases, taken = phrases_of(form), list(_heads(claims, form))
    unread: list[Quote] = []
    left: list[Count] = []
    for indicator, item in _matched(claims.items, form.indicators):
        if indicator is None:
            unread.append(item.heading)
            continue
        counts = [count for count in claims.counts_of(item) if _is_result(count)]
        found = list(_figures(_numeric(form, indicator.id), counts, phrases))
        none = _nothing_happened(indicator, item, form)
        taken += [*_targets(indicator, item), *found, *none, *_words_of(indicator, item)]
        left += _left(counts, found)
    for section, part in _sections(claims, form):
        counts = [count for quote in part.body for count in claims.counts_in.get(quote.line, ())]
        found = list(_figures(_numeric(form, section.key), counts, phrases))
        taken += [*found, *_passage(section, part)]
        left += _left(counts, found) if found else []
    unread += [count.phrase for count in left if not _told(count, taken, claims)]
    return Filled(_once(taken), tuple(sorted(unread, key=lambda quote: quote.line)))


def _heads(claims: Claims, form: Form) -> Iterator[Taken]:
    """The unit, the date and the budget."""
    if unit := claims.signature or claims.unit:
        yield Taken("unit.name", unit.text, unit)
    if claims.dated and claims.day:
        yield Taken("unit.report_date", claims.day.isoformat(), claims.dated)
    for execution in claims.executions[:1]:
        for key in _BUDGET:
            if amount := getattr(execution, key):
                field = form.fields[f"budget.{key}"]
                text = settled_text(field, plain(amount.value) + amount.unit)
                yield Taken(field.address, text, amount.at)


def _matched(
    items: Sequence[Item], indicators: Sequence[Indicator]
) -> Iterator[tuple[Indicator | None, Item]]:
    """Every indicator of the report with the form's of the same name, else in the same place."""
    left = list(indicators)
    for item in items:
        best = max(left, key=lambda one: likeness_of_names(one.name, item.name), default=None)
        if best is None or likeness_of_names(best.name, item.name) < SAME_NAME:
            yield None, item
            continue
        left.remove(best)
        yield best, item


def _numeric(form: Form, page: str) -> list[Field]:
    """The numbers of a page that a report tells; targets are told otherwise."""
    addresses = next(one.addresses for one in form.pages if one.id == page)
    fields = (form.fields[address] for address in addresses)
    return [field for field in fields if field.numeric and field.group in ("facts", "result")]


def _figures(fields: Sequence[Field], counts: Sequence[Count], phrases: Phrases) -> Iterator[Taken]:
    for field, count in assigned(counts, fields, phrases):
        text = count.at.text if count.unit in MONEY else count.at.text.replace(count.unit, "")
        yield Taken(field.address, settled_text(field, text), count.at, guessed=True)


def _is_result(count: Count) -> bool:
    """Whether a number tells what was done, not what was wanted."""
    return not any(word in count.words for word in ("高于", "低于", "超过", "目标", "不少于"))


def _nothing_happened(indicator: Indicator, item: Item, form: Form) -> Iterator[Taken]:
    """A zero told in words, where nothing is to happen: 全年未发生安全事故."""
    if indicator.measure is None or indicator.sign != "=" or indicator.target != 0:
        return
    for quote in item.body:
        for found in _NOTHING.finditer(quote.text):
            if likeness_of_names(found[0], indicator.name) > 0:
                at = Quote(quote.line, found[0])
                for name in indicator.measure.names:
                    yield Taken(form.addresses[name], "0", at, guessed=True)


def _targets(indicator: Indicator, item: Item) -> Iterator[Taken]:
    """The target, where the report names another one than the form."""
    for reach in item.reaches[:1]:
        if reach.target.unit == indicator.unit and reach.target.value != indicator.target:
            text, at = plain(reach.target.value), reach.target.at
            yield Taken(f"indicators.{indicator.id}.target", text, at, guessed=True)


def _words_of(indicator: Indicator, item: Item) -> Iterator[Taken]:
    """What the report says of an indicator, without its heading."""
    body = [quote for quote in item.body if quote.line != item.heading.line]
    if body:
        text = "\n".join(quote.text.strip() for quote in body)
        yield Taken(f"indicators.{indicator.id}.paragraph", text, body[0])


def _sections(claims: Claims, form: Form) -> Iterator[tuple[Section, Part]]:
    """The form's sections with the part of the report whose title is most like theirs."""
    for section in form.sections:
        best = max(
            claims.parts,
            key=lambda part: likeness_of_names(section.title, part.title.text),
            default=None,
        )
        if best and likeness_of_names(section.title, best.title.text) >= SAME_NAME:
            yield section, best


def _passage(section: Section, part: Part) -> Iterator[Taken]:
    names = section.sentence.names if section.sentence else frozenset()
    if part.body and names.isdisjoint(_COMPUTED):
        text = "\n".join(quote.text for quote in part.body)
        yield Taken(f"sections.{section.key}", text, part.body[0])


def _left(counts: Sequence[Count], found: Sequence[Taken]) -> list[Count]:
    """The numbers that nobody took."""
    taken = {taken.at for taken in found}
    return [count for count in counts if count.at not in taken]


def _told(count: Count, taken: Sequence[Taken], claims: Claims) -> bool:
    """Whether a number only says again what was taken elsewhere, or is computed from it."""
    if count.unit != "%" and any(count.at.text == one.at.text for one in taken):
        return True
    budget = (getattr(one, key) for one in claims.executions for key in (*_BUDGET, "rate"))
    return any(told and (told.value, told.unit) == (count.value, count.unit) for told in budget)


def _once(taken: Sequence[Taken]) -> tuple[Taken, ...]:
    """The first text for every field: a shared fact is told by several indicators."""
    first: dict[str, Taken] = {}
    for one in taken:
        first.setdefault(one.address, one)
    return tuple(first.values())
