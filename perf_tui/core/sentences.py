"""The passages of the report, made from the facts or rewritten by the user."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from perf_tui.core.figures import scores_in
from perf_tui.core.form import Indicator, Section
from perf_tui.core.rounding import fixed, half_up, plain
from perf_tui.core.scoring import Item, measured_of
from perf_tui.core.standing import Standing

PERCENT = Decimal(100)


def indicator_passage(standing: Standing, indicator: Indicator) -> str:
    """What the report says of an indicator: its sentence or the user's words, then the score.

    Own words that say all this themselves, score and reason, are not told it twice.
    """
    own = own_words(standing, indicator)
    if own and _closed(standing, indicator, own):
        return _stopped(own)
    texts = _indicator_texts(standing, indicator)
    body = _stopped(own) if own else generated(standing, indicator)
    closing = standing.form.scheme.closing.fill(texts, _gap(standing))
    return body + closing


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
    return owner.sentence.fill(_texts(standing, owner), _gap(standing))


def follows_from_facts(standing: Standing, owner: Indicator | Section) -> bool:
    """Whether a sentence prints without a gap and without the user's own words."""
    texts = _texts(standing, owner)
    return owner.sentence is not None and all(map(texts.get, owner.sentence.required))


def _closed(standing: Standing, indicator: Indicator, own: str) -> bool:
    """Whether own words state the score, and the reason where points were lost."""
    item = standing.item(indicator.id)
    return item.score in scores_in(own) and (_reason(standing, item) or "") in own


def _texts(standing: Standing, owner: Indicator | Section) -> Mapping[str, str | None]:
    if isinstance(owner, Indicator):
        return _indicator_texts(standing, owner)
    return _year_texts(standing)


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
    return {
        **_year_texts(standing),
        "actual": _actual(standing, item),
        "target": _target(item),
        "score": None if item.score is None else plain(item.score),
        "deviation_reason": _reason(standing, item),
    }


def _actual(standing: Standing, item: Item) -> str | None:
    if item.actual is None:
        return item.tier
    if measured_of(item.indicator, standing.readings) is None:
        # Entered directly: it keeps its 约 or 余.
        return standing.readings.words(f"indicators.{item.indicator.id}.actual")
    return plain(half_up(item.actual))


def _target(item: Item) -> str | None:
    if item.indicator.sign == "qualitative":
        return str(item.indicator.target)
    return None if item.target is None else plain(item.target)


def _reason(standing: Standing, item: Item) -> str | None:
    """Why points were lost; full marks have a reason too, where a target was set too low."""
    reason = standing.readings.words(f"indicators.{item.indicator.id}.deviation_reason")
    if reason is None or item.score == item.indicator.weight:
        return None
    return reason.rstrip(STOPS)


def _stopped(text: str) -> str:
    return text if text.rstrip(CLOSING).endswith(tuple(STOPS)) else f"{text}。"


STOPS = "。！；，：、…．.!;,:"
CLOSING = "”’）)"
COMPUTED = {
    "actual": "完成值",
    "target": "指标值",
    "score": "得分",
    "deviation_reason": "偏差原因",
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
