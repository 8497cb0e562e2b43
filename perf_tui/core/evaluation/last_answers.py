"""Last year's answers: what is shown beside a field, and what can be taken over into it."""

from __future__ import annotations

from collections.abc import Iterable

from perf_tui.core.answers.readings import Reading, as_words, settled_text
from perf_tui.core.answers.year import pending_at
from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.form import Field
from perf_tui.core.numbers import Number, Refusal, shown_with_unit
from perf_tui.core.wording.sentences import has_gap, indicator_passage, section_passage


def last_text(evaluation: Evaluation, address: str) -> str:
    """Return last year's own answer as it would be kept this year.

    The string is empty if there is none, if it cannot be read, or if the field was another then.
    """
    if evaluation.last is None or isinstance(_reading(evaluation, address), Refusal | None):
        return ""
    return settled_text(evaluation.form.fields[address], evaluation.last.year.text(address))


def last_words(evaluation: Evaluation, address: str) -> str:
    """Return last year's answer as people read it: "11.6 万元".

    For a passage that nobody wrote, it is what was printed. The string is empty if there is
    nothing.
    """
    field, reading = evaluation.form.fields[address], _reading(evaluation, address)
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
    before = last.form.fields.get(address) if last else None
    if last is None or before is None or (before.kind, before.unit) != (field.kind, field.unit):
        return None
    return last.readings.by_address[address]


def _printed(evaluation: Evaluation, field: Field) -> str:
    """Return the passage generated from last year's facts, or an empty string if it had gaps."""
    last = evaluation.last
    if last is None or field.group != "passage" or field.address not in last.form.fields:
        return ""
    table, key, *_ = field.address.split(".")
    if table == "sections":
        text = section_passage(last, last.form.by_key[key])
    else:
        text = indicator_passage(last, last.form.by_id[key])
    return "" if has_gap(last, text) else text
