"""Last year's answers: what is shown beside a field, and what can be taken over into it."""

from __future__ import annotations

from collections.abc import Iterable

from perf_tui.core.answers.readings import Reading, as_words, settled_text
from perf_tui.core.answers.year import pending_at
from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.evaluation.lineage import address_before, matching_of, pair_of
from perf_tui.core.form import Field
from perf_tui.core.form.own import OWN, told_of
from perf_tui.core.form.own.properties import BEFORE
from perf_tui.core.numbers import Number, Refusal, shown_with_unit
from perf_tui.core.wording.sentences import has_gap, indicator_passage, section_passage


def last_text(evaluation: Evaluation, address: str) -> str:
    """Return last year's own answer as it would be kept this year.

    The string is empty if there is none, if it cannot be read, or if the field was another then.
    """
    if address.startswith(f"{OWN}."):
        return _defined_before(evaluation, address)
    before = address_before(evaluation, address)
    if evaluation.last is None or isinstance(_reading(evaluation, address), Refusal | None):
        return ""
    return settled_text(evaluation.form.fields[address], evaluation.last.year.text(before or ""))


def last_words(evaluation: Evaluation, address: str) -> str:
    """Return last year's answer as people read it: "11.6 万元".

    For a passage that nobody wrote, it is what was printed. Of the definition of an indicator it is
    what differs. The string is empty if there is nothing.
    """
    field = evaluation.form.fields[address]
    if address.startswith(f"{OWN}."):
        return _defined_before(evaluation, address) + _doubt(evaluation, address)
    reading = _reading(evaluation, address)
    if isinstance(reading, Number):
        return shown_with_unit(reading, field.unit)
    return as_words(reading) or _printed(evaluation, field)


def taken_over(evaluation: Evaluation, addresses: Iterable[str]) -> dict[str, str]:
    """Return what puts last year's answers into these fields, as address → text.

    Each answer comes with a record of the year it is from, which marks it as unconfirmed.
    """
    texts: dict[str, str] = {}
    for address in addresses:
        if evaluation.last and (text := last_text(evaluation, address)):
            texts |= {address: text, pending_at(address): str(evaluation.last.year.year)}
    return texts


def nothing_to_take(evaluation: Evaluation, address: str) -> str:
    """Return why no answer of last year can be taken over into a field."""
    if last_words(evaluation, address):
        return "上年这一段是按数据自动生成的，今年的也会自动生成"
    return "上年这一栏没有可取的内容"


def _reading(evaluation: Evaluation, address: str) -> Reading:
    """Return last year's reading of a field, or None if its kind or unit was another then."""
    last, field = evaluation.last, evaluation.form.fields[address]
    at = address_before(evaluation, address)
    before = last.form.fields.get(at) if last and at else None
    if last is None or before is None or (before.kind, before.unit) != (field.kind, field.unit):
        return None
    return last.readings.by_address[before.address]


def _printed(evaluation: Evaluation, field: Field) -> str:
    """Return the passage generated from last year's facts, or an empty string if it had gaps."""
    last, at = evaluation.last, address_before(evaluation, field.address)
    if last is None or at is None or field.group != "passage" or at not in last.form.fields:
        return ""
    table, key, *_ = at.split(".")
    if table == "sections":
        text = section_passage(last, last.form.by_key[key])
    else:
        text = indicator_passage(last, last.form.by_id[key])
    return "" if has_gap(last, text) else text


def _defined_before(evaluation: Evaluation, address: str) -> str:
    """Return what an indicator's definition said last year, if that was something else.

    For the property that states which one it was, it is the name that the matching proposes.
    """
    _, ident, key = address.split(".", 2)
    pair = pair_of(evaluation, ident)
    if key == BEFORE:
        return "" if evaluation.year.text(address) else _proposed(evaluation, ident)
    if pair is None:
        return ""
    was, now = (told_of(one).get(key, "") for one in (pair.before, pair.now))
    return "" if was == now else was


def _proposed(evaluation: Evaluation, ident: str) -> str:
    matching = matching_of(evaluation)
    found = matching and (matching.by_now.get(ident) or matching.might_be(ident))
    return found.before.name if found else ""


def _doubt(evaluation: Evaluation, address: str) -> str:
    """Return that the name proposed for an indicator is a guess, or only possible."""
    _, ident, key = address.split(".", 2)
    if key != BEFORE or not _defined_before(evaluation, address):
        return ""
    pair = pair_of(evaluation, ident)
    if pair is None:
        return "（也许是这一项）"
    return "（按名称推定）" if pair.guessed else ""
