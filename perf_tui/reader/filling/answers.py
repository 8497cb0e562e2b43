"""Which fields of a page the words about its indicator or section answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from perf_tui.core.answers.readings import settled_text
from perf_tui.core.claims.claims import MONEY, Count, IndicatorClaim, Quote, ReportPart
from perf_tui.core.form import Field, Form, Indicator, Section
from perf_tui.core.numbers.rounding import plain
from perf_tui.core.wording.punctuation import stopped
from perf_tui.reader.filling.fitting import Phrases, actual_at, assigned, fits
from perf_tui.reader.likeness import likeness_of_names

_NOTHING = re.compile(r"[^，。；;]{0,40}(?:无|未发生|没有发生|零)[^，。；;]{0,40}")
_REASON = re.compile(
    r"(?:未得满分的原因|未完成原因|偏差原因|扣分原因)(?:是|为)?\s*[:：]\s*(?P<words>[^。\n]{1,300})"
)
_WANTED = ("高于", "低于", "超过", "目标", "不少于")
_LOOSE = re.compile(r"[，。；]{2,}|[，；](?=\s*$)")  # marks left where something was cut out
_LOOSE_COMMA = re.compile(r",+(?=[,，。；]|\s*$)")  # half-width
_LESS = re.compile(r"下降|减少|降低")
_COMPUTED = {"total", "execution_rate"}


@dataclass(frozen=True, slots=True)
class Taken:
    """A text for a field, and where it was read. `guessed` if only similar words led there."""

    address: str
    text: str
    at: Quote
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class Answers:
    """What was taken, the numbers `used` for it, and the numbers `left`, which match no field."""

    taken: list[Taken]
    used: list[Count]
    left: list[Count]


def answers_of_item(
    indicator: Indicator,
    item: IndicatorClaim,
    counts: Sequence[Count],
    form: Form,
    phrases: Phrases,
) -> Answers:
    """Return what the words of an indicator answer.

    `counts` are the numbers in them that are about the year. Those of an indicator without facts
    are part of its words, and none is reported as left.
    """
    reasons = _reasons_by_line(item)
    told = [one for one in counts if not _is_wanted(one) and not _within(one, reasons)]
    found = list(assigned(told, _numeric(form, indicator.id), phrases))
    taken = [*_figures(found, form), *_zeros(indicator, item, form)]
    addresses = {one.address for one in taken}
    names = indicator.measure.names if indicator.measure else ()
    if names and all(form.addresses.get(name) in addresses for name in names):
        taken = [one for one in taken if one.address != actual_at(indicator)]
    taken += [
        *_target(indicator, item),
        *_reason(indicator, reasons),
        *_own_words(indicator, item, reasons),
    ]
    left = [one for one in _left(told, found) if not _is_computed(indicator, one, form, phrases)]
    if not (indicator.measure or indicator.facts or indicator.shared):
        left = []  # there is no field for them, and the words are kept with them
    return Answers(taken, [count for _, count in found], left)


def answers_of_part(
    section: Section, part: ReportPart, counts: Sequence[Count], form: Form, phrases: Phrases
) -> Answers:
    """Return what the words of a section answer.

    Numbers in a section without facts are part of its words, and none is reported as left.
    """
    found = list(assigned(counts, _numeric(form, section.key), phrases))
    figures = list(_figures(found, form))
    if not part.body or is_computed(section):
        return Answers(figures, [count for _, count in found], [])
    text = "\n".join(quote.text for quote in part.body)
    own = Taken(f"sections.{section.key}", text, part.body[0])
    left = _left(counts, found) if section.facts else []
    return Answers([*figures, own], [count for _, count in found], left)


def is_computed(section: Section) -> bool:
    """Whether a section states the total or the execution rate, and so is always generated."""
    return bool(section.sentence and section.sentence.names & _COMPUTED)


def _figures(found: Sequence[tuple[Field, Count]], form: Form) -> Iterator[Taken]:
    for field, count in found:
        amount = count.at.text if count.unit in MONEY else count.at.text.replace(count.unit, "")
        sign = "-" if _goes_down(field, count, form) else ""
        yield Taken(field.address, settled_text(field, sign + amount), count.at, guessed=True)


def _numeric(form: Form, page: str) -> list[Field]:
    """Return the numeric fields of a page that a report answers by numbers, without targets."""
    addresses = next(one.addresses for one in form.pages if one.id == page)
    fields = (form.fields[address] for address in addresses)
    return [field for field in fields if field.numeric and field.group in ("facts", "result")]


def _goes_down(field: Field, count: Count, form: Form) -> bool:
    """Whether the number for a growth rate is told as a decline, and so has to be negative."""
    signed = {form.addresses[name] for name in form.changes.values()}
    return field.address in signed and bool(_LESS.search(count.words))


def _is_wanted(count: Count) -> bool:
    """Whether a number tells a target and not a result."""
    return any(word in count.words for word in _WANTED)


def _is_computed(indicator: Indicator, count: Count, form: Form, phrases: Phrases) -> bool:
    """Whether a number is the actual value and no field asks for it, because facts give it."""
    at = actual_at(indicator)
    return at not in form.fields and fits(count, indicator.unit, phrases[at])


def _zeros(indicator: Indicator, item: IndicatorClaim, form: Form) -> Iterator[Taken]:
    """Yield zeros told in words for indicators with a target of 0: 全年未发生安全事故."""
    if indicator.measure is None or indicator.sign != "=" or indicator.target != 0:
        return
    for quote in item.body:
        for found in _NOTHING.finditer(quote.text):
            if likeness_of_names(found[0], indicator.name) > 0:
                at = Quote(quote.line, found[0])
                for place in form.places_of(indicator.measure.names):
                    yield Taken(place, "0", at, guessed=True)


def _target(indicator: Indicator, item: IndicatorClaim) -> Iterator[Taken]:
    """Yield the target if the report names another one than the form."""
    for reach in item.reaches[:1]:
        if reach.target.unit == indicator.unit and reach.target.value != indicator.target:
            text, at = plain(reach.target.value), reach.target.at
            yield Taken(f"indicators.{indicator.id}.target", text, at, guessed=True)


def _reasons_by_line(item: IndicatorClaim) -> dict[int, re.Match[str]]:
    found = ((quote.line, _REASON.search(quote.text)) for quote in item.body)
    return {line: reason for line, reason in found if reason}


def _within(count: Count, reasons: Mapping[int, re.Match[str]]) -> bool:
    reason = reasons.get(count.at.line)
    return bool(reason and reason.start() < count.end <= reason.end())


def _reason(indicator: Indicator, reasons: Mapping[int, re.Match[str]]) -> Iterator[Taken]:
    for line, reason in reasons.items():
        words = reason["words"]
        yield Taken(f"indicators.{indicator.id}.deviation_reason", words, Quote(line, words))


def _own_words(
    indicator: Indicator, item: IndicatorClaim, reasons: Mapping[int, re.Match[str]]
) -> Iterator[Taken]:
    """Yield what the report says of an indicator, without its heading, its reason and its score.

    These have fields of their own or are computed, and would otherwise be printed twice.
    """
    body = [_behind_name(item, quote) for quote in item.body]
    cut = [score.at for score in item.scores]
    cut += [Quote(line, reason[0]) for line, reason in reasons.items()]
    lines = [_without(quote, cut) for quote in body]
    said = [(quote, line) for quote, line in zip(body, lines, strict=True) if line]
    if said:
        text = "\n".join(line for _, line in said)
        yield Taken(f"indicators.{indicator.id}.paragraph", text, said[0][0])


def _behind_name(item: IndicatorClaim, quote: Quote) -> Quote:
    """Return the words of a line; of a heading only what goes on behind the name and the weight."""
    if quote.line != item.heading.line:
        return quote
    rest = (quote.text.partition(item.name)[2] if item.name else quote.text).strip()
    if item.weight and item.weight.at.line == quote.line:
        rest = rest.removeprefix(item.weight.at.text)
    return Quote(quote.line, rest.lstrip("，,：:。；; "))


def _without(quote: Quote, cut: Sequence[Quote]) -> str:
    text = quote.text
    for one in cut:
        if one.line == quote.line:
            text = text.replace(one.text, "", 1)
    text = _LOOSE.sub("。", _LOOSE_COMMA.sub("", text))
    return stopped(text.strip().lstrip(",，。；")) if text.strip(",，。； ") else ""


def _left(counts: Sequence[Count], found: Sequence[tuple[Field, Count]]) -> list[Count]:
    """Return the numbers that went into no field."""
    taken = [count for _, count in found]
    return [count for count in counts if count not in taken]
