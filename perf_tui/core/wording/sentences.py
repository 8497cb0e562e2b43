"""The passages of the report, generated from the facts or rewritten by the user."""

from __future__ import annotations

from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.form import Indicator, Section
from perf_tui.core.form.computed import COMPUTED
from perf_tui.core.form.laid_over import LaidOver
from perf_tui.core.numbers.rounding import plain
from perf_tui.core.scoring.item import IndicatorScore
from perf_tui.core.wording.figures import scores_in
from perf_tui.core.wording.printed import Printed, gap_in
from perf_tui.core.wording.punctuation import stopped, unstopped


def indicator_passage(evaluation: Evaluation, indicator: Indicator) -> str:
    """Return what the report says of an indicator: a sentence or the user's words, then the score.

    Nothing is added to own words that state the score, and the reason if points were lost.
    """
    own = own_words(evaluation, indicator)
    if own and _closed(evaluation, indicator, own):
        return stopped(own)
    texts = _indicator_texts(evaluation, indicator)
    extra = evaluation.form.scheme.extra_level(indicator.category)
    closing = None if extra else evaluation.form.scheme.closing
    sentences = (None if own else indicator.sentence, closing)
    filled = (each.fill(texts, gap_in(evaluation.form)) for each in sentences if each)
    return (stopped(own) if own else "") + "".join(filled)


def section_passage(evaluation: Evaluation, section: Section) -> str:
    """Return a section's text as printed.

    The string is empty while a section without a sentence is unwritten.
    """
    return own_words(evaluation, section) or generated(evaluation, section)


def own_words(evaluation: Evaluation, owner: Indicator | Section) -> str | None:
    """Return what the user wrote in place of the sentence, or None if that is blank."""
    return evaluation.readings.words(passage_of(owner))


def passage_of(owner: Indicator | Section) -> str:
    """Return the address of the passage that the user may write."""
    if isinstance(owner, Indicator):
        return f"indicators.{owner.id}.paragraph"
    return f"sections.{owner.key}"


def generated(evaluation: Evaluation, owner: Indicator | Section) -> str:
    """Return the sentence that the facts make, whatever the user wrote.

    The string is empty if the form has no sentence here.
    """
    if owner.sentence is None:
        return ""
    return owner.sentence.fill(_texts(evaluation, owner), gap_in(evaluation.form))


def follows_from_facts(evaluation: Evaluation, section: Section) -> bool:
    """Whether a section's sentence prints without a gap, even without words of the user's own."""
    texts = evaluation.printed
    return section.sentence is not None and all(map(texts.get, section.sentence.required))


def facts_wanted(evaluation: Evaluation, section: Section) -> tuple[str, ...]:
    """Return the addresses that a section's sentence needs, none once it is rewritten."""
    if section.sentence is None or own_words(evaluation, section):
        return ()
    form = evaluation.form
    names = form.facts_behind(section.sentence.required) & form.addresses.keys()
    return tuple(form.addresses[name] for name in sorted(names))


def has_gap(evaluation: Evaluation, text: str) -> bool:
    """Whether a generated text has a gap, such as 〔应发人数〕."""
    labels = {*COMPUTED.values(), *(field.label for field in evaluation.form.named.values())}
    return any(f"〔{label}〕" in text for label in labels)


def _closed(evaluation: Evaluation, indicator: Indicator, own: str) -> bool:
    """Whether own words state the score and, if points were lost, the reason."""
    item = evaluation.item(indicator.id)
    if item.extra:
        return True
    return item.score in scores_in(own) and (_reason(evaluation, item) or "") in own


def _texts(evaluation: Evaluation, owner: Indicator | Section) -> Printed:
    if isinstance(owner, Indicator):
        return _indicator_texts(evaluation, owner)
    return evaluation.printed


def report_title(evaluation: Evaluation) -> tuple[str, ...]:
    """Return the lines of the report's title, broken by meaning."""
    texts, gap = evaluation.printed, gap_in(evaluation.form)
    return tuple(line.fill(texts, gap) for line in evaluation.form.report_title)


def _indicator_texts(evaluation: Evaluation, indicator: Indicator) -> Printed:
    item = evaluation.item(indicator.id)
    own = {
        "actual": item.shown_actual,
        "target": item.shown_target,
        "score": None if item.score is None else plain(item.score),
        "deviation_reason": _reason(evaluation, item),
    }
    return LaidOver(own, evaluation.printed)


def _reason(evaluation: Evaluation, item: IndicatorScore) -> str | None:
    """Return why points were lost, or a gap if that is not written.

    It is None for full marks: a reason given for these explains a target that was set too low. What
    is added to the total has its reason, too.
    """
    if item.score == item.indicator.weight and not item.extra:
        return None
    words = evaluation.readings.words(f"indicators.{item.indicator.id}.deviation_reason")
    if reason := unstopped(words or ""):
        return reason
    if item.extra:
        label = evaluation.form.fields[f"indicators.{item.indicator.id}.deviation_reason"].label
        return f"〔{label}〕" if item.score else None
    return gap_in(evaluation.form)("deviation_reason") if item.lost else None
