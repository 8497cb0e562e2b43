"""The passages of the report, made from the facts or rewritten by the user."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from perf_tui.core.form import Indicator, Section
from perf_tui.core.rounding import fixed, half_up, plain
from perf_tui.core.standing import Standing

PERCENT = Decimal(100)


def indicator_passage(standing: Standing, indicator: Indicator) -> str:
    """What the report says of an indicator: its sentence or the user's words, then the score."""
    texts = _indicator_texts(standing, indicator)
    own = standing.readings.words(f"indicators.{indicator.id}.paragraph")
    body = own or indicator.sentence.fill(texts, _gap(standing))
    closing = standing.form.scheme.closing.fill(texts, _gap(standing))
    return body + closing


def section_passage(standing: Standing, section: Section) -> str:
    """A section's text as it prints; "" while a section without a sentence is unwritten."""
    own = standing.readings.words(f"sections.{section.key}")
    if own or section.sentence is None:
        return own or ""
    return section.sentence.fill(_year_texts(standing), _gap(standing))


def report_title(standing: Standing) -> tuple[str, ...]:
    """The lines of the report's title, broken by meaning."""
    texts, gap = _year_texts(standing), _gap(standing)
    return tuple(line.fill(texts, gap) for line in standing.form.report_title)


def _year_texts(standing: Standing) -> Mapping[str, str | None]:
    readings, score = standing.readings, standing.score
    execution = score.execution
    return {
        **{name: readings.words(at) for name, at in standing.form.addresses.items()},
        "year": str(standing.year.year),
        "execution_rate": None if execution.rate is None else fixed(execution.rate * PERCENT),
        "execution_score": None if execution.score is None else fixed(execution.score),
        "total": None if score.total is None else fixed(score.total),
        "grade": score.grade,
    }


def _indicator_texts(standing: Standing, indicator: Indicator) -> Mapping[str, str | None]:
    item = standing.item(indicator.id)
    reason = standing.readings.words(f"indicators.{indicator.id}.deviation_reason")
    return {
        **_year_texts(standing),
        "actual": item.tier if item.actual is None else plain(half_up(item.actual)),
        "target": str(indicator.target) if item.target is None else plain(item.target),
        "score": None if item.score is None else plain(item.score),
        "deviation_reason": reason and reason.rstrip("。；，"),
    }


COMPUTED = {
    "actual": "完成值",
    "score": "得分",
    "total": "总分",
    "grade": "等级",
    "execution_rate": "执行率",
    "execution_score": "执行率得分",
}


def _gap(standing: Standing) -> Callable[[str], str]:
    """A visible gap for a blank, in the words of its field: 〔应发人数〕."""
    form = standing.form

    def gap(name: str) -> str:
        address = form.addresses.get(name)
        return f"〔{form.fields[address].label if address else COMPUTED[name]}〕"

    return gap
