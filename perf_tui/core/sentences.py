"""The passages of the report, made from the facts or rewritten by the user."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from perf_tui.core.form import Indicator, Section
from perf_tui.core.form.computed import COMPUTED
from perf_tui.core.form.fields import BUDGET_REASONS
from perf_tui.core.numbers import Number, format_number
from perf_tui.core.punctuation import stopped, unstopped
from perf_tui.core.rounding import fixed, plain
from perf_tui.core.scoring import Item, Score, parts_of
from perf_tui.core.standing import Standing


def indicator_passage(standing: Standing, indicator: Indicator) -> str:
    """What the report says of an indicator: its sentence or the user's words, then the score."""
    texts = _indicator_texts(standing, indicator)
    own = standing.readings.words(f"indicators.{indicator.id}.paragraph")
    body = stopped(own) if own else indicator.sentence.fill(texts, _gap(standing))
    closing = standing.form.scheme.closing.fill(texts, _gap(standing))
    return body + closing


def section_passage(standing: Standing, section: Section) -> str:
    """A section's text as it prints; "" while a section without a sentence is unwritten."""
    own = standing.readings.words(f"sections.{section.key}")
    if own or section.sentence is None:
        return own or ""
    return section.sentence.fill(_year_texts(standing), _gap(standing))


def follows_from_facts(standing: Standing, section: Section) -> bool:
    """Whether a section's sentence prints without a gap and without the user's own words."""
    texts = _year_texts(standing)
    return section.sentence is not None and all(map(texts.get, section.sentence.required))


def report_title(standing: Standing) -> tuple[str, ...]:
    """The lines of the report's title, broken by meaning."""
    texts, gap = _year_texts(standing), _gap(standing)
    return tuple(line.fill(texts, gap) for line in standing.form.report_title)


def _year_texts(standing: Standing) -> Mapping[str, str | None]:
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
    gap = _gap(standing)
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
        **_year_texts(standing),
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
    return unstopped(reason or "") or (_gap(standing)("deviation_reason") if item.lost else None)


def _gap(standing: Standing) -> Callable[[str], str]:
    """A visible gap for a blank, in the words of its field: 〔应发人数〕."""
    form = standing.form

    def gap(name: str) -> str:
        address = form.addresses.get(form.changes.get(name, name))
        return f"〔{form.fields[address].label if address else COMPUTED[name]}〕"

    return gap
