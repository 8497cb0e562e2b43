"""Rules on what the year's own indicators are measured, compared and told by.

A definition that contradicts itself would score something else than the office means, or print a
sentence with holes. What is wrong is left out of the form, so that the year can be gone on with.
Every rule takes an `Evaluation` and yields a `Finding` for each definition that breaks it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from perf_tui.checks.pagewise import on_definition
from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.findings.finding import Finding
from perf_tui.core.form import Indicator, Severity
from perf_tui.core.form.models import Fact
from perf_tui.core.form.own import OwnForm, own_at
from perf_tui.core.form.own.facts import SLOTS, facts_of, slot_key
from perf_tui.core.form.own.methods import in_percent, method_of
from perf_tui.core.form.own.sentence import SentenceError, own_sentence
from perf_tui.core.numbers import Number, read_number
from perf_tui.core.numbers.rounding import plain

HUNDRED = Decimal(100)
PERCENTAGES = ("%", "百分点", "个百分点")


@on_definition
def facts_still_there(_: Evaluation, form: OwnForm, one: Indicator) -> Iterator[Finding]:
    """Find facts that are taken from elsewhere, where they are no more."""
    texts = _texts(form, one)
    method = method_of(texts)
    for slot in _slots(one, texts):
        taken, label = texts.get(slot_key(slot, "from"), ""), texts.get(slot_key(slot), "")
        if label and taken and taken not in form.usable_facts:
            what = f"{method.slots[slot - 1]}“{label}”取自别处的数，那里已经没有了"
            said = what, "另选一个，或重写名称，在本项里填"
            yield _found(one, slot_key(slot), "fact-gone", said)


@on_definition
def facts_differ(_: Evaluation, form: OwnForm, one: Indicator) -> Iterator[Finding]:
    """Find facts of one name in one indicator, which nobody could tell apart."""
    texts = _texts(form, one)
    slots = _slots(one, texts)
    if not slots:
        return
    labels = Counter(texts.get(slot_key(slot), "") for slot in slots)
    for slot in slots:
        label = texts.get(slot_key(slot), "")
        if label and labels[label] > 1:
            said = f"有 {labels[label]} 个数都叫“{label}”", "改成不同的名称"
            yield _found(one, slot_key(slot), "fact-repeated", said)


@on_definition
def comparator_fits(_: Evaluation, form: OwnForm, one: Indicator) -> Iterator[Finding]:
    """Find qualitative targets with a number or a unit, and percentages that are none."""
    if one.sign != "qualitative":
        return
    unit = form.own[one.id].get("unit", "")
    if isinstance(read_number(str(one.target), ""), Number):
        said = f"指标值“{one.target}”是数，指标性质却是定性", "改指标性质，或写要达到的程度"
        yield _found(one, "sign", "comparator-misfit", said)
    elif unit:
        said = f"定性指标填了计量单位“{unit}”", "清空计量单位，或改指标性质"
        yield _found(one, "unit", "comparator-misfit", said)


@on_definition
def unit_fits(_: Evaluation, form: OwnForm, one: Indicator) -> Iterator[Finding]:
    """Find methods that give a percentage where the unit is another."""
    texts = _texts(form, one)
    percent = one.measure is not None and in_percent(method_of(texts))
    if percent and one.unit not in PERCENTAGES:
        said = f"计算方法得出百分数，计量单位却是“{one.unit}”", "计量单位改成 %，或改计算方法"
        yield _found(one, "unit", "unit-misfit", said)


@on_definition
def target_within_hundred(_: Evaluation, __: OwnForm, one: Indicator) -> Iterator[Finding]:
    """Find percentages to be reached that are above 100."""
    high = isinstance(one.target, Decimal) and one.target > HUNDRED
    if high and one.unit == "%" and one.sign in (">=", ">", "="):
        said = f"指标值是 {plain(Decimal(one.target))}%，超过 100%", "核对指标值和计量单位"
        yield _found(one, "target", "target-above-100", said, "warning")


@on_definition
def sentence_readable(_: Evaluation, form: OwnForm, one: Indicator) -> Iterator[Finding]:
    """Find own sentences with a name in braces that is none, or braces that do not close."""
    typed = _texts(form, one).get("sentence", "")
    facts = facts_of(one, form.usable_facts) if typed else ()
    if typed and (trouble := _trouble(typed, facts)):
        names = (*(fact.label for fact in facts), "完成值", "指标值")
        said = trouble, f"可以写 {'、'.join(f'{{{name}}}' for name in names)}"
        yield _found(one, "sentence", "sentence-unreadable", said)


def _texts(form: OwnForm, one: Indicator) -> Mapping[str, str]:
    """Return the texts that define an indicator, none for one that the set has."""
    return {} if one.id in form.base.by_id else form.own[one.id]


def _slots(one: Indicator, texts: Mapping[str, str]) -> Sequence[int]:
    """Return the slots that a definition asks for; a qualitative indicator is measured by none."""
    return SLOTS[: len(method_of(texts).slots)] if one.sign != "qualitative" else ()


def _trouble(typed: str, facts: tuple[Fact, ...]) -> str:
    try:
        own_sentence(typed, facts)
    except SentenceError as error:
        return str(error)
    return ""


def _found(
    one: Indicator, key: str, code: str, said: tuple[str, str], severity: Severity = "error"
) -> Finding:
    message, fix = said
    return Finding(code, severity, message, fix, own_at(one.id, key), one.number)


MEASURE_RULES = (
    facts_still_there,
    facts_differ,
    comparator_fits,
    unit_fits,
    target_within_hundred,
    sentence_readable,
)
