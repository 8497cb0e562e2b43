"""The passages of the report, made from the facts or rewritten by the user."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from perf_tui.core.figures import scores_in
from perf_tui.core.form import Indicator, Section
from perf_tui.core.form.computed import COMPUTED
from perf_tui.core.form.fields import BUDGET_REASONS
from perf_tui.core.numbers import Number, format_number
from perf_tui.core.punctuation import stopped, unstopped
from perf_tui.core.rounding import fixed, plain
from perf_tui.core.scoring import Item, Score, parts_of
from perf_tui.core.standing import Standing


def indicator_passage(standing: Standing, indicator: Indicator) -> str:
    """What the report says of an indicator: its sentence or the user's words, then the score.

    Own words that say all this themselves, score and reason, are not told it twice.
    """
    own = own_words(standing, indicator)
    if own and _closed(standing, indicator, own):
        return stopped(own)
    texts = _indicator_texts(standing, indicator)
    sentences = (None if own else indicator.sentence, standing.form.scheme.closing)
    filled = (each.fill(texts, gap_in(standing)) for each in sentences if each)
    return (stopped(own) if own else "") + "".join(filled)


def section_passage(standing: Standing, section: Section) -> str:
    """A section's text as it prints; "" while a section without a sentence is unwritten."""
    return own_words(standing, section) or generated(standing, section)


def own_words(standing: Standing, owner: Indicator | Section) -> str | None:
    """What the user wrote in place of the sentence; None, too, where it is only blank lines."""
    return standing.readings.words(passage_of(owner))


def passage_of(owner: Indicator | Section) -> str:
    """The address of the passage that the user may write."""
    if isinstance(owner, Indicator):
        return f"indicators.{owner.id}.paragraph"
    return f"sections.{owner.key}"


def generated(standing: Standing, owner: Indicator | Section) -> str:
    """The sentence that the facts make, whatever the user wrote; "" where there is none."""
    if owner.sentence is None:
        return ""
    return owner.sentence.fill(_texts(standing, owner), gap_in(standing))


def follows_from_facts(standing: Standing, section: Section) -> bool:
    """Whether a section's sentence prints without a gap and without the user's own words."""
    texts = year_texts(standing)
    return section.sentence is not None and all(map(texts.get, section.sentence.required))


def facts_wanted(standing: Standing, section: Section) -> tuple[str, ...]:
    """The addresses without which a section's sentence has gaps; none once it is rewritten."""
    if section.sentence is None or own_words(standing, section):
        return ()
    form = standing.form
    names = form.facts_behind(section.sentence.required) & form.addresses.keys()
    return tuple(form.addresses[name] for name in sorted(names))


def has_gap(standing: Standing, text: str) -> bool:
    """Whether a generated text waits for something: 〔应发人数〕."""
    labels = {*COMPUTED.values(), *(field.label for field in standing.form.fields.values())}
    return any(f"〔{label}〕" in text for label in labels)


def _closed(standing: Standing, indicator: Indicator, own: str) -> bool:
    """Whether own words state the score, and the reason where points were lost."""
    item = standing.item(indicator.id)
    return item.score in scores_in(own) and (_reason(standing, item) or "") in own


def _texts(standing: Standing, owner: Indicator | Section) -> Mapping[str, str | None]:
    if isinstance(owner, Indicator):
        return _indicator_texts(standing, owner)
    return year_texts(standing)


def report_title(standing: Standing) -> tuple[str, ...]:
    """The lines of the report's title, broken by meaning."""
    texts, gap = year_texts(standing), gap_in(standing)
    return tuple(line.fill(texts, gap) for line in standing.form.report_title)


def year_texts(standing: Standing) -> Mapping[str, str | None]:
    """Name → what a sentence prints for it; None where nobody knows yet."""
    readings, score, form = standing.readings, standing.score, standing.form
    return {
        **{name: readings.words(at) for name, at in form.addresses.items()},
        **{name: _change(standing, form.addresses[key]) for name, key in form.changes.items()},
        **dict(_budget_reasons(standing)),
        **_parts(score),
        "year": str(standing.year.year),
        "execution_rate": score.execution.shown_rate,
        "total": None if score.total is None else fixed(score.total),
        "grade": score.grade,
    }


def _change(standing: Standing, address: str) -> str | None:
    """A rate of growth in words: 增长12%, 下降约3.48%, 持平."""
    match standing.readings.by_address[address]:
        case Number(value, qualifier) if value:
            way = "增长" if value > 0 else "下降"
            return f"{way}{format_number(Number(abs(value), qualifier))}%"
        case Number():
            return "持平"
        case _:
            return None


def _budget_reasons(standing: Standing) -> Iterator[tuple[str, str]]:
    """The reasons on the budget's page; a gap where a low execution rate has none."""
    gap = gap_in(standing)
    for name in BUDGET_REASONS:
        reason = unstopped(standing.readings.words(f"budget.{name}") or "")
        wanted = name == "execution_reason" and standing.score.low_execution
        yield name, reason or (gap(name) if wanted else "")


def _parts(score: Score) -> Mapping[str, str | None]:
    """Both parts of the total, so that they add up to it as they are printed."""
    if not score.complete:
        reached = score.execution.score
        return {"execution_score": None if reached is None else fixed(reached), "converted": None}
    points, converted = parts_of(score, 2)
    return {"execution_score": format(points, "f"), "converted": format(converted, "f")}


def _indicator_texts(standing: Standing, indicator: Indicator) -> Mapping[str, str | None]:
    item = standing.item(indicator.id)
    return {
        **year_texts(standing),
        "actual": item.shown_actual,
        "target": item.shown_target,
        "score": None if item.score is None else plain(item.score),
        "deviation_reason": _reason(standing, item),
    }


def _reason(standing: Standing, item: Item) -> str | None:
    """Why points were lost; full marks have a reason too, where a target was set too low."""
    if item.score == item.indicator.weight:
        return None
    reason = standing.readings.words(f"indicators.{item.indicator.id}.deviation_reason")
    return unstopped(reason or "") or (gap_in(standing)("deviation_reason") if item.lost else None)


def gap_in(standing: Standing) -> Callable[[str], str]:
    """A visible gap for a blank, in the words of its field: 〔应发人数〕."""
    form = standing.form

    def gap(name: str) -> str:
        address = form.addresses.get(form.changes.get(name, name))
        return f"〔{form.fields[address].label if address else COMPUTED[name]}〕"

    return gap
